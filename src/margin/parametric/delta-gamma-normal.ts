import { type Affine, type Norm, norm, sparseAffine } from '../../formula/index.js';

/** A second-order sensitivity: to one factor twice (i = j), or to two, whose symmetric twin is not listed. */
export interface GammaEntry {
  readonly i: number;
  readonly j: number;
  readonly amount: Affine;
}

/** The first two moments of a profit, as formulas: a quantile is mean + inverse normal x deviation. */
export interface NormalProfit {
  readonly mean: Affine;
  readonly deviation: Norm;
}

/**
 * Mean and standard deviation of a profit d'x + x'G x / 2 where the factors x are jointly normal with covariance O:
 *
 * ```
 * mean = tr(G O) / 2      variance = d'O d + tr(G O G O) / 2
 * ```
 *
 * Both parts of the variance are quadratic in the sensitivities, so the deviation is one `norm` over all of them, and convex
 * in quantities.
 *
 * SOURCE: J. Mina and A. Ulmer, "Delta-gamma four ways" (RiskMetrics, 1999), the normal approximation; P. Glasserman, "Monte
 * Carlo Methods in Financial Engineering" (2004), section 9.1.2.
 *
 * @param delta a first-order sensitivity per factor
 * @param gamma entries of G; none for delta-normal
 * @param covariance O, row-major, as wide as there are factors, positive semidefinite
 */
export function deltaGammaNormal(
  name: string,
  delta: readonly Affine[],
  gamma: readonly GammaEntry[],
  covariance: Float64Array,
): NormalProfit {
  const n = delta.length;
  const size = n + gamma.length;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) matrix[i * size + j] = covariance[i * n + j]!;
  gamma.forEach((a, p) => {
    gamma.forEach((b, r) => {
      matrix[(n + p) * size + n + r] = halfTrace(a, b, covariance, n);
    });
  });
  const weights = gamma.map(({ i, j }) => (i === j ? 0.5 : 1) * covariance[i * n + j]!);
  return {
    mean: weighted(`mean of ${name}`, gamma, weights),
    deviation: norm(`deviation of ${name}`, [...delta, ...gamma.map(({ amount }) => amount)], matrix),
  };
}

/** tr(A O B O) / 2 of the symmetric unit matrices of two entries. */
function halfTrace(a: GammaEntry, b: GammaEntry, covariance: Float64Array, n: number): number {
  let total = 0;
  for (const [i, j] of places(a)) {
    for (const [k, l] of places(b)) total += covariance[j * n + k]! * covariance[l * n + i]!;
  }
  return total / 2;
}

function places({ i, j }: GammaEntry): readonly (readonly [number, number])[] {
  return i === j
    ? [[i, j]]
    : [
        [i, j],
        [j, i],
      ];
}

function weighted(name: string, entries: readonly GammaEntry[], weights: readonly number[]): Affine {
  let constant = 0;
  const byColumn = new Map<number, number>();
  entries.forEach(({ amount }, p) => {
    constant += weights[p]! * amount.constant;
    amount.coefficients.forEach((coefficient, k) => {
      const column = amount.columns === null ? k : amount.columns[k]!;
      byColumn.set(column, (byColumn.get(column) ?? 0) + weights[p]! * coefficient);
    });
  });
  return sparseAffine(name, [...byColumn.keys()], [...byColumn.values()], constant);
}
