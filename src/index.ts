/**
 * margo as a library: the use cases behind the commands (each takes a request and an `Io`, returns a whole document), the
 * words they speak, and option prices by themselves.
 */
export type { CandidateFilters } from './app/candidate-filters.js';
export { CORRELATE_DEFAULTS } from './app/correlate/correlate-defaults.js';
export type * from './app/correlate/correlate-request.js';
export { runCorrelate } from './app/correlate/run-correlate.js';
export { describeModels } from './app/describe-models.js';
export type { HorizonRule } from './app/horizon/horizon-margin.js';
export type { Outcome } from './app/outcome.js';
export type * from './app/request.js';
export { COMMON_DEFAULTS, MARGIN_DEFAULTS, OPTIMIZE_DEFAULTS, STRESS_DEFAULTS } from './app/request-defaults.js';
export { runAllocate } from './app/run-allocate.js';
export { runAttribute } from './app/run-attribute.js';
export { runCollateral } from './app/run-collateral.js';
export { runCompare } from './app/run-compare.js';
export { runFrontier } from './app/run-frontier.js';
export { runMargin } from './app/run-margin.js';
export { runOptimize } from './app/run-optimize.js';
export { runReconcile } from './app/run-reconcile.js';
export { runStress } from './app/run-stress.js';
export { runVerify } from './app/run-verify.js';
export { runWhatIf } from './app/run-whatif.js';
export type * from './app/verify/recorded-run.js';
export type * from './domain/index.js';
export * as pricing from './pricing/index.js';
export { render } from './render/index.js';
export type * from './schema/index.js';
