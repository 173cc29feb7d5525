/**
 * The search for hedges: candidates and limits become columns and rows, a formula becomes rows, a solver answers, and the
 * answer becomes trades with a bound. Knows formulas, not models; every row carries the name of what it came from.
 */
export type { Candidate, Exclusion, PriceLevel } from './candidate.js';
export { type HedgeProblem, needsIntegers, type RelaxedEnds } from './hedge-problem.js';
export { bookAfter, costOf, type Fill, type HedgeTrade } from './hedge-solution.js';
export type { LimitConflict } from './limit-conflict.js';
export * from './limits/index.js';
export { type CandidateRules, type CandidateSelection, selectCandidates, spreadMoney } from './select-candidates.js';
export {
  type HedgeFailed,
  type HedgeFound,
  type HedgeInfeasible,
  type HedgeOutcome,
  solveHedge,
} from './solve-hedge.js';
export { loadSolver, type SolveOptions, type Solver } from './solver/index.js';
