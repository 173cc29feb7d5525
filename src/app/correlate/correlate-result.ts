import type { CorrelationMatrix } from '../../domain/index.js';
import { symmetricEigen } from '../../math/symmetric-eigen.js';
import type { CorrelateResult } from '../../schema/correlate/correlate-document.js';

/** The sections of a document, by the mode that made them. */
type Sections = Pick<CorrelateResult, 'estimate' | 'selection' | 'repair' | 'hedges'>;

/** Eigenvalues up to this, relative to the largest, are rounding of zero. */
const SINGULAR = 1e-12;

/** The result on a matrix that is ready for use; sections of other modes are null. */
export function correlateResult({
  matrix,
  ...sections
}: { readonly matrix: CorrelationMatrix } & Partial<Sections>): CorrelateResult {
  const { names, values } = matrix;
  const n = names.length;
  const eigenvalues = symmetricEigen(values, n).values;
  const [smallest, largest] = [eigenvalues[0] ?? 0, eigenvalues.at(-1) ?? 0];
  return {
    names: [...names],
    correlations: names.map((_, i) => [...values.subarray(i * n, (i + 1) * n)]),
    smallestEigenvalue: smallest,
    conditionNumber: smallest > SINGULAR * largest ? largest / smallest : null,
    estimate: null,
    selection: null,
    repair: null,
    hedges: null,
    ...sections,
  };
}
