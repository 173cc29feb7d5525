/**
 * The search for hedges: candidates and limits become columns and rows, a formula becomes rows, a solver answers, and the
 * answer becomes trades with a bound. Knows formulas, not models; every row carries the name of what it came from.
 */
export type { Candidate, Exclusion, PriceLevel } from './candidate.js';
export type { CandidateFilter } from './candidate-filter.js';
export * from './collateral/index.js';
export { convexPart } from './convex-part.js';
export { type DisplayedBook, type DisplayedLevel, displayedBook } from './displayed-book.js';
export { type LeftOut, type LimitWorth, leaveOneOut, limitWorths } from './explain/index.js';
export type { FeeRate, FeeSchedule } from './fees/fee-schedule.js';
export { FEE_SCHEDULES, findFeeSchedule } from './fees/fee-schedules.js';
export type { FeeRole } from './fees/schedule-fee.js';
export { type UnitFees, unitFees } from './fees/unit-fees.js';
export type { HedgeFailed, HedgeFound, HedgeInfeasible, HedgeMethod, HedgeOutcome } from './hedge-outcome.js';
export { type HedgeProblem, needsIntegers, type RelaxedEnds, type SecondFigure } from './hedge-problem.js';
export { bookAfter, costOf, type HedgeTrade, objectiveOf, secondValue, type TradeCost } from './hedge-solution.js';
export { type LimitConflict, type LimitEnd, limitEnds } from './limit-conflict.js';
export * from './limits/index.js';
export { nothingIsAdmissible } from './nothing-is-admissible.js';
export { priceLadder } from './price-ladder.js';
export { priceOnTick } from './price-on-tick.js';
export { proveAnyBound } from './prove-any-bound.js';
export type { BoundProof } from './prove-bound.js';
export type { RowMultiplier } from './row-multiplier.js';
export { type CandidateRules, type CandidateSelection, selectCandidates } from './select-candidates.js';
export { withSharedTime } from './shared-time.js';
export { solveAnyHedge } from './solve-any-hedge.js';
export { type SecondAsked, type SecondFound, secondProblem, solveSecondAim } from './solve-second-aim.js';
export { loadSolver, type SolveOptions, type Solver } from './solver/index.js';
export { type ToldTrade, type TradeFault, tradesAsTold } from './trades-as-told.js';
export { feeMoney, spreadMoney } from './unit-cost.js';
export { type Fill, type Walk, walkLadder } from './walk-ladder.js';
