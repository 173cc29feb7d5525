import {
  checkCorrelation,
  type EntryPair,
  nearestWithFixed,
  shrinkToTarget,
  spectralClip,
} from '../../../correlation/index.js';
import { type CorrelationMatrix, type Issue, makeIssue } from '../../../domain/index.js';
import type { RepairTerms } from './repair-terms.js';

/** What a repair gives, or why there is none. */
export type RepairedMatrix =
  | { readonly status: 'repaired'; readonly values: Float64Array; readonly alpha: number | null }
  | { readonly status: 'refused'; readonly issue: Issue };

/** Makes a correlation matrix of a symmetric one by the way that was asked for. */
export function repairedMatrix(matrix: CorrelationMatrix, terms: RepairTerms): RepairedMatrix {
  const { names, values } = matrix;
  const n = names.length;
  const { method, fixed } = terms;
  if (method === 'spectral') return { status: 'repaired', values: spectralClip(values, n), alpha: null };
  if (method !== 'shrink') return nearest(matrix, fixed, terms.weights ?? undefined);
  if (terms.target === null) throw new Error('a shrink repair without a target');
  const target = terms.target.slice();
  for (const { i, j } of fixed) target[i * n + j] = target[j * n + i] = values[i * n + j]!;
  // The fixed pairs must be those of the target too; where that spoils it, the nearest target that has them will do.
  const targetIs = checkCorrelation({ names, values: target });
  const possible = targetIs.positiveSemidefinite ? null : nearest({ names, values: target }, fixed);
  if (possible?.status === 'refused') return possible;
  const shrunk = shrinkToTarget(values, possible?.values ?? target, n);
  if (shrunk.status === 'found') return { status: 'repaired', values: shrunk.values, alpha: shrunk.alpha };
  const detail = `its smallest eigenvalue is ${shrunk.smallestEigenvalue.toPrecision(4)}`;
  return { status: 'refused', issue: makeIssue('COR_TARGET_REFUSED', { subject: 'with the fixed pairs', detail }) };
}

function nearest(
  { names, values }: CorrelationMatrix,
  fixed: readonly EntryPair[],
  weights?: Float64Array,
): RepairedMatrix {
  const answer = nearestWithFixed(values, names.length, fixed, weights);
  if (answer.status === 'found') return { status: 'repaired', values: answer.values, alpha: null };
  if (answer.status === 'unsettled') {
    return { status: 'refused', issue: makeIssue('COR_FIX_UNSETTLED', { detail: answer.gap.toExponential(1) }) };
  }
  const subject = answer.contradicting
    .map(({ i, j }) => `${names[i]}/${names[j]} ${values[i * names.length + j]}`)
    .join(', ');
  return { status: 'refused', issue: makeIssue('COR_FIXED_IMPOSSIBLE', { field: '--fix', subject }) };
}
