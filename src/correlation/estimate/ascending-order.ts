/** The places of the values from the smallest to the largest. */
export function ascendingOrder(values: Float64Array): Int32Array {
  return sortedBy(
    values,
    Int32Array.from(values, (_, place) => place),
  );
}

/** A column's returns on its own dates, by the date on which each ends. */
export interface OwnOrder {
  /** Dates from that of the smallest return to that of the largest. */
  readonly dates: Int32Array;
  /** By date. */
  readonly returns: Float64Array;
}

/**
 * The order of a column's returns on some of its dates: as on all of them, but for those that now start on another date,
 * which are sorted by themselves and merged in. With few of these it takes a tenth of the time of a sort.
 *
 * @param placeAt by date: the place of the return that ends there, or -1.
 */
export function orderOnDates(own: OwnOrder, placeAt: Int32Array, returns: Float64Array): Int32Array {
  const kept = new Int32Array(returns.length);
  const changed = new Int32Array(returns.length);
  let keptCount = 0;
  let changedCount = 0;
  for (let k = 0; k < own.dates.length; k++) {
    const date = own.dates[k]!;
    const place = placeAt[date]!;
    if (place < 0) continue;
    if (returns[place] === own.returns[date]) kept[keptCount++] = place;
    else changed[changedCount++] = place;
  }
  if (changedCount === 0) return kept;
  return merged(returns, kept.subarray(0, keptCount), sortedBy(returns, changed.subarray(0, changedCount)));
}

function sortedBy(values: Float64Array, places: Int32Array): Int32Array {
  return places.sort((a, b) => values[a]! - values[b]! || a - b);
}

function merged(values: Float64Array, first: Int32Array, second: Int32Array): Int32Array {
  const all = new Int32Array(first.length + second.length);
  let j = 0;
  for (let i = 0, k = 0; k < all.length; k++) {
    const takesFirst = j >= second.length || (i < first.length && values[first[i]!]! <= values[second[j]!]!);
    all[k] = takesFirst ? first[i++]! : second[j++]!;
  }
  return all;
}
