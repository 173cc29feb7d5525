import type { CorrelationMatrix } from '../domain/index.js';
import { CORRELATION_TOLERANCE, checkCorrelation } from './check-correlation.js';
import { frobeniusDistance } from './frobenius-distance.js';
import { nearestCorrelation } from './nearest-correlation.js';

export interface RepairedCorrelation {
  /** The given matrix itself when it needed no repair. */
  readonly matrix: CorrelationMatrix;
  readonly repaired: boolean;
  /** Of the matrix as given (its symmetric part). */
  readonly smallestEigenvalue: number;
  /** Frobenius distance between the given matrix and the one to use; 0 when not repaired. */
  readonly distance: number;
}

/**
 * Replaces a matrix that is no correlation matrix by the nearest one; a valid one is handed back untouched.
 *
 * @param tolerance see `checkCorrelation`: a rounding-sized negative eigenvalue is not worth a repair.
 * @throws RangeError when the values are not square over the names, or not finite.
 */
export function repairCorrelation(matrix: CorrelationMatrix, tolerance = CORRELATION_TOLERANCE): RepairedCorrelation {
  const { smallestEigenvalue, valid } = checkCorrelation(matrix, tolerance);
  if (valid) return { matrix, repaired: false, smallestEigenvalue, distance: 0 };
  const values = nearestCorrelation(matrix.values, matrix.names.length).values;
  return {
    matrix: { names: matrix.names, values },
    repaired: true,
    smallestEigenvalue,
    distance: frobeniusDistance(matrix.values, values),
  };
}
