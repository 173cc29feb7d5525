import type { CorrelationMatrix } from '../domain/index.js';
import { symmetricEigen } from '../math/symmetric-eigen.js';

/** An entry of the matrix and by how much it is off; names as in the matrix. */
export interface CorrelationEntry {
  readonly a: string;
  readonly b: string;
  readonly value: number;
}

/** What a matrix of correlations is, in figures; nothing here is a judgement on the user's data. */
export interface CorrelationFacts {
  /**
   * The pair with the largest |rho(a, b) - rho(b, a)|, the value being that difference; null when exactly symmetric.
   */
  readonly asymmetry: CorrelationEntry | null;
  /** The diagonal entry farthest from 1; null when all are exactly 1. */
  readonly diagonal: CorrelationEntry | null;
  /** The off-diagonal entry of largest size when that is above 1; else null. */
  readonly outOfBounds: CorrelationEntry | null;
  /** Of the symmetric part, so that it is real whatever the matrix. */
  readonly smallestEigenvalue: number;
  readonly positiveSemidefinite: boolean;
  /** All of it within `tolerance`: symmetric, unit diagonal, |rho| <= 1, no negative eigenvalue. */
  readonly valid: boolean;
}

/** Eigenvalues of a singular matrix come out as rounding of either sign; below this they are taken for zero. */
export const CORRELATION_TOLERANCE = 1e-10;

/**
 * Looks a correlation matrix over.
 *
 * @param tolerance how far an entry or the smallest eigenvalue may be off before `valid` is false.
 * @throws RangeError when the values are not square over the names, or not finite.
 */
export function checkCorrelation(matrix: CorrelationMatrix, tolerance = CORRELATION_TOLERANCE): CorrelationFacts {
  const { names, values } = matrix;
  const n = names.length;
  if (values.length !== n * n) throw new RangeError(`${values.length} values are not a ${n} x ${n} matrix`);
  const { asymmetry, diagonal, outOfBounds } = worstEntries(matrix);
  const smallestEigenvalue = n === 0 ? 0 : symmetricEigen(values, n).values[0]!;
  const positiveSemidefinite = smallestEigenvalue >= -tolerance;
  const valid =
    positiveSemidefinite &&
    Math.abs(asymmetry?.value ?? 0) <= tolerance &&
    Math.abs((diagonal?.value ?? 1) - 1) <= tolerance &&
    Math.abs(outOfBounds?.value ?? 1) <= 1 + tolerance;
  return { asymmetry, diagonal, outOfBounds, smallestEigenvalue, positiveSemidefinite, valid };
}

function worstEntries({ names, values }: CorrelationMatrix) {
  const n = names.length;
  let asymmetry: CorrelationEntry | null = null;
  let diagonal: CorrelationEntry | null = null;
  let outOfBounds: CorrelationEntry | null = null;
  for (let k = 0; k < n * n; k++) {
    const i = Math.floor(k / n);
    const j = k % n;
    const value = values[k]!;
    if (!Number.isFinite(value)) throw new RangeError(`the correlation of ${names[i]} and ${names[j]} is ${value}`);
    const difference = i < j ? value - values[j * n + i]! : 0;
    const pair = { a: names[i]!, b: names[j]! };
    if (i === j && Math.abs(value - 1) > Math.abs((diagonal?.value ?? 1) - 1)) diagonal = { ...pair, value };
    if (i !== j && Math.abs(value) > Math.abs(outOfBounds?.value ?? 1)) outOfBounds = { ...pair, value };
    if (Math.abs(difference) > Math.abs(asymmetry?.value ?? 0)) asymmetry = { ...pair, value: difference };
  }
  return { asymmetry, diagonal, outOfBounds };
}
