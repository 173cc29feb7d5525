import type { EntryPair } from '../../../correlation/index.js';
import { type CorrelationMatrix, type Io, type Issue, makeIssue } from '../../../domain/index.js';
import type { Source } from '../../../ingest/index.js';
import { fixedPairs } from './fixed-pairs.js';
import { nameWeights } from './name-weights.js';
import type { RepairMethod, RepairRequest } from './repair-request.js';
import { repairTarget } from './repair-target.js';

/** A repair with everything it needs as figures. */
export interface RepairTerms {
  readonly method: RepairMethod;
  readonly weights: Float64Array | null;
  readonly fixed: readonly EntryPair[];
  /** Row-major, of `shrink`; null for the others. */
  readonly target: Float64Array | null;
}

/** What a request asks of one matrix; whatever does not go together is complained about. */
export async function repairTerms(
  request: RepairRequest,
  matrix: CorrelationMatrix,
  io: Io,
): Promise<{ readonly terms: RepairTerms; readonly issues: readonly Issue[]; readonly sources: readonly Source[] }> {
  const method =
    request.method ?? (request.weights !== null ? 'weighted' : request.target !== null ? 'shrink' : 'nearest');
  const issues: Issue[] = [];
  const unsuited = (field: string, expected: string): void => {
    issues.push(makeIssue('COR_REPAIR_UNSUITED', { field, value: method, expected }));
  };
  if (request.weights !== null && method !== 'weighted') unsuited('--weights', '--repair weighted');
  if (request.target !== null && method !== 'shrink') unsuited('--target', '--repair shrink');
  if (request.fix.length > 0 && method === 'spectral') unsuited('--fix', '--repair nearest, weighted or shrink');
  if (request.weights === null && method === 'weighted') {
    issues.push(makeIssue('COR_WEIGHT_TEXT', { value: '', detail: '--repair weighted was given none' }));
  }
  const fixed = fixedPairs(request.fix, matrix.names);
  const weights = await nameWeights(method === 'weighted' ? request.weights : null, matrix.names, io);
  const target = method === 'shrink' ? await repairTarget(request.target ?? 'identity', matrix, io) : null;
  return {
    terms: { method, weights: weights.weights, fixed: fixed.pairs, target: target?.values ?? null },
    issues: [...issues, ...fixed.issues, ...weights.issues, ...(target?.issues ?? [])],
    sources: [...weights.sources, ...(target?.sources ?? [])],
  };
}
