import { evaluate } from '../../src/formula/index.js';
import type { HedgeProblem } from '../../src/optimizer/hedge-problem.js';
import { buildHedgeProgram, type HedgeProgram } from '../../src/optimizer/hedge-program.js';
import { type ProgramRun, runProgram } from '../../src/optimizer/run-program.js';
import { loadSolver } from '../../src/optimizer/solver/index.js';
import { columnCost } from '../../src/optimizer/trade-columns.js';
import { solveOptions } from './solver/solve-options.js';

export interface Solved {
  readonly hedge: HedgeProgram;
  readonly run: ProgramRun;
  readonly x: Float64Array;
  /** What the solver says. */
  readonly objective: number;
  /** The full formula at the solver's point, cost included. */
  readonly evaluated: number;
}

/** The program of a problem, solved by HiGHS to the end of its row generation. @throws unless it is optimal */
export async function solvedProgram(problem: HedgeProblem): Promise<Solved> {
  const hedge = buildHedgeProgram(problem, { aim: { kind: 'margin' } });
  const run = await runProgram(hedge, await loadSolver('highs'), solveOptions({ relativeGap: 0 }));
  if (run.outcome.status !== 'optimal') throw new Error(`the program is ${run.outcome.status}`);
  const { x, objective } = run.outcome;
  const cost = hedge.trades.all.reduce((total, trade) => total + columnCost(trade) * x[trade.column]!, 0);
  const evaluated = problem.marginWeight * evaluate(problem.margin, hedge.trades.quantities(x)) + cost;
  return { hedge, run, x, objective, evaluated };
}
