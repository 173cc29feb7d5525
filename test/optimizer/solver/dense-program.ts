import type { LinearProgram } from '../../../src/optimizer/solver/linear-program.js';
import { ProgramBuilder } from '../../../src/optimizer/solver/program-builder.js';

/** A small program written out in full: every row with one coefficient per column. Columns are >= 0 unless said. */
export interface DenseProgram {
  readonly cost: readonly number[];
  /** [coefficients, lower limit, upper limit] */
  readonly rows: readonly (readonly [readonly number[], number, number])[];
  readonly lower?: readonly number[];
  readonly upper?: readonly number[];
  readonly integer?: boolean;
  readonly offset?: number;
}

export function denseProgram(dense: DenseProgram): LinearProgram {
  const builder = new ProgramBuilder();
  builder.addOffset(dense.offset ?? 0);
  for (const [j, cost] of dense.cost.entries()) {
    const lower = dense.lower?.[j] ?? 0;
    const upper = dense.upper?.[j] ?? Number.POSITIVE_INFINITY;
    builder.addColumn({ name: `x${j}`, lower, upper, cost, integer: dense.integer ?? false });
  }
  for (const [i, [values, lower, upper]] of dense.rows.entries()) {
    builder.addRow({ name: `row ${i}`, lower, upper, indices: values.map((_, j) => j), values });
  }
  return builder.build();
}
