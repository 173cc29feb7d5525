import type { Comparison } from '../vector-case.js';
import type { JsonMatrix } from './json-entries.js';

/** Every entry of a matrix beside ours. Throws where the sizes differ. */
export function compareMatrix(
  field: string,
  ours: Float64Array,
  theirs: JsonMatrix,
  tolerance: number,
): readonly Comparison[] {
  if (ours.length !== theirs.values.length) {
    throw new RangeError(`${field} has ${theirs.values.length} entries where ours has ${ours.length}`);
  }
  return Array.from(theirs.values, (value, k) => ({
    field: `${field}[${Math.floor(k / theirs.columns)}][${k % theirs.columns}]`,
    ours: ours[k] ?? Number.NaN,
    theirs: value,
    tolerance,
  }));
}

/** A single figure beside ours, when the entry has it. */
export function compareFigure(field: string, ours: number, theirs: unknown, tolerance: number): readonly Comparison[] {
  return typeof theirs === 'number'
    ? [{ field, ours, theirs, tolerance: tolerance * Math.max(1, Math.abs(theirs)) }]
    : [];
}
