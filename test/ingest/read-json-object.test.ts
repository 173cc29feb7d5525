import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonObject } from '../../src/ingest/index.js';
import { places, readText } from './read-text.js';

const objectOf = (text: string) => readText(text, (path, io) => readJsonObject(path, io, 'config'));

describe('readJsonObject', () => {
  it('reads any object as JSON.parse does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (value) => {
        const text = JSON.stringify(value, null, 2);
        const read = await objectOf(text);
        expect(read.issues).toEqual([]);
        expect(read.value).toEqual(JSON.parse(text));
      }),
      { seed: 61 },
    );
  });

  it('allows comments and trailing commas', async () => {
    const { value, issues } = await objectOf('// ours\n{ "model": "scan", /* or */ "limits": ["a", "b",], }\n');
    expect(issues).toEqual([]);
    expect(value).toEqual({ model: 'scan', limits: ['a', 'b'] });
  });

  it('tells each line with a fault, and what is expected there', async () => {
    const read = await objectOf('{\n  "a": 1\n  "b": 2,\n  "c": yes\n}\n');
    expect(read.issues.map(({ line, column, message }) => [line, column, message])).toEqual([
      [3, 3, 'JSON syntax: a comma is expected here'],
      [4, 8, 'JSON syntax: this is not a JSON value; text needs double quotes'],
    ]);
    expect(read.value).toEqual({});
  });

  it('finds a repeated key at any depth', async () => {
    expect(places(await objectOf('{"a": [{"b": 1,\n "b": 2}]}'))).toEqual(['JSON_KEY_REPEATED 2:2']);
  });

  it('tells where each key stands, nested or written with dots', async () => {
    const { at } = await objectOf(
      '{\n  "market": "m.csv", // ours\n  "model": {"id": "scan",\n    "dailyVol.BTC": 0.03},\n  "margin.x": 1\n}\n',
    );
    const place = (key: string) => {
      const { file, line, column } = at(key.split('.'));
      return `${file} ${line}:${column}`;
    };
    expect(['market', 'model', 'model.id', 'model.dailyVol.BTC', 'margin.x'].map(place)).toEqual([
      '- 2:3',
      '- 3:3',
      '- 3:13',
      '- 4:5',
      '- 5:3',
    ]);
    expect(['mark', 'market.x', 'model.dailyVol', 'margin'].map(place)).toEqual(['- 0:0', '- 0:0', '- 0:0', '- 0:0']);
  });

  it('finds the place of any key, the last of those given twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 }), async (keys) => {
        const { at } = await objectOf(`{\n${keys.map((key, i) => `"${key}": ${i}`).join(',\n')}\n}`);
        expect(keys.map((key) => at([key]).line)).toEqual(keys.map((_, i) => i + 2));
      }),
      { seed: 62 },
    );
    const twice = await objectOf('{"a": 1,\n"a": 2}');
    expect(twice.at(['a'])).toMatchObject({ line: 2, column: 1 });
  });

  it('knows no places in a file that is no object', async () => {
    for (const text of ['[1]', '{"a" 1}', '']) expect((await objectOf(text)).at(['a'])).toMatchObject({ line: 0 });
  });

  it('carries its role', async () => {
    expect((await objectOf('{}')).source.role).toBe('config');
  });
});
