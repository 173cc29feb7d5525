/** The k-th largest of some amounts, counted from 1. @throws RangeError when there are fewer than k */
export function kthLargest(values: ArrayLike<number>, k: number): number {
  if (!(Number.isInteger(k) && k >= 1 && k <= values.length)) {
    throw new RangeError(`there is no number ${k} by size of ${values.length}`);
  }
  return Float64Array.from(values).sort()[values.length - k]!;
}

/** The sum of the k largest of some amounts. @throws RangeError when there are fewer than k */
export function sumOfLargest(values: ArrayLike<number>, k: number): number {
  const ascending = Float64Array.from(values).sort();
  if (!(Number.isInteger(k) && k >= 0 && k <= ascending.length)) {
    throw new RangeError(`there are no ${k} largest of ${ascending.length}`);
  }
  let total = 0;
  for (let i = ascending.length - k; i < ascending.length; i++) total += ascending[i]!;
  return total;
}
