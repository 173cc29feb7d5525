import type { SolveOptions, SolveOutcome, Solver } from '../../src/optimizer/solver/index.js';

/** A solver that answers by a script, whatever it is asked, the last answer for ever; and remembers. */
export function scriptedSolver(answers: readonly (SolveOutcome | ((columns: number) => SolveOutcome))[]) {
  const seen: { solves: number; rows: number; changes: number; disposed: number; options: SolveOptions[] } = {
    solves: 0,
    rows: 0,
    changes: 0,
    disposed: 0,
    options: [],
  };
  const solver: Solver = {
    id: 'js',
    version: '0',
    open: ({ columns }) => ({
      addRows: (rows) => {
        seen.rows += rows.count;
      },
      changeRow: () => {
        seen.changes += 1;
      },
      solve: async (options) => {
        seen.options.push(options);
        const answer = answers[Math.min(seen.solves++, answers.length - 1)];
        if (answer === undefined) throw new Error('the script is empty');
        return typeof answer === 'function' ? answer(columns) : answer;
      },
      dispose: () => {
        seen.disposed += 1;
      },
    }),
  };
  return { solver, seen };
}
