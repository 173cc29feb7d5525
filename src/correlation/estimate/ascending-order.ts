/** The places of the values from the smallest to the largest. */
export function ascendingOrder(values: Float64Array): Int32Array {
  const places = Int32Array.from(values, (_, place) => place);
  sortPlaces(places, places.length, values, new Int32Array(places.length));
  return places;
}

/** Runs of so few are sorted by insertion. */
const SHORT = 8;

/**
 * Sorts the first `count` places by their values, equal ones as they stand: a merge sort, for a typed array's own sort calls
 * its comparison through the engine, at several times the cost.
 *
 * @param spare as long as the places, overwritten.
 */
export function sortPlaces(places: Int32Array, count: number, values: Float64Array, spare: Int32Array): void {
  for (let start = 0; start < count; start += SHORT) {
    insertionSort(places, start, Math.min(count, start + SHORT), values);
  }
  let [from, to] = [places, spare];
  for (let run = SHORT; run < count; run *= 2) {
    for (let start = 0; start < count; start += 2 * run) {
      mergeRuns(from, to, start, Math.min(count, start + run), Math.min(count, start + 2 * run), values);
    }
    [from, to] = [to, from];
  }
  if (from !== places) places.set(from.subarray(0, count));
}

function insertionSort(places: Int32Array, start: number, end: number, values: Float64Array): void {
  for (let k = start + 1; k < end; k++) {
    const place = places[k]!;
    const value = values[place]!;
    let at = k;
    for (; at > start && values[places[at - 1]!]! > value; at--) places[at] = places[at - 1]!;
    places[at] = place;
  }
}

function mergeRuns(
  from: Int32Array,
  to: Int32Array,
  start: number,
  middle: number,
  end: number,
  values: Float64Array,
): void {
  for (let k = start, i = start, j = middle; k < end; k++) {
    const takesFirst = j >= end || (i < middle && values[from[i]!]! <= values[from[j]!]!);
    to[k] = takesFirst ? from[i++]! : from[j++]!;
  }
}
