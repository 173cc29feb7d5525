import { contradictionOf } from './contradiction-of.js';
import type { EntryPair } from './entry-pair.js';
import { type FoldedTwins, foldTwins, unfoldTwins } from './fold-twins.js';
import { solveNearestDual } from './nearest-dual.js';
import { positivePart } from './positive-part.js';
import { rescaleToUnitDiagonal } from './rescale-to-unit-diagonal.js';
import { weightedSymmetricPart } from './weighted-symmetric-part.js';

export type NearestWithFixed =
  | {
      readonly status: 'found';
      /** Row-major, unit diagonal, the fixed entries exactly as given, positive semidefinite to 1e-10. */
      readonly values: Float64Array;
      readonly method: 'newton' | 'projections';
      readonly iterations: number;
    }
  /** No correlation matrix has the fixed entries; `contradicting` are those that a proof of it rests on. */
  | { readonly status: 'infeasible'; readonly contradicting: readonly EntryPair[] }
  /** Neither a matrix nor a proof was found; `gap` is how far the fixed entries are still off. */
  | { readonly status: 'unsettled'; readonly gap: number };

/** Newton's answer is taken when its fixed entries are off by less than this; they are then set. */
const SETTLED = 1e-11;
const MOST_ROUNDS = 20_000;
const ROUNDS_BETWEEN_PROOFS = 25;

/**
 * The correlation matrix nearest to a given one among those that have some of its entries as they are: minimises
 * |W^1/2 (A - X) W^1/2| over the positive semidefinite X of unit diagonal with x_ij = a_ij for the fixed pairs.
 *
 * By Newton's method on the dual, twins (fixed at 1 or -1) folded; where the dual has no minimum because the fixed entries
 * still leave no positive definite matrix, by alternating projections with Dykstra's correction, as in N. Higham and N. Strabic,
 * "Anderson acceleration of the alternating projections method for computing the nearest correlation matrix", Numerical
 * Algorithms 72 (2016), section 3.2. Fixed entries that no correlation matrix has are proved to be so.
 *
 * @param fixed pairs of different indices, in either order; repeats do no harm.
 * @throws RangeError when the shape, an entry, a weight or a pair is unusable.
 */
export function nearestWithFixed(
  values: Float64Array,
  n: number,
  fixed: readonly EntryPair[],
  weights?: ArrayLike<number>,
): NearestWithFixed {
  const pairs = upperPairs(fixed, n);
  const plain = weightedSymmetricPart(values, n).given;
  const { diagonal } = weightedSymmetricPart(values, n, weights);
  const outside = pairs.find(({ i, j }) => Math.abs(plain[i * n + j]!) > 1);
  if (outside !== undefined) return { status: 'infeasible', contradicting: [outside] };
  const folded = foldTwins(plain, n, pairs, diagonal);
  if (folded.contradicting !== null) return { status: 'infeasible', contradicting: folded.contradicting };
  const answer = nearestOfFolded(folded);
  if (answer.status === 'found') {
    return { ...answer, values: withFixed(unfoldTwins(folded, answer.values), plain, n, pairs) };
  }
  if (answer.status === 'unsettled') return answer;
  const contradicting = pairs.filter(({ i, j }) => {
    const [g, h] = [folded.group[i]!, folded.group[j]!];
    return g === h || answer.contradicting.some((pair) => pair.i === Math.min(g, h) && pair.j === Math.max(g, h));
  });
  return { status: 'infeasible', contradicting };
}

function nearestOfFolded({ n, values, weights, fixed }: FoldedTwins): NearestWithFixed {
  const { given, diagonal } = weightedSymmetricPart(values, n, weights);
  const solution = solveNearestDual({ given, n, diagonal, pairs: fixed });
  if (solution.error > SETTLED) return byProjections(given, values, n, diagonal, fixed);
  const found = withFixed(rescaleToUnitDiagonal(solution.values, n), values, n, fixed);
  return { status: 'found', values: found, method: 'newton', iterations: solution.iterations };
}

function upperPairs(fixed: readonly EntryPair[], n: number): readonly EntryPair[] {
  const found = new Map<number, EntryPair>();
  for (const { i, j } of fixed) {
    if (!(i !== j && i >= 0 && j >= 0 && i < n && j < n)) throw new RangeError(`(${i}, ${j}) is no pair of ${n}`);
    const pair = { i: Math.min(i, j), j: Math.max(i, j) };
    found.set(pair.i * n + pair.j, pair);
  }
  return [...found.values()];
}

function withFixed(values: Float64Array, from: Float64Array, n: number, pairs: readonly EntryPair[]): Float64Array {
  for (const { i, j } of pairs) values[i * n + j] = values[j * n + i] = from[i * n + j]!;
  return values;
}

/** Dykstra's alternating projections between the semidefinite matrices and those with the fixed entries. */
function byProjections(
  given: Float64Array,
  plain: Float64Array,
  n: number,
  diagonal: Float64Array,
  pairs: readonly EntryPair[],
): NearestWithFixed {
  const settled = 1e-11 * Math.min(...diagonal);
  let current: Float64Array = given.slice();
  let correction: Float64Array = new Float64Array(n * n);
  let gap = Number.POSITIVE_INFINITY;
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const shifted = current.map((value, k) => value - correction[k]!);
    const semidefinite = positivePart(shifted, n).values;
    correction = semidefinite.map((value, k) => value - shifted[k]!);
    const next = withFixed(semidefinite.slice(), given, n, pairs);
    for (let i = 0; i < n; i++) next[i * n + i] = diagonal[i]!;
    gap = Math.hypot(...next.map((value, k) => value - semidefinite[k]!));
    current = next;
    if (gap <= settled) {
      const values = current.map((value, k) => value / Math.sqrt(diagonal[Math.floor(k / n)]! * diagonal[k % n]!));
      for (let i = 0; i < n; i++) values[i * n + i] = 1;
      return { status: 'found', values: withFixed(values, plain, n, pairs), method: 'projections', iterations: round };
    }
    if (round % ROUNDS_BETWEEN_PROOFS !== 0) continue;
    const contradicting = contradictionOf(plain, n, pairs, correction);
    if (contradicting !== null) return { status: 'infeasible', contradicting };
  }
  return { status: 'unsettled', gap };
}
