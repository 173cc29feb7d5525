/**
 * Derive's standard margin: every short option by itself or the worst settlement of its expiry, whichever needs less, with
 * rates on perpetuals and base assets; several underlyings, which do not net.
 */
export { deriveSrm } from './derive-srm.js';
export { SRM_FIGURE_RULES } from './srm-figure-rules.js';
export { SRM_PARAMETER_SETS } from './srm-parameter-sets.js';
export { srmProblems } from './srm-problems.js';
export type * from './srm-snapshot.js';
export type { ByUnderlying, SrmValues } from './srm-values.js';
