/**
 * Coefficients of the polynomial of degree n through values at the extrema cos(i pi / n) of T_n, i = 0..n.
 *
 * @param values at i = 0..n, that is from 1 down to -1; at least two.
 */
export function chebyshevCoefficients(values: Float64Array): Float64Array {
  const n = values.length - 1;
  const cosines = cosineTable(n);
  const coefficients = new Float64Array(n + 1);
  for (let k = 0; k <= n; k++) {
    let sum = 0;
    for (let i = 0; i <= n; i++) {
      const half = i === 0 || i === n ? 0.5 : 1;
      sum += half * values[i]! * cosines[(i * k) % (2 * n)]!;
    }
    coefficients[k] = ((k === 0 || k === n ? 1 : 2) / n) * sum;
  }
  return coefficients;
}

/** The value at `z` in [-1, 1] of the Chebyshev series with these coefficients, by Clenshaw's recurrence. */
export function chebyshevValue(coefficients: Float64Array, z: number): number {
  let next = 0;
  let value = 0;
  for (let k = coefficients.length - 1; k >= 1; k--) {
    const before = 2 * z * value - next + coefficients[k]!;
    next = value;
    value = before;
  }
  return z * value - next + coefficients[0]!;
}

const tables = new Map<number, Float64Array>();

/** cos(j pi / n) for j = 0..2n-1; a run uses few different n. */
function cosineTable(n: number): Float64Array {
  let table = tables.get(n);
  if (table === undefined) {
    table = Float64Array.from({ length: 2 * n }, (_, j) => Math.cos((j * Math.PI) / n));
    tables.set(n, table);
  }
  return table;
}
