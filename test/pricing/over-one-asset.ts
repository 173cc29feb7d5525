import { normalPdf } from '../../src/math/normal-distribution.js';
import { gaussLegendre } from '../../src/pricing/american-quadrature.js';
import { black76 } from '../../src/pricing/black76.js';

/** Two lognormal forwards; deviations are sigma sqrt(T). */
export interface Pair {
  readonly forward1: number;
  readonly forward2: number;
  readonly stdDev1: number;
  readonly stdDev2: number;
  readonly correlation: number;
}

/**
 * Undiscounted value of a payoff on two assets, without a bivariate probability: the second asset is integrated over by
 * Gauss-Legendre, in panels that end where it equals one of `kinks`; the first is priced by Black given the second.
 * `payoff` is handed the second asset and the prices of a call and a put on the first.
 */
export function overOneAsset(
  pair: Pair,
  kinks: readonly number[],
  payoff: (second: number, call: (strike: number) => number, put: (strike: number) => number) => number,
): number {
  const { forward1, forward2, stdDev1, stdDev2, correlation } = pair;
  const rest = stdDev1 * Math.sqrt(1 - correlation ** 2);
  const places = kinks.map((kink) => (Math.log(kink / forward2) + 0.5 * stdDev2 ** 2) / stdDev2);
  const inside = places.filter((place) => Math.abs(place) < 9).sort((a, b) => a - b);
  const ends = [-9, ...inside, 9];
  const { nodes, weights } = gaussLegendre(120);
  let sum = 0;
  for (let panel = 1; panel < ends.length; panel++) {
    const half = (ends[panel]! - ends[panel - 1]!) / 2;
    const middle = (ends[panel]! + ends[panel - 1]!) / 2;
    for (let k = 0; k < nodes.length; k++) {
      const z = middle + half * nodes[k]!;
      const second = forward2 * Math.exp(stdDev2 * z - 0.5 * stdDev2 ** 2);
      const forward = forward1 * Math.exp(correlation * stdDev1 * z - 0.5 * (correlation * stdDev1) ** 2);
      const price = (right: 'C' | 'P') => (strike: number) => black76(right, forward, strike, rest, 1);
      sum += half * weights[k]! * normalPdf(z) * payoff(second, price('C'), price('P'));
    }
  }
  return sum;
}
