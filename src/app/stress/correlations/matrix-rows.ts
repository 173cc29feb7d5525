/** A row-major `n` x `n` matrix row by row, as documents have it. */
export function matrixRows(values: Float64Array, n: number): number[][] {
  return Array.from({ length: n }, (_, i) => [...values.subarray(i * n, (i + 1) * n)]);
}
