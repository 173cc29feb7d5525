import type { LinearProgram } from './linear-program.js';

/** A program with each set of identical columns made one, and the way back. */
export interface MergedProgram {
  readonly program: LinearProgram;
  /** A point of the merged program as a point of the original one: the same objective and rows, within every bound. */
  readonly split: (x: Float64Array) => Float64Array;
}

/**
 * Makes one column of those with the same cost and the same coefficients (the same contract quoted twice, or at two
 * levels of equal price): bounds are added up. Equal columns are what javascript-lp-solver cycles on. Continuous columns
 * only; row order and row duals stay as they are.
 */
export function mergeDuplicateColumns(program: LinearProgram): MergedProgram {
  const groups = groupEqualColumns(program);
  const merged = new Int32Array(program.columns);
  for (const [g, group] of groups.entries()) for (const j of group) merged[j] = g;
  const first = Int32Array.from(groups, (group) => group[0]!);
  const total = (bounds: Float64Array) =>
    Float64Array.from(groups, (group) => group.reduce((sum, j) => sum + bounds[j]!, 0));
  return {
    program: {
      columns: groups.length,
      offset: program.offset,
      cost: Float64Array.from(first, (j) => program.cost[j]!),
      lower: total(program.lower),
      upper: total(program.upper),
      integer: null,
      rows: keepColumns(program, merged, first),
    },
    split: (x) => splitPoint(program, groups, x),
  };
}

function groupEqualColumns(program: LinearProgram): number[][] {
  const { rows } = program;
  const keys = Array.from(program.cost, (cost) => `${cost}`);
  for (let i = 0; i < rows.count; i++) {
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) keys[rows.indices[k]!]! += ` ${i}:${rows.values[k]}`;
  }
  const groups = new Map<string, number[]>();
  for (const [j, key] of keys.entries()) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [j]);
    else group.push(j);
  }
  return [...groups.values()];
}

/** The rows with only the first column of each group, renumbered. */
function keepColumns(program: LinearProgram, merged: Int32Array, first: Int32Array): LinearProgram['rows'] {
  const { rows } = program;
  const indices: number[] = [];
  const values: number[] = [];
  const starts = new Int32Array(rows.count + 1);
  for (let i = 0; i < rows.count; i++) {
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) {
      const j = rows.indices[k]!;
      const g = merged[j]!;
      if (first[g] !== j) continue;
      indices.push(g);
      values.push(rows.values[k]!);
    }
    starts[i + 1] = indices.length;
  }
  return { ...rows, starts, indices: Int32Array.from(indices), values: Float64Array.from(values) };
}

/** Each column starts at its bound nearest to nothing; what is left of the total goes to the first that has room. */
function splitPoint(program: LinearProgram, groups: readonly number[][], x: Float64Array): Float64Array {
  const point = new Float64Array(program.columns);
  for (const [g, group] of groups.entries()) {
    const [only] = group;
    if (group.length === 1 && only !== undefined) {
      point[only] = x[g]!;
      continue;
    }
    let left = x[g]!;
    for (const j of group) {
      point[j] = Math.min(Math.max(0, program.lower[j]!), program.upper[j]!);
      left -= point[j]!;
    }
    for (const j of group) {
      const room = (left > 0 ? program.upper[j]! : program.lower[j]!) - point[j]!;
      const step = left > 0 ? Math.min(left, room) : Math.max(left, room);
      point[j]! += step;
      left -= step;
    }
  }
  return point;
}
