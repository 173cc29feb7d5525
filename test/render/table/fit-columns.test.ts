import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitColumns, type WantedColumn } from '../../../src/render/table/fit-columns.js';

const number = (natural: number, rank = 0): WantedColumn => ({ natural, comfortable: natural, least: natural, rank });
const words = (natural: number, rank = 0): WantedColumn => ({
  natural,
  comfortable: Math.min(natural, 20),
  least: Math.min(natural, 8),
  rank,
});

describe('fitColumns', () => {
  it('leaves columns alone when they fit', () => {
    expect(fitColumns([words(30), number(10)], 42, 2)).toEqual([30, 10]);
  });

  it('shrinks texts before it drops anything', () => {
    expect(fitColumns([words(30), number(10), number(8, 1)], 44, 2)).toEqual([22, 10, 8]);
  });

  it('shrinks the widest text first', () => {
    expect(fitColumns([words(40), words(24), number(5)], 60, 2)).toEqual([27, 24, 5]);
  });

  it('drops the highest rank first, and of equals the last', () => {
    expect(fitColumns([words(20), number(10, 1), number(10, 2)], 40, 2)).toEqual([20, 10, null]);
    expect(fitColumns([words(20), number(10, 1), number(10, 1)], 40, 2)).toEqual([20, 10, null]);
  });

  it('shrinks below comfort when nothing is left to drop', () => {
    expect(fitColumns([words(40), number(30), number(10, 1)], 40, 2)).toEqual([8, 30, null]);
  });

  it('never drops rank 0 and never narrows a number, even if the row is then too wide', () => {
    expect(fitColumns([number(50), number(50)], 60, 2)).toEqual([50, 50]);
  });

  it('fits whenever the least widths of the columns that stay do', () => {
    const column = fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.boolean(), fc.integer({ min: 0, max: 3 }))
      .map(([natural, isText, rank]) => (isText ? words(natural, rank) : number(natural, rank)));
    fc.assert(
      fc.property(
        fc.array(column, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 20, max: 140 }),
        (columns, width) => {
          const fitted = fitColumns(columns, width, 2);
          const kept = columns.map((_, i) => i).filter((i) => fitted[i] !== null);
          const total = kept.reduce((sum, i) => sum + fitted[i]!, 0) + 2 * (kept.length - 1);
          const least = kept.reduce((sum, i) => sum + columns[i]!.least, 0) + 2 * (kept.length - 1);
          expect(total).toBeLessThanOrEqual(Math.max(width, least));
          columns.forEach((wanted, i) => {
            if (wanted.rank === 0) expect(fitted[i]).not.toBeNull();
            if (fitted[i] === null) return;
            expect(fitted[i]).toBeGreaterThanOrEqual(wanted.least);
            expect(fitted[i]).toBeLessThanOrEqual(wanted.natural);
          });
        },
      ),
      { seed: 23, numRuns: 400 },
    );
  });
});
