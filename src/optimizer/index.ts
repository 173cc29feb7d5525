/**
 * The search for hedges: candidates and limits become columns and rows, a formula becomes rows, a solver answers, and the
 * answer becomes trades with a bound. Knows formulas, not models; every row carries the name of what it came from.
 */
export type { Candidate, Exclusion, PriceLevel } from './candidate.js';
export type { CandidateFilter } from './candidate-filter.js';
export type { HedgeFailed, HedgeFound, HedgeInfeasible, HedgeOutcome } from './hedge-outcome.js';
export { type HedgeProblem, needsIntegers, type RelaxedEnds } from './hedge-problem.js';
export { bookAfter, costOf, type Fill, type HedgeTrade, objectiveOf } from './hedge-solution.js';
export type { LimitConflict, LimitEnd } from './limit-conflict.js';
export * from './limits/index.js';
export { type BoundProof, proveBound } from './prove-bound.js';
export type { RowMultiplier } from './row-multiplier.js';
export { type CandidateRules, type CandidateSelection, selectCandidates } from './select-candidates.js';
export { solveHedge } from './solve-hedge.js';
export { loadSolver, type SolveOptions, type Solver } from './solver/index.js';
export { feeMoney, spreadMoney } from './unit-cost.js';
