import { deadlineIn } from './solver/deadline.js';
import type { SolveOptions, Solver } from './solver/index.js';

/** The same solver, all of whose solves together may take so many seconds from now on; Infinity for no limit. */
export function withSharedTime(solver: Solver, seconds: number): Solver {
  const deadline = deadlineIn(seconds);
  const { searchTree } = solver;
  const within = (options: SolveOptions): SolveOptions => {
    const left = Math.max(0, deadline.secondsLeft());
    return { ...options, timeLimit: Math.min(options.timeLimit, left) };
  };
  return {
    id: solver.id,
    version: solver.version,
    ...(searchTree === undefined
      ? {}
      : { searchTree: (program, guide, options) => searchTree(program, guide, within(options)) }),
    open: (program) => {
      const session = solver.open(program);
      return {
        addRows: (rows) => session.addRows(rows),
        changeRow: (row, lower, upper) => session.changeRow(row, lower, upper),
        solve: (options) => session.solve(within(options)),
        dispose: () => session.dispose(),
      };
    },
  };
}
