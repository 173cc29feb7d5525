import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../../src/ingest/json/line-index.js';

describe('LineIndex', () => {
  it('counts lines and columns from one', () => {
    const lines = new LineIndex('f.json', 'ab\n\ncd');
    expect([0, 2, 3, 4, 5].map((offset) => lines.at(offset))).toEqual([
      { file: 'f.json', line: 1, column: 1 },
      { file: 'f.json', line: 1, column: 3 },
      { file: 'f.json', line: 2, column: 1 },
      { file: 'f.json', line: 3, column: 1 },
      { file: 'f.json', line: 3, column: 2 },
    ]);
  });

  it('begins where it is told', () => {
    expect(new LineIndex('f.ndjson', '{}', 7).at(1)).toEqual({ file: 'f.ndjson', line: 7, column: 2 });
  });

  it('agrees with splitting the text at its line ends', () => {
    const text = fc
      .array(fc.constantFrom('a', '\n', 'ü'), { minLength: 1, maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(), (written, at) => {
        const offset = at % written.length;
        const before = written.slice(0, offset).split('\n');
        const { line, column } = new LineIndex('f', written).at(offset);
        expect([line, column]).toEqual([before.length, (before.at(-1) ?? '').length + 1]);
      }),
      { seed: 72 },
    );
  });
});
