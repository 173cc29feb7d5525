/**
 * An array of so many figures in the storage of one that is no longer needed, or a new one where that is too short. Its
 * figures are whatever was there: every one of them is to be written. Loops over many pairs of columns go in the same few
 * arrays this way, instead of having one cleared and collected for each.
 */
export function figuresIn(old: Float64Array | null | undefined, count: number): Float64Array {
  if (old === null || old === undefined || old.buffer.byteLength < count * 8) return new Float64Array(count);
  return new Float64Array(old.buffer, 0, count);
}

/** The same for places. */
export function placesIn(old: Int32Array | null | undefined, count: number): Int32Array {
  if (old === null || old === undefined || old.buffer.byteLength < count * 4) return new Int32Array(count);
  return new Int32Array(old.buffer, 0, count);
}
