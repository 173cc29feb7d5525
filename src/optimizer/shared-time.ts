import { deadlineIn } from './solver/deadline.js';
import type { Solver } from './solver/index.js';

/** The same solver, all of whose solves together may take so many seconds from now on; Infinity for no limit. */
export function withSharedTime(solver: Solver, seconds: number): Solver {
  const deadline = deadlineIn(seconds);
  return {
    id: solver.id,
    version: solver.version,
    open: (program) => {
      const session = solver.open(program);
      return {
        addRows: (rows) => session.addRows(rows),
        changeRow: (row, lower, upper) => session.changeRow(row, lower, upper),
        solve: (options) => {
          const left = Math.max(0, deadline.secondsLeft());
          return session.solve({ ...options, timeLimit: Math.min(options.timeLimit, left) });
        },
        dispose: () => session.dispose(),
      };
    },
  };
}
