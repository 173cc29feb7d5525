import type { LinearProgram } from './linear-program.js';

/** The program with other limits of one row; the argument is not changed. Throws RangeError where there is no such row. */
export function withRowLimits(program: LinearProgram, row: number, lower: number, upper: number): LinearProgram {
  const { rows } = program;
  if (!(row >= 0 && row < rows.count)) throw new RangeError(`there is no row ${row}`);
  const moved = { ...rows, lower: rows.lower.slice(), upper: rows.upper.slice() };
  moved.lower[row] = lower;
  moved.upper[row] = upper;
  return { ...program, rows: moved };
}
