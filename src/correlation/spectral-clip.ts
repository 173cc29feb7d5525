import { positivePart } from './positive-part.js';
import { rescaleToUnitDiagonal } from './rescale-to-unit-diagonal.js';

/**
 * The quick repair: negative eigenvalues are set to zero and the result rescaled to a unit diagonal. Feasible, but
 * farther from the given matrix than `nearestCorrelation`; what statsmodels (`corr_clipped`) and QuantLib
 * (`Spectral`) do.
 *
 * Source: R. Rebonato and P. Jaeckel, "The most general methodology to create a valid correlation matrix" (1999).
 *
 * @param values row-major `n` x `n`; only its symmetric part counts.
 * @returns row-major `n` x `n`, unit diagonal, positive semidefinite.
 * @throws RangeError when nothing is left on the diagonal of an underlying (its eigenvalues were all negative).
 */
export function spectralClip(values: Float64Array, n: number): Float64Array {
  const symmetric = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) symmetric[i * n + j] = (values[i * n + j]! + values[j * n + i]!) / 2;
  }
  return rescaleToUnitDiagonal(positivePart(symmetric, n).values, n);
}
