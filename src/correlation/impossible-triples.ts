import type { CorrelationMatrix } from '../domain/index.js';

/** Three underlyings whose correlations no three random quantities have. */
export interface ImpossibleTriple {
  readonly a: string;
  readonly b: string;
  readonly c: string;
  /** 1 + 2 ab ac bc - ab^2 - ac^2 - bc^2, negative. */
  readonly determinant: number;
  /** Each of the three pairs, and where it would have to lie if the two others are right. */
  readonly pairs: readonly [AdmissiblePair, AdmissiblePair, AdmissiblePair];
}

export interface AdmissiblePair {
  readonly a: string;
  readonly b: string;
  readonly correlation: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The triples of negative determinant, worst first: given ab and ac, bc has to lie within
 * ab ac +- sqrt((1 - ab^2)(1 - ac^2)). A matrix may fail to be positive semidefinite without such a triple, but a triple
 * says which three figures to look at. Pairs above 1 in size are a matter of their own, and their triples are left out.
 *
 * Source: the 3 x 3 principal minor; I. Olkin, "Range restrictions for product-moment correlation matrices",
 * Psychometrika 46 (1981).
 *
 * @param known whether the figure of a pair (by its place in `values`) is known; default: all are.
 * @param tolerance a determinant above minus this is taken for rounding.
 */
export function impossibleTriples(
  { names, values }: CorrelationMatrix,
  known: (at: number) => boolean = () => true,
  tolerance = 1e-10,
): readonly ImpossibleTriple[] {
  const n = names.length;
  const found: ImpossibleTriple[] = [];
  const usable = (i: number, j: number): boolean => known(i * n + j) && Math.abs(values[i * n + j]!) <= 1;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      if (!usable(i, j)) continue;
      const ab = values[i * n + j]!;
      for (let k = j + 1; k < n; k++) {
        if (!usable(i, k) || !usable(j, k)) continue;
        const [ac, bc] = [values[i * n + k]!, values[j * n + k]!];
        const determinant = 1 + 2 * ab * ac * bc - ab * ab - ac * ac - bc * bc;
        if (determinant >= -tolerance) continue;
        const [a, b, c] = [names[i]!, names[j]!, names[k]!];
        const pairs = [
          admissible(a, b, ab, ac, bc),
          admissible(a, c, ac, ab, bc),
          admissible(b, c, bc, ab, ac),
        ] as const;
        found.push({ a, b, c, determinant, pairs });
      }
    }
  }
  return found.sort((one, other) => one.determinant - other.determinant);
}

function admissible(a: string, b: string, correlation: number, one: number, other: number): AdmissiblePair {
  const spread = Math.sqrt(Math.max(0, (1 - one * one) * (1 - other * other)));
  return { a, b, correlation, from: Math.max(-1, one * other - spread), to: Math.min(1, one * other + spread) };
}
