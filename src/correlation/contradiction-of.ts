import { symmetricEigen } from '../math/symmetric-eigen.js';
import type { EntryPair } from './entry-pair.js';

/** Entries of a proof below this part of its largest have no part in it. */
const NO_PART = 1e-6;
const ROUNDING = 1e-14;

/**
 * A proof that no correlation matrix has the given entries, sought near a direction: a positive semidefinite Z that is
 * zero outside the diagonal and the pairs has <Z, X> >= 0 for every positive semidefinite X, and <Z, X> depends on the unit
 * diagonal and those entries alone. A negative one is a contradiction (Farkas' lemma for semidefinite matrices).
 *
 * @param values row-major `n` x `n`; only the entries of the pairs are looked at.
 * @param direction row-major, where a proof is thought to lie; it is cut to the pattern and made semidefinite, so that
 * what comes out is a proof whatever went in.
 * @returns the pairs that the proof rests on; null when there is none near the direction.
 */
export function contradictionOf(
  values: Float64Array,
  n: number,
  pairs: readonly EntryPair[],
  direction: Float64Array,
): readonly EntryPair[] | null {
  const proof = new Float64Array(n * n);
  for (let i = 0; i < n; i++) proof[i * n + i] = direction[i * n + i]!;
  for (const { i, j } of pairs) proof[i * n + j] = proof[j * n + i] = direction[i * n + j]!;
  const size = proof.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  if (size === 0) return null;
  // Parts beside the others' rounding carry nothing, and figures next to underflow upset the eigenvalues' iteration.
  for (let k = 0; k < proof.length; k++) proof[k] = Math.abs(proof[k]!) < ROUNDING * size ? 0 : proof[k]! / size;
  const lift = Math.max(0, -symmetricEigen(proof, n).values[0]!);
  let product = 0;
  for (let i = 0; i < n; i++) product += proof[i * n + i]! + lift;
  for (const { i, j } of pairs) product += 2 * proof[i * n + j]! * values[i * n + j]!;
  if (!(product < -1e-12 * n)) return null;
  return pairs.filter(({ i, j }) => Math.abs(proof[i * n + j]!) > NO_PART);
}
