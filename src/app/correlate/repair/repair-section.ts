import {
  checkCorrelation,
  frobeniusDistance,
  type ImpossibleTriple,
  impossibleTriples,
  pairChanges,
} from '../../../correlation/index.js';
import { type CorrelationMatrix, type Issue, makeIssue } from '../../../domain/index.js';
import { symmetricEigen } from '../../../math/symmetric-eigen.js';
import type { CorrelateRepair } from '../../../schema/correlate/correlate-repair.js';
import type { RepairTerms } from './repair-terms.js';
import { repairedMatrix } from './repaired-matrix.js';
import { tripleIssues } from './triple-issues.js';

/** So many triples stand in the document. */
const MOST_TRIPLES = 20;
/** A condition number above this leaves the inverse without digits that mean something. */
const NEARLY_SINGULAR = 1e8;

export interface CheckedMatrix {
  /** The matrix to use; null where it was refused. */
  readonly matrix: CorrelationMatrix | null;
  readonly section: CorrelateRepair | null;
  readonly issues: readonly Issue[];
}

/** Looks a matrix over and, where it is none, makes it a correlation matrix by the way that was asked for. */
export function checkedMatrix(
  matrix: CorrelationMatrix,
  terms: RepairTerms,
  { target, noRepair }: { readonly target: string | null; readonly noRepair: boolean },
): CheckedMatrix {
  const { names, values } = matrix;
  const n = names.length;
  const facts = checkCorrelation(matrix);
  const triples = impossibleTriples(matrix);
  const issues: Issue[] = [...tripleIssues(triples)];
  const repaired = facts.valid ? ({ status: 'repaired', values, alpha: null } as const) : repairedMatrix(matrix, terms);
  if (repaired.status === 'refused') return { matrix: null, section: null, issues: [...issues, repaired.issue] };
  const distance = frobeniusDistance(values, repaired.values);
  if (!facts.valid) {
    const detail = `smallest eigenvalue ${facts.smallestEigenvalue.toPrecision(4)}, distance ${distance.toPrecision(4)}`;
    issues.push(
      noRepair
        ? makeIssue('RUN_CORRELATION_REFUSED', { detail })
        : makeIssue('COR_REPAIRED', { detail, value: terms.method }),
    );
    if (noRepair) return { matrix: null, section: null, issues };
  } else issues.push(...nearlySingular(matrix));
  const section: CorrelateRepair = {
    given: names.map((_, i) => [...values.subarray(i * n, (i + 1) * n)]),
    valid: facts.valid,
    smallestEigenvalue: facts.smallestEigenvalue,
    negativeEigenvalues: facts.valid ? 0 : symmetricEigen(values, n).values.filter((value) => value < 0).length,
    impossibleTriples: triples.length,
    triples: triples.slice(0, MOST_TRIPLES).map(tripleLine),
    ...termsOf(matrix, terms, target, facts.valid),
    alpha: repaired.alpha,
    distance,
    ...movesOf(matrix, repaired.values),
    compared: null,
  };
  return { matrix: { names, values: repaired.values }, section, issues };
}

function tripleLine({ a, b, c, determinant, pairs }: ImpossibleTriple): CorrelateRepair['triples'][number] {
  return { names: [a, b, c], determinant, pairs: pairs.map((pair) => ({ ...pair })) };
}

function termsOf(
  { names, values }: CorrelationMatrix,
  { method, weights, fixed }: RepairTerms,
  target: string | null,
  valid: boolean,
): Pick<CorrelateRepair, 'method' | 'weights' | 'fixed' | 'target'> {
  return {
    method: valid ? null : method,
    weights: weights === null ? [] : names.map((name, i) => ({ name, weight: weights[i]! })),
    fixed: fixed.map(({ i, j }) => ({ a: names[i]!, b: names[j]!, correlation: values[i * names.length + j]! })),
    target: method === 'shrink' ? (target ?? 'identity') : null,
  };
}

function movesOf(matrix: CorrelationMatrix, after: Float64Array): Pick<CorrelateRepair, 'largestChange' | 'moved'> {
  const moved = pairChanges(matrix, after).map((pair) => ({ ...pair }));
  return { largestChange: Math.abs(moved[0]?.change ?? 0), moved };
}

function nearlySingular({ names, values }: CorrelationMatrix): Issue[] {
  const eigenvalues = symmetricEigen(values, names.length).values;
  const [smallest, largest] = [eigenvalues[0] ?? 1, eigenvalues.at(-1) ?? 1];
  if (largest / Math.max(smallest, 0) <= NEARLY_SINGULAR) return [];
  const value = smallest > 1e-12 * largest ? (largest / smallest).toPrecision(3) : 'none, for an eigenvalue is 0';
  return [makeIssue('COR_NEARLY_SINGULAR', { value })];
}
