/** A correlation of two columns, split into what is worked out once a column and what is left to do for a pair. */
export interface PairMeasure<P> {
  /**
   * What of a column's returns the pairs need; null for a column that does not move.
   *
   * @param order places of the returns from the smallest to the largest, where the caller has it.
   * @param reuse a prepared column no longer needed, whose storage may be taken.
   */
  readonly prepare: (returns: Float64Array, order?: Int32Array | null, reuse?: P | null) => P | null;
  /** Whether an order spares a sort. */
  readonly usesOrder: boolean;
  /** From -1 to 1. */
  readonly correlate: (a: P, b: P) => number;
  /**
   * Standard error of atanh of the correlation, for so many independent returns of equal weight; null where there are
   * too few to say.
   */
  readonly transformedError: (a: P, b: P, correlation: number, effective: number) => number | null;
  /** Returns of equal weight that tell as much as `count` weighted ones. */
  readonly equalWeights: (count: number) => number;
  /** What is reported for a correlation; increases. */
  readonly reported: (correlation: number) => number;
}

/** A standard deviation below this is rounding, not movement (a price that grows by the same factor every day). */
export const NO_MOVE = 1e-12;

/** The scalar product, which of two unit vectors is a correlation. */
export function cosine(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < a.length; t++) sum += a[t]! * b[t]!;
  // Rounding can carry perfectly dependent columns a hair beyond one.
  return Math.max(-1, Math.min(1, sum));
}

/** The vector at length 1; null where it has none. */
export function unitVector(vector: Float64Array, least = 0): Float64Array | null {
  let squares = 0;
  for (let t = 0; t < vector.length; t++) squares += vector[t]! * vector[t]!;
  if (!(squares > least)) return null;
  const length = Math.sqrt(squares);
  for (let t = 0; t < vector.length; t++) vector[t]! /= length;
  return vector;
}
