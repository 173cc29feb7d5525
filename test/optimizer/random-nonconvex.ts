import {
  absolute,
  constant,
  denseAffine,
  type Formula,
  max,
  min,
  positivePart,
  scale,
  sum,
} from '../../src/formula/index.js';
import type { HedgeProblem } from '../../src/optimizer/hedge-problem.js';
import { randomHedge } from './random-hedges.js';
import { seededRandom } from './solver/seeded-random.js';

export interface NonconvexSize {
  readonly candidates: number;
  readonly limits: number;
  readonly lots: { readonly lot: number; readonly most: number } | null;
}

/**
 * A small hedge problem under rules as the venues' that are not convex: the smaller of two requirements per expiry, the
 * worst of scenarios of which some credit the smaller of two gains, a charge that is capped.
 */
export function randomNonconvex(seed: number, size: NonconvexSize): HedgeProblem {
  const problem = randomHedge(seed, { ...size, scenarios: 4 });
  const random = seededRandom(77_000 + seed);
  const lines = problem.present.length;
  const number = (scaleOf: number): number => (random() * 2 - 1) * scaleOf;
  const line = (name: string, scaleOf: number, constantTerm = 0) =>
    denseAffine(
      name,
      Float64Array.from({ length: lines }, () => number(scaleOf)),
      constantTerm,
    );
  const expiry = (name: string): Formula => {
    const value = line('value', 1);
    return min(name, [
      sum('isolated', [value, scale('short', 4, positivePart('first', line('first', 2)))]),
      sum('maximal loss', [value, max('settled', [line('up', 6), line('down', 6), constant('none', 0)])]),
    ]);
  };
  const scenario = (name: string): Formula =>
    max(name, [line('loss', 5), min('gain', [line('one side', 5), line('other side', 5)])]);
  const capped = min('capped', [
    scale('rising', 3, absolute('delta', line('delta', 1))),
    constant('cap', random() * 90),
  ]);
  const parts = [expiry('near'), max('worst', [scenario('skew'), scenario('discounted'), constant('none', 0)])];
  if (seed % 2 === 0) parts.push(expiry('far'));
  if (seed % 3 === 0) parts.push(capped);
  return { ...problem, margin: sum('initial margin', [...parts, scale('rest', 0.2, problem.margin)]) };
}
