import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorrelations } from '../../../src/ingest/index.js';
import { places, readText } from '../read-text.js';

const matrixOf = (text: string) => readText(text, readCorrelations);

describe('readCorrelations', () => {
  const EXPECTED = { names: ['BTC', 'ETH', 'SOL'], values: Float64Array.of(1, 0.8, 0.6, 0.8, 1, 0.7, 0.6, 0.7, 1) };

  it.each([
    ['square', ',BTC,ETH,SOL\nBTC,1,0.8,0.6\nETH,0.8,1,0.7\nSOL,0.6,0.7,1\n'],
    ['square with a named corner', 'name,BTC,ETH,SOL\nBTC,1,0.8,0.6\nETH,0.8,1,0.7\nSOL,0.6,0.7,1\n'],
    ['upper triangle', ',BTC,ETH,SOL\nBTC,1,0.8,0.6\nETH,,1,0.7\nSOL,,,1\n'],
    ['lower triangle without a diagonal', ',BTC,ETH,SOL\nBTC,,,\nETH,0.8,,\nSOL,0.6,0.7,\n'],
    ['rows in another order', ';BTC;ETH;SOL\nSOL;0.6;0.7;1\nBTC;1;0.8;0.6\nETH;0.8;1;0.7\n'],
    ['long', 'a,b,correlation\nBTC,ETH,0.8\nBTC,SOL,0.6\nETH,SOL,0.7\n'],
    [
      'long, both ways and with itself',
      'A,B,Correlation\nBTC,BTC,1\nBTC,ETH,0.8\nETH,BTC,.8\nBTC,SOL,6e-1\nSOL,ETH,0.7\n',
    ],
    [
      'a JSON array of pairs',
      '[{"a":"BTC","b":"ETH","correlation":0.8},{"a":"BTC","b":"SOL","correlation":0.6},{"b":"SOL","a":"ETH","correlation":0.7}]',
    ],
    [
      'NDJSON',
      '{"a":"BTC","b":"ETH","correlation":0.8}\n{"a":"BTC","b":"SOL","correlation":0.6}\n{"a":"ETH","b":"SOL","correlation":0.7}\n',
    ],
    [
      'a JSON array of rows',
      '[{"":"BTC","BTC":1,"ETH":0.8,"SOL":0.6},{"":"ETH","ETH":1,"SOL":0.7},{"":"SOL","SOL":1}]',
    ],
  ])('reads %s', async (_form, text) => {
    const { value, issues } = await matrixOf(text);
    expect(issues).toEqual([]);
    expect(value).toEqual(EXPECTED);
  });

  it.each([
    ['square', ",'@ES,'-X,'n\n'@ES,1,0.5,0.4\n'-X,0.5,1,0.3\n'n,0.4,0.3,1\n"],
    ['long', "a,b,correlation\n'@ES,'-X,0.5\n@ES,'n,0.4\n-X,'n,0.3\n"],
  ])('takes the apostrophe from a name that a CSV writer put it before, %s', async (_form, text) => {
    const { value, issues } = await matrixOf(text);
    expect(issues).toEqual([]);
    expect(value).toEqual({
      names: ['@ES', '-X', "'n"],
      values: Float64Array.of(1, 0.5, 0.4, 0.5, 1, 0.3, 0.4, 0.3, 1),
    });
  });

  it('takes a figure that misses 1 by rounding for 1, and no other', async () => {
    // What a division of a covariance by both volatilities leaves, as numpy writes it.
    const { value, issues } = await readText(
      ',A,B\nA,1.0000000000000002,-1.0000000000000002\nB,-1.0000000000000002,0.9999999999999998\n',
      readCorrelations,
    );
    expect(issues).toEqual([]);
    expect([...value.values]).toEqual([1, -1, -1, 1]);
    const other = await readText(',A,B\nA,1.00000001,0.5\nB,0.5,0.99999999\n', readCorrelations);
    expect(other.issues.map(({ code }) => code)).toEqual(['COR_OUT_OF_RANGE', 'COR_DIAGONAL']);
  });

  it('does not alter a matrix that is not positive semidefinite', async () => {
    const { value, issues } = await matrixOf('a,b,correlation\nA,B,0.9\nA,C,0.9\nB,C,-0.9\n');
    expect(issues).toEqual([]);
    expect(value.values).toEqual(Float64Array.of(1, 0.9, 0.9, 0.9, 1, -0.9, 0.9, -0.9, 1));
  });

  it('tells every complaint of a file at once, and takes no refused pair for a missing one', async () => {
    const read = await matrixOf(
      'a,b,correlation,note\nA,B,1.5,\nA,A,0.9,\nA,C,x,\n,C,0.1,\nB,C,0.1,\nC,B,0.2,\nA,D,0.5,\nB,D,0.5,\n',
    );
    expect(places(read)).toEqual([
      'COLUMN_UNKNOWN 2:1',
      'COR_OUT_OF_RANGE 2:5',
      'COR_DIAGONAL 3:5',
      'FIELD_NOT_A_NUMBER 4:5',
      'FIELD_BLANK 5:1',
      'COR_TWO_VALUES 7:5',
      'COR_PAIR_MISSING 8:3',
    ]);
    expect(read.issues.at(-1)?.message).toBe('no correlation of C and D');
  });

  it('misses the columns of the long form', async () => {
    const { issues } = await matrixOf('first,second,correlation\nA,B,0.5\n');
    expect(issues.map(({ code, field }) => [code, field])).toEqual([
      ['COLUMN_UNKNOWN', 'first'],
      ['COLUMN_UNKNOWN', 'second'],
      ['COLUMN_MISSING', 'a'],
      ['COLUMN_MISSING', 'b'],
    ]);
  });

  it('reads any matrix the same in both forms, and in any order of rows', async () => {
    const matrix = fc
      .integer({ min: 2, max: 6 })
      .chain((n) =>
        fc.tuple(
          fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: n * n, maxLength: n * n }),
          fc.shuffledSubarray([...Array(n).keys()], { minLength: n }),
        ),
      );
    await fc.assert(
      fc.asyncProperty(matrix, async ([thousandths, order]) => {
        const n = order.length;
        const names = order.map((_, i) => `U${i}`);
        const rho = (i: number, j: number) =>
          i === j ? 1 : (thousandths[Math.min(i, j) * n + Math.max(i, j)] ?? 0) / 1000;
        const square = order.map((i) => [names[i], ...names.map((_, j) => rho(i, j))].join(','));
        const { value, issues } = await matrixOf([['', ...names].join(','), ...square].join('\n'));
        expect(issues).toEqual([]);
        expect([...value.values]).toEqual(names.flatMap((_, i) => names.map((__, j) => rho(i, j))));
        const pairs = names.flatMap((a, i) => names.slice(i + 1).map((b, j) => `${a},${b},${rho(i, i + 1 + j)}`));
        expect((await matrixOf(['a,b,correlation', ...pairs].join('\n'))).value).toEqual(value);
      }),
      { seed: 51 },
    );
  });
});
