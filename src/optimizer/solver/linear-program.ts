/**
 * minimise offset + cost'x  subject to  rowLower <= A x <= rowUpper,  lower <= x <= upper,  x[j] integer where marked.
 * Rows are sparse, row-wise (CSR). Infinite bounds are +-Infinity; every other number is finite.
 * Row names are kept beside the numbers by the program's owner: the solver sees none.
 */
export interface LinearProgram {
  readonly columns: number;
  readonly offset: number;
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1 where the column must be whole; null for a continuous program. */
  readonly integer: Uint8Array | null;
  readonly rows: RowBlock;
}

/** Sparse rows: entries of row i are `indices/values[starts[i] .. starts[i+1])`. */
export interface RowBlock {
  readonly count: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}
