import { describe, expect, it } from 'vitest';
import { estimateCorrelation } from '../../src/correlation/estimate-correlation.js';
import type { PriceHistory } from '../../src/domain/index.js';
import { seededRandom } from '../../src/math/seeded-random.js';

const BLANK = Number.NaN;

function history(series: Readonly<Record<string, readonly number[]>>): PriceHistory {
  const days = Object.values(series)[0]?.length ?? 0;
  const dates = Array.from({ length: days }, (_, t) => new Date(Date.UTC(2024, 0, 1 + t)).toISOString().slice(0, 10));
  return { dates, series: new Map(Object.entries(series).map(([name, prices]) => [name, Float64Array.from(prices)])) };
}

/** Textbook Pearson correlation, in one line of sums. */
function pearson(x: readonly number[], y: readonly number[]): number {
  const n = x.length;
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const xy = sum(x.map((value, i) => value * y[i]!));
  const square = (values: readonly number[]) => n * sum(values.map((value) => value * value)) - sum(values) ** 2;
  return (n * xy - sum(x) * sum(y)) / Math.sqrt(square(x) * square(y));
}

const logReturns = (prices: readonly number[]) => prices.slice(1).map((price, t) => Math.log(price / prices[t]!));

describe('estimateCorrelation', () => {
  const A = [100, 101, 99, 102, 104, 103];
  const B = [50, 50.2, 49.1, 50.5, 52, 51];

  it('is Pearson on log returns', () => {
    const { matrix, observations, undetermined } = estimateCorrelation(history({ A, B }), { minimumReturns: 2 });
    expect(matrix.names).toEqual(['A', 'B']);
    expect(matrix.values[1]).toBeCloseTo(pearson(logReturns(A), logReturns(B)), 12);
    expect([matrix.values[0], matrix.values[3], matrix.values[2]]).toEqual([1, 1, matrix.values[1]]);
    expect([...observations]).toEqual([5, 5, 5, 5]);
    expect(undetermined).toEqual([]);
  });

  it('takes each return between dates on which both have prices', () => {
    const holed = [50, BLANK, 49.1, 50.5, BLANK, 51];
    const { matrix, observations } = estimateCorrelation(history({ A, B: holed }), { minimumReturns: 2 });
    expect(matrix.values[1]).toBeCloseTo(
      pearson(logReturns([100, 99, 102, 103]), logReturns([50, 49.1, 50.5, 51])),
      12,
    );
    expect([...observations]).toEqual([5, 3, 3, 3]);
  });

  it('uses all dates of a pair, or only those that all underlyings have', () => {
    const C = [BLANK, BLANK, 10, 10.4, 10.1, 10.3];
    const options = { minimumReturns: 2 };
    const pairwise = estimateCorrelation(history({ A, B, C }), options);
    const common = estimateCorrelation(history({ A, B, C }), { ...options, dates: 'common' });
    expect([pairwise.observations[1], pairwise.observations[2]]).toEqual([5, 3]);
    expect([...common.observations]).toEqual(Array(9).fill(3));
    expect(common.matrix.values[1]).toBeCloseTo(pearson(logReturns(A.slice(2)), logReturns(B.slice(2))), 12);
    expect(common.matrix.values[1]).not.toBeCloseTo(pairwise.matrix.values[1]!, 3);
  });

  it('looks at nothing after asOf, and only at the names asked for, in their order', () => {
    const prices = history({ A, B, C: A });
    const { matrix, observations } = estimateCorrelation(prices, {
      names: ['B', 'A'],
      asOf: prices.dates[3],
      minimumReturns: 2,
    });
    expect(matrix.names).toEqual(['B', 'A']);
    expect(observations[1]).toBe(3);
    expect(matrix.values[1]).toBeCloseTo(pearson(logReturns(A.slice(0, 4)), logReturns(B.slice(0, 4))), 12);
  });

  it('says which pairs the prices do not determine', () => {
    const steady = [10, 10.5, 11.025, 11.57625, 12.1550625, 12.762815625];
    const short = [BLANK, BLANK, BLANK, BLANK, 5, 6];
    const { matrix, undetermined } = estimateCorrelation(history({ A, steady, short }), { minimumReturns: 3 });
    expect(undetermined).toEqual([
      { a: 'A', b: 'steady', observations: 5, reason: 'constant' },
      { a: 'A', b: 'short', observations: 1, reason: 'tooFewReturns' },
      { a: 'steady', b: 'short', observations: 1, reason: 'tooFewReturns' },
    ]);
    expect([...matrix.values]).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
  });

  it('wants twenty returns by default', () => {
    const { undetermined } = estimateCorrelation(history({ A, B }));
    expect(undetermined).toEqual([{ a: 'A', b: 'B', observations: 5, reason: 'tooFewReturns' }]);
  });

  it('takes a price that is not positive for a blank', () => {
    const { observations } = estimateCorrelation(history({ A, B: [50, -37.63, 49, 51, 0, 52] }), { minimumReturns: 2 });
    expect(observations[1]).toBe(3);
  });

  it('finds perfect and opposite movement', () => {
    const squared = A.map((price) => price * price);
    const inverse = A.map((price) => 1 / price);
    const { matrix } = estimateCorrelation(history({ A, squared, inverse }), { minimumReturns: 2 });
    expect(matrix.values[1]).toBeCloseTo(1, 12);
    expect(matrix.values[2]).toBeCloseTo(-1, 12);
    expect(Math.max(...matrix.values.map(Math.abs))).toBeLessThanOrEqual(1);
  });

  it('recovers the correlation that a random history was made with', () => {
    const random = seededRandom(5);
    const x = [100];
    const y = [100];
    for (let t = 0; t < 4000; t++) {
      const [first, second] = [random.normal(), random.normal()];
      x.push(x[t]! * Math.exp(0.02 * first));
      y.push(y[t]! * Math.exp(0.03 * (0.6 * first + 0.8 * second)));
    }
    const { matrix } = estimateCorrelation(history({ x, y }));
    expect(Math.abs(matrix.values[1]! - 0.6)).toBeLessThan(0.05);
  });

  it('throws for a name without a series', () => {
    expect(() => estimateCorrelation(history({ A }), { names: ['A', 'X'] })).toThrow('no series X');
  });
});
