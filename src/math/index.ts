/**
 * Numbers only, no finance: the normal distribution and its inverse, root finding, dense matrices, statistics, a seeded
 * random stream. Imports nothing of the program. `symmetric-eigen.ts` is deliberately not re-exported: it loads
 * ml-matrix, so the few files that need it import it by its own path.
 */
export { bivariateNormalCdf } from './bivariate-normal.js';
export { type BrentOptions, type BrentOutcome, brent } from './brent.js';
export { matrixVector, quadraticForm } from './dense-matrix.js';
export { inverseNormalCdf } from './inverse-normal-cdf.js';
export { normalCdfTable, tabulatedNormalCdf } from './normal-cdf-table.js';
export { millsRatio, normalCdf, normalPdf } from './normal-distribution.js';
export { type SeededRandom, seededRandom } from './seeded-random.js';
export { correlationOfPairs, mean, type PairCorrelation, variance } from './statistics.js';
