import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascendingOrder } from '../../../src/correlation/estimate/ascending-order.js';
import { ewmaMeasure } from '../../../src/correlation/estimate/ewma-measure.js';
import { gerberMeasure } from '../../../src/correlation/estimate/gerber-measure.js';
import { InversionCounter } from '../../../src/correlation/estimate/inversion-counter.js';
import { kendallMeasure } from '../../../src/correlation/estimate/kendall-measure.js';
import type { PairMeasure } from '../../../src/correlation/estimate/pair-measure.js';
import { SAMPLE_MEASURE } from '../../../src/correlation/estimate/sample-measure.js';
import { midRanks, spearmanMeasure } from '../../../src/correlation/estimate/spearman-measure.js';

function of<P>(measure: PairMeasure<P>, x: readonly number[], y: readonly number[]): number {
  const [a, b] = [measure.prepare(Float64Array.from(x)), measure.prepare(Float64Array.from(y))];
  if (a === null || b === null) return Number.NaN;
  return measure.reported(measure.correlate(a, b));
}

function errorOf<P>(measure: PairMeasure<P>, x: readonly number[], y: readonly number[], effective: number) {
  const [a, b] = [measure.prepare(Float64Array.from(x))!, measure.prepare(Float64Array.from(y))!];
  return measure.transformedError(a, b, measure.correlate(a, b), effective);
}

// Hollander and Wolfe (1973), pp. 185-194, as in the example of R's cor.test: lightness of tuna and its quality.
const LIGHTNESS = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1];
const QUALITY = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8];

describe('the sample correlation', () => {
  it('is that of R: cor(lightness, quality)', () => {
    expect(of(SAMPLE_MEASURE, LIGHTNESS, QUALITY)).toBeCloseTo(0.5711816, 7);
  });

  it('has an error of 1 / sqrt(n - 3) after atanh, and none for three returns', () => {
    expect(errorOf(SAMPLE_MEASURE, LIGHTNESS, QUALITY, 28)).toBeCloseTo(0.2, 15);
    expect(errorOf(SAMPLE_MEASURE, LIGHTNESS, QUALITY, 3)).toBeNull();
  });

  it('has nothing to say of a column that does not move, up to rounding', () => {
    const grows = Array.from({ length: 20 }, (_, t) => Math.log(1.1 ** (t + 1) / 1.1 ** t));
    expect(SAMPLE_MEASURE.prepare(Float64Array.from(grows))).toBeNull();
    expect(SAMPLE_MEASURE.prepare(new Float64Array(5))).toBeNull();
  });
});

describe('the exponentially weighted correlation', () => {
  // By hand, half-life 1: weights 1/4, 1/2, 1; products 0.045, squares 0.0325 and 0.105.
  const [a, b] = [
    [0.1, 0.2, -0.1],
    [0.2, 0.1, -0.3],
  ] as const;

  it('is the weighted cosine', () => {
    expect(of(ewmaMeasure(1), a, b)).toBeCloseTo(0.045 / Math.sqrt(0.0325 * 0.105), 14);
  });

  it('is worth (sum w)^2 / sum w^2 returns of equal weight', () => {
    expect(ewmaMeasure(1).equalWeights(3)).toBeCloseTo(1.75 ** 2 / 1.3125, 14);
    expect(ewmaMeasure(1).equalWeights(0)).toBe(0);
    expect(ewmaMeasure(1e300).equalWeights(7)).toBe(7);
    // RiskMetrics: (1 + 0.97) / (1 - 0.97) for an endless history.
    expect(ewmaMeasure(Math.log(0.5) / Math.log(0.97)).equalWeights(1e5)).toBeCloseTo(1.97 / 0.03, 6);
  });

  it('refuses a half-life that is none', () => {
    expect(() => ewmaMeasure(0)).toThrow(RangeError);
  });
});

describe("Spearman's correlation", () => {
  it.each([
    // The example of scipy.stats.spearmanr.
    [[1, 2, 3, 4, 5], [5, 6, 7, 8, 7], 0.8207826816681233],
    // R: cor(lightness, quality, method = "spearman"), by 1 - 6 sum d^2 / (n (n^2 - 1)) with sum d^2 = 48.
    [LIGHTNESS, QUALITY, 0.6],
  ])('%j and %j: %d', (x, y, expected) => {
    expect(of(spearmanMeasure(false), x, y)).toBeCloseTo(expected, 14);
  });

  it('is 2 sin(pi rho / 6) as that of normal returns', () => {
    expect(of(spearmanMeasure(true), LIGHTNESS, QUALITY)).toBeCloseTo(2 * Math.sin(0.1 * Math.PI), 14);
    expect(of(spearmanMeasure(true), [1, 2, 3], [1, 2, 3])).toBeCloseTo(1, 14);
  });

  it('gives equal returns the mean of their ranks', () => {
    const values = Float64Array.of(3, 1, 3, 2, 3);
    expect([...midRanks(values, ascendingOrder(values))]).toEqual([4, 1, 4, 2, 4]);
  });

  it('has the error of Bonett and Wright', () => {
    expect(errorOf(spearmanMeasure(false), LIGHTNESS, QUALITY, 28)).toBeCloseTo(Math.sqrt(1.18 / 25), 12);
    expect(errorOf(spearmanMeasure(false), LIGHTNESS, QUALITY, 3)).toBeNull();
  });
});

describe("Kendall's tau-b", () => {
  it.each([
    // The example of scipy.stats.kendalltau, with ties in both.
    [[12, 2, 1, 12, 2], [1, 4, 7, 1, 0], -0.47140452079103173],
    // The example of R's cor.test: T = 26 of 36 pairs concordant.
    [LIGHTNESS, QUALITY, (2 * 26) / 36 - 1],
  ])('%j and %j: %d', (x, y, expected) => {
    expect(of(kendallMeasure(false), x, y)).toBeCloseTo(expected, 14);
  });

  it('is sin(pi tau / 2) as that of normal returns', () => {
    expect(of(kendallMeasure(true), LIGHTNESS, QUALITY)).toBeCloseTo(Math.sin((Math.PI / 2) * (4 / 9)), 14);
  });

  it('is what comparing every pair says, whatever the ties', () => {
    const columns = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(columns, (rows) => {
        const [x, y] = [rows.map(([a]) => a), rows.map(([, b]) => b)];
        const expected = tauByPairs(x, y);
        const tau = of(kendallMeasure(false), x, y);
        if (Number.isNaN(expected)) expect(tau).toBeNaN();
        else expect(tau).toBeCloseTo(expected, 12);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('has the error of Fieller, Hartley and Pearson', () => {
    expect(errorOf(kendallMeasure(false), LIGHTNESS, QUALITY, 104)).toBeCloseTo(Math.sqrt(0.00437), 12);
    expect(errorOf(kendallMeasure(false), LIGHTNESS, QUALITY, 4)).toBeNull();
  });
});

/** By definition: signs of all pairs, NaN where a column is constant. */
function tauByPairs(x: readonly number[], y: readonly number[]): number {
  let [score, movesX, movesY] = [0, 0, 0];
  for (let s = 0; s < x.length; s++) {
    for (let t = 0; t < s; t++) {
      const [dx, dy] = [Math.sign(x[s]! - x[t]!), Math.sign(y[s]! - y[t]!)];
      score += dx * dy;
      movesX += dx * dx;
      movesY += dy * dy;
    }
  }
  return movesX * movesY === 0 ? Number.NaN : score / Math.sqrt(movesX * movesY);
}

describe('InversionCounter', () => {
  it.each([
    [[1, 3, 0, 2, 4], 3],
    [[4, 3, 2, 1, 0], 10],
    [[0, 0, 0], 0],
    [[2, 0, 2, 0], 3],
    [[3, 0, 3, 0, 2, 0], 8],
    [[0], 0],
  ])('%j has %d', (sequence, expected) => {
    const counter = new InversionCounter(sequence.length);
    counter.sequence.set(sequence);
    counter.tellApart(sequence.length);
    expect([counter.count(sequence.length), counter.count(sequence.length)]).toEqual([expected, expected]);
  });
});

describe('an InversionCounter for longer sequences', () => {
  it('looks at the start of what it holds', () => {
    const counter = new InversionCounter(9);
    counter.sequence.set([1, 3, 0, 2, 4, 8, 7, 6, 5]);
    expect([counter.count(5), counter.count(9), counter.count(0)]).toEqual([3, 9, 0]);
  });

  it('counts what two loops count', () => {
    const lengths = fc
      .integer({ min: 1, max: 200 })
      .chain((n) => fc.array(fc.integer({ max: n, min: 0 }), { minLength: n, maxLength: n }));
    const counter = new InversionCounter(200);
    fc.assert(
      fc.property(lengths, (numbers) => {
        const ranks = numbers.map((number) => numbers.filter((other) => other < number).length);
        counter.sequence.set(ranks);
        counter.tellApart(ranks.length);
        const slow = ranks.reduce(
          (sum, rank, t) => sum + ranks.slice(0, t).filter((earlier) => earlier > rank).length,
          0,
        );
        expect(counter.count(ranks.length)).toBe(slow);
      }),
      { seed: 13, numRuns: 60 },
    );
  });
});

describe('the Gerber statistic', () => {
  // Half a standard deviation is about 1.6 and 1: the moves are + - + - 0 and + - - 0 +.
  const a = [3, -3, 3, -3, 0.1];
  const b = [2, -2, -2, 0.1, 2];

  it('is concordant less discordant over the root of the moves of each', () => {
    expect(of(gerberMeasure(0.5), a, b)).toBeCloseTo((2 - 1) / Math.sqrt(4 * 4), 14);
  });

  it('looks at larger moves only with a larger threshold', () => {
    // Above 1.1 standard deviations (2.0 of 1.8): only the first and the fourth of c count, and none of its moves is small.
    const c = [4, -0.1, 0.1, -4, 0.1];
    expect(of(gerberMeasure(1.1), c, c)).toBeCloseTo(1, 14);
    expect(gerberMeasure(3).prepare(Float64Array.from(c))).toBeNull();
  });

  it('has the error of the delta method, of resamples of what was seen', () => {
    // By hand: p = 0.8 and 0.8, 0.6 of both; 0.6 x 1.03125 / 0.64 - 0.75 x 0.0625 x 2.5.
    expect(errorOf(gerberMeasure(0.5), a, b, 100)).toBeCloseTo(Math.sqrt(0.849609375 / 100) / 0.9375, 12);
    expect(errorOf(gerberMeasure(0.5), a, a, 100)).toBeNull();
  });

  it('does not move where the returns do not, and refuses a threshold that is none', () => {
    expect(gerberMeasure(0.5).prepare(new Float64Array(9))).toBeNull();
    expect(() => gerberMeasure(0)).toThrow(RangeError);
  });
});
