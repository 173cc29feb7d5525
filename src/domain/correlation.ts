/** A symmetric matrix over named underlyings, row-major: `values[i * names.length + j]`. */
export interface CorrelationMatrix {
  readonly names: readonly string[];
  readonly values: Float64Array;
}
