/** One row of a proof by weak duality: the row by name and hash, and its multiplier. */
export interface RowMultiplier {
  readonly row: string;
  readonly value: number;
  /** Of the row and the value, see `rowHash`. */
  readonly hash: string;
  /** Of a tangent, where it touches; null for every other row. */
  readonly at: readonly number[] | null;
}
