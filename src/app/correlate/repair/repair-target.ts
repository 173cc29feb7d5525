import { checkCorrelation, equalCorrelation } from '../../../correlation/index.js';
import { type CorrelationMatrix, hasErrors, type Io, type Issue, makeIssue } from '../../../domain/index.js';
import { readCorrelations, type Source } from '../../../ingest/index.js';

export interface RepairTarget {
  /** Row-major over the names of the matrix; null with errors. */
  readonly values: Float64Array | null;
  readonly issues: readonly Issue[];
  readonly sources: readonly Source[];
}

/** What a matrix is shrunk to: `identity`, `equal` (every pair at the mean), or a file that has all its names. */
export async function repairTarget(asked: string, matrix: CorrelationMatrix, io: Io): Promise<RepairTarget> {
  const { names, values } = matrix;
  const n = names.length;
  if (asked === 'identity') {
    const identity = Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : 0));
    return { values: identity, issues: [], sources: [] };
  }
  if (asked === 'equal') return { values: equalCorrelation(values, n), issues: [], sources: [] };
  const file = await readCorrelations(asked, io);
  const sources = [{ ...file.source, role: 'target' }];
  if (hasErrors(file.issues)) return { values: null, issues: file.issues, sources };
  const refuse = (detail: string): RepairTarget => {
    const issue = makeIssue('COR_TARGET_REFUSED', { field: '--target', value: asked, subject: asked, detail });
    return { values: null, issues: [...file.issues, issue], sources };
  };
  const slots = names.map((name) => file.value.names.indexOf(name));
  const missing = names.filter((_, i) => slots[i] === -1);
  if (missing.length > 0) return refuse(`it has no ${missing.join(', ')}`);
  const width = file.value.names.length;
  const target = Float64Array.from(
    { length: n * n },
    (_, k) => file.value.values[slots[Math.floor(k / n)]! * width + slots[k % n]!]!,
  );
  const { positiveSemidefinite, smallestEigenvalue } = checkCorrelation({ names, values: target });
  if (!positiveSemidefinite) return refuse(`its smallest eigenvalue is ${smallestEigenvalue.toPrecision(4)}`);
  return { values: target, issues: file.issues, sources };
}
