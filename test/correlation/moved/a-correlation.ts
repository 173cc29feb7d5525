import { rescaleToUnitDiagonal } from '../../../src/correlation/rescale-to-unit-diagonal.js';
import { seededRandom } from '../../../src/math/seeded-random.js';

/** A positive definite correlation matrix by chance: that of 2n draws of n figures. */
export function aCorrelation(n: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  const draws = Array.from({ length: 2 * n }, () => Float64Array.from({ length: n }, () => random.normal()));
  const products = new Float64Array(n * n);
  for (const draw of draws) {
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) products[i * n + j]! += draw[i]! * draw[j]!;
  }
  return rescaleToUnitDiagonal(products, n);
}
