import { describe, expect, it } from 'vitest';
import { LIMIT_KINDS } from '../../../src/domain/index.js';
import { readLimits } from '../../../src/ingest/index.js';
import { places, readText } from '../read-text.js';

const limitsOf = (text: string) => readText(text, readLimits);

describe('readLimits', () => {
  it.each(['limit,scope,min,max\n', '[]'])('limits nothing where %j is all there is, and says so', async (text) => {
    const { value, issues } = await limitsOf(text);
    expect(value).toEqual([]);
    expect(issues).toMatchObject([
      { code: 'LIM_NO_ROWS', severity: 'warning', message: 'standard input has no rows: it limits nothing' },
    ]);
  });

  it('refuses a file with nothing in it', async () => {
    expect(places(await limitsOf('\n'))).toEqual(['FILE_NO_ROWS']);
  });

  it('reads figures, percentages, open ends, scopes and priorities', async () => {
    const { value, issues } = await limitsOf(
      'limit,scope,min,max,priority\ndelta,BTC,-2,2,hard\ngamma,ETH,90%,110%,3\ncost,,,5000,\nloss,Crash 2020,,1e5,1\nposition,BTC-*-C,0,,\n',
    );
    expect(issues).toEqual([]);
    const at = (line: number) => ({ file: '-', line, column: 1 });
    const figure = (value: number) => ({ value, relative: false });
    expect(value).toEqual([
      { kind: 'delta', scope: 'BTC', min: figure(-2), max: figure(2), priority: 'hard', origin: at(2) },
      {
        kind: 'gamma',
        scope: 'ETH',
        min: { value: 0.9, relative: true },
        max: { value: 1.1, relative: true },
        priority: 3,
        origin: at(3),
      },
      { kind: 'cost', scope: 'total', min: null, max: figure(5000), priority: 'hard', origin: at(4) },
      { kind: 'loss', scope: 'Crash 2020', min: null, max: figure(100_000), priority: 1, origin: at(5) },
      { kind: 'position', scope: 'BTC-*-C', min: figure(0), max: null, priority: 'hard', origin: at(6) },
    ]);
  });

  it('knows every limit of the contract', async () => {
    const rows = LIMIT_KINDS.map((kind) => `${kind.toUpperCase()},total,,1`);
    const { value, issues } = await limitsOf(`limit,scope,min,max\n${rows.join('\n')}\n`);
    expect(issues).toEqual([]);
    expect(value.map(({ kind }) => kind)).toEqual(LIMIT_KINDS);
  });

  it('reads JSON, where a priority may be a number', async () => {
    const { value } = await limitsOf('[{"limit":"vega","scope":"total","min":"90%","max":null,"priority":2}]');
    expect(value[0]).toMatchObject({ min: { value: 0.9, relative: true }, max: null, priority: 2 });
  });

  it('tells every complaint of a file at once, with the nearest word', async () => {
    const read = await limitsOf(
      'limit,scope,min,max,priority\ndelt,BTC,-2,2,\ngamma,ETH,x,2,6\n,BTC,1,2,\nvega,total,1 %,2,soft\n',
    );
    expect(places(read)).toEqual([
      'FIELD_NOT_ONE_OF 2:1',
      'FIELD_NOT_A_NUMBER 3:11',
      'FIELD_NOT_ONE_OF 3:15',
      'FIELD_BLANK 4:1',
      'FIELD_NOT_ONE_OF 5:18',
    ]);
    expect(read.issues[0]).toMatchObject({
      message: `limit 'delt' is not known; expected ${LIMIT_KINDS.slice(0, -1).join(', ')} or margin`,
      hint: 'did you mean delta?',
    });
    expect(read.value).toEqual([]);
  });

  it('leaves ends of different kinds to be compared when the book is known', async () => {
    const { value, issues } = await limitsOf('limit,scope,min,max\ngamma,ETH,90%,0.5\n');
    expect(issues).toEqual([]);
    expect(value).toHaveLength(1);
  });
});
