/** The places of the values from the smallest to the largest; equal values in the order of their places. */
export function ascendingOrder(values: Float64Array): Int32Array {
  const order = Int32Array.from(values, (_, place) => place);
  return order.sort((a, b) => values[a]! - values[b]! || a - b);
}
