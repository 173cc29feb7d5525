import type { LinearProgram, RowBlock } from './linear-program.js';

/** A coefficient below this share of its row's largest is dropped before a solve. */
const NEGLIGIBLE = 1e-9;

/** Rows made fit for a solver: row i is `rowScale[i]` times the original, less its negligible coefficients. */
export interface ConditionedRows {
  readonly rows: RowBlock;
  readonly rowScale: Float64Array;
}

/**
 * A program made fit for a solver, with the factors to undo it: columns keep their units, so `x` carries over as it is;
 * an original row dual is `rowScale[i] * dual / costScale`, an original objective or bound `value / costScale`.
 */
export interface ConditionedProgram {
  readonly program: LinearProgram;
  readonly rowScale: Float64Array;
  readonly costScale: number;
}

/**
 * Drops coefficients below 1e-9 of their row's largest and scales each row, and the objective, by a power of two (exact
 * in binary arithmetic) so that its largest |coefficient| lies in [1, 2). Unscaled margin rows mix prices of 1e5 with
 * gammas of 1e-6, which is the size of the solvers' absolute tolerances, and HiGHS rounds an objective of 3e-9 to zero.
 *
 * Dropping changes the program by at most 1e-9 of the row's largest coefficient times the column's range, so answers
 * must be, and are, checked against the original rows afterwards.
 */
export function conditionProgram(program: LinearProgram): ConditionedProgram {
  const { rows, rowScale } = conditionRows(program.rows);
  const costScale = unitScale(largest(program.cost, 0, program.columns));
  return {
    program: { ...program, offset: program.offset * costScale, cost: program.cost.map((c) => c * costScale), rows },
    rowScale,
    costScale,
  };
}

/** The rows' half of {@link conditionProgram}, for rows added to an open session. */
export function conditionRows(rows: RowBlock): ConditionedRows {
  const rowScale = new Float64Array(rows.count);
  const lower = new Float64Array(rows.count);
  const upper = new Float64Array(rows.count);
  const starts = new Int32Array(rows.count + 1);
  const indices = new Int32Array(rows.indices.length);
  const values = new Float64Array(rows.values.length);
  let kept = 0;
  for (let i = 0; i < rows.count; i++) {
    const from = rows.starts[i]!;
    const to = rows.starts[i + 1]!;
    const size = largest(rows.values, from, to);
    const scale = unitScale(size);
    for (let k = from; k < to; k++) {
      const value = rows.values[k]!;
      if (value === 0 || Math.abs(value) < NEGLIGIBLE * size) continue;
      indices[kept] = rows.indices[k]!;
      values[kept++] = value * scale;
    }
    rowScale[i] = scale;
    lower[i] = rows.lower[i]! * scale;
    upper[i] = rows.upper[i]! * scale;
    starts[i + 1] = kept;
  }
  const scaled = {
    count: rows.count,
    lower,
    upper,
    starts,
    indices: indices.slice(0, kept),
    values: values.slice(0, kept),
  };
  return { rows: scaled, rowScale };
}

/** Row duals in the original units, from the duals of the conditioned program. */
export function originalDuals(duals: Float64Array, rowScale: Float64Array, costScale: number): Float64Array {
  return duals.map((dual, i) => (dual * rowScale[i]!) / costScale);
}

function largest(values: Float64Array, from: number, to: number): number {
  let size = 0;
  for (let k = from; k < to; k++) size = Math.max(size, Math.abs(values[k]!));
  return size;
}

/** The power of two that brings `size` into [1, 2); 1 for what is nothing (0, and sizes whose inverse overflows). */
function unitScale(size: number): number {
  if (size < 1e-300) return 1;
  const scale = 2 ** -Math.floor(Math.log2(size));
  // The logarithm of a figure next to a power of two may round to the wrong side.
  if (size * scale >= 2) return scale / 2;
  return size * scale < 1 ? scale * 2 : scale;
}
