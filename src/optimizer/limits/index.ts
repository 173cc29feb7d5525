/** The owner's limits as figures: each kind one rule that says what is measured, resolved against the present book. */
export type * from './limit-measure.js';
export { isProblem } from './limit-measure.js';
export { expiryScope, matchesPattern, matchScope, type ScopeMatch, type ScopeUniverse } from './limit-scope.js';
export { resolveLimit } from './resolve-limit.js';
export type { ResolvedLimit } from './resolved-limit.js';
