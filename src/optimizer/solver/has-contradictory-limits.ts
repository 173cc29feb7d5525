import type { LinearProgram } from './linear-program.js';

/**
 * Whether the program is infeasible at sight: a column or row with its lower limit above its upper one, or a row
 * without coefficients whose limits leave out zero. Engines answer these in different ways, some with an exception.
 */
export function hasContradictoryLimits(program: LinearProgram): boolean {
  for (let j = 0; j < program.columns; j++) {
    let lower = program.lower[j]!;
    let upper = program.upper[j]!;
    if (program.integer?.[j] === 1) {
      lower = Math.ceil(lower);
      upper = Math.floor(upper);
    }
    if (lower > upper) return true;
  }
  const { rows } = program;
  for (let i = 0; i < rows.count; i++) {
    if (rows.lower[i]! > rows.upper[i]!) return true;
    const isEmpty = rows.starts[i] === rows.starts[i + 1];
    if (isEmpty && (rows.lower[i]! > 0 || rows.upper[i]! < 0)) return true;
  }
  return false;
}
