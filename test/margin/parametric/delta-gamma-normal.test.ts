import { describe, expect, it } from 'vitest';
import { constant, denseAffine, evaluate } from '../../../src/formula/index.js';
import { deltaGammaNormal, type GammaEntry } from '../../../src/margin/parametric/index.js';
import { seededRandom } from '../../../src/math/index.js';

const NOTHING = new Float64Array(0);
const money = (value: number) => constant('money', value);
const entry = (i: number, j: number, value: number): GammaEntry => ({ i, j, amount: money(value) });

function moments(delta: readonly number[], gamma: readonly GammaEntry[], covariance: readonly number[]) {
  const profit = deltaGammaNormal('profit', delta.map(money), gamma, Float64Array.from(covariance));
  return { mean: evaluate(profit.mean, NOTHING), deviation: evaluate(profit.deviation, NOTHING) };
}

describe('mean and deviation of a quadratic profit in normal factors', () => {
  it('of one factor: G/2 chi-square has mean G/2 and variance G^2/2', () => {
    // x ~ N(0, 4): delta 3 x + gamma 0.5 x^2 has mean 0.5 x 4 and variance 9 x 4 + 2 x (0.5 x 4)^2.
    expect(moments([3], [entry(0, 0, 1)], [4])).toEqual({ mean: 2, deviation: Math.sqrt(36 + 8) });
    expect(moments([0], [entry(0, 0, -10_000)], [1]).mean).toBe(-5_000);
  });

  it('of a product of two: x y has mean rho and variance 1 + rho^2', () => {
    const rho = 0.3;
    const { mean, deviation } = moments([0, 0], [entry(0, 1, 1)], [1, rho, rho, 1]);
    expect(mean).toBeCloseTo(rho, 14);
    expect(deviation ** 2).toBeCloseTo(1 + rho * rho, 14);
  });

  it('without second order is sqrt(d’ O d)', () => {
    expect(moments([100, -100], [], [1, 0.83, 0.83, 1]).deviation).toBeCloseTo(100 * Math.sqrt(2 * 0.17), 10);
  });

  it('of three factors is what four hundred thousand draws have', () => {
    const random = seededRandom(17);
    // Factors a, 0.6 a + 0.8 b, 2 c - a; covariance by hand.
    const covariance = [1, 0.6, -1, 0.6, 1, -0.6, -1, -0.6, 5];
    const delta = [1, -2, 0.5];
    const gamma = [entry(0, 0, 0.8), entry(0, 1, -0.4), entry(1, 2, 0.3), entry(2, 2, -0.2)];
    const draws = 400_000;
    let total = 0;
    let squares = 0;
    for (let k = 0; k < draws; k++) {
      const [a, b, c] = [random.normal(), random.normal(), random.normal()];
      const [x, y, z] = [a, 0.6 * a + 0.8 * b, 2 * c - a];
      const profit = x - 2 * y + 0.5 * z + 0.4 * x * x - 0.4 * x * y + 0.3 * y * z - 0.1 * z * z;
      total += profit;
      squares += profit * profit;
    }
    const { mean, deviation } = moments(delta, gamma, covariance);
    const drawn = total / draws;
    expect(mean).toBeCloseTo(drawn, 1);
    expect(deviation / Math.sqrt(squares / draws - drawn * drawn)).toBeCloseTo(1, 2);
  });

  it('is a formula of quantities: twice the book has twice of both', () => {
    const line = (name: string, ...slopes: number[]) => denseAffine(name, Float64Array.from(slopes));
    const entries = [{ i: 0, j: 0, amount: line('gamma', 0, -3) }];
    const { mean, deviation } = deltaGammaNormal('profit', [line('delta', 2, 1)], entries, Float64Array.of(0.25));
    const [one, two] = [Float64Array.of(1, 2), Float64Array.of(2, 4)];
    expect(evaluate(mean, one)).toBeCloseTo((0.5 * -6) / 4, 12);
    expect(evaluate(deviation, one)).toBeCloseTo(Math.sqrt(16 * 0.25 + 0.5 * (6 * 0.25) ** 2), 12);
    expect(evaluate(mean, two)).toBeCloseTo(2 * evaluate(mean, one), 12);
    expect(evaluate(deviation, two)).toBeCloseTo(2 * evaluate(deviation, one), 12);
  });
});
