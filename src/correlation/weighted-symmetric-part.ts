/** W^1/2 A W^1/2 for the symmetric part A of a matrix, and the diagonal of W. */
export interface WeightedSymmetricPart {
  /** Row-major `n` x `n`. */
  readonly given: Float64Array;
  readonly diagonal: Float64Array;
}

/**
 * Scales the symmetric part of a matrix by the square roots of its underlyings' weights, so that plain distances of scaled
 * matrices are weighted distances of the matrices themselves.
 *
 * @param weights positive, one an underlying; default: all 1.
 * @throws RangeError when the shape, an entry or a weight is unusable.
 */
export function weightedSymmetricPart(
  values: Float64Array,
  n: number,
  weights?: ArrayLike<number>,
): WeightedSymmetricPart {
  if (values.length !== n * n || n < 1) throw new RangeError(`${values.length} values are not a ${n} x ${n} matrix`);
  const diagonal = Float64Array.from({ length: n }, (_, i) => weights?.[i] ?? 1);
  const given = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const weight = diagonal[i]!;
    if (!(weight > 0 && Number.isFinite(weight))) throw new RangeError(`weight ${i} is ${weight}, not positive`);
    for (let j = 0; j < n; j++) {
      const entry = (values[i * n + j]! + values[j * n + i]!) / 2;
      if (!Number.isFinite(entry)) throw new RangeError(`entry ${i}, ${j} is ${entry}`);
      given[i * n + j] = Math.sqrt(weight * diagonal[j]!) * entry;
    }
  }
  return { given, diagonal };
}
