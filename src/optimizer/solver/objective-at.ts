import type { LinearProgram } from './linear-program.js';

/** offset + cost . x, from the program's own data. */
export function objectiveAt(program: LinearProgram, x: Float64Array): number {
  let objective = program.offset;
  for (let j = 0; j < program.columns; j++) objective += program.cost[j]! * x[j]!;
  return objective;
}
