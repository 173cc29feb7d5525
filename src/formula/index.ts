/**
 * The six nodes. A margin rule book is written once as a formula; here it is built, evaluated (the margin), explained
 * (the breakdown) and bounded. Knows no model and no solver.
 */
export * from './build-formula.js';
export { describeFormula } from './describe-formula.js';
export { evaluate, evaluateAffine, evaluateNorm, normArguments } from './evaluate-formula.js';
export { coefficientOf, evaluateSingle } from './evaluate-single.js';
export { type Explanation, explain } from './explain-formula.js';
export type * from './formula.js';
export { formulaInterval, type Interval } from './formula-interval.js';
export { type ColumnPlaces, onColumns } from './on-columns.js';
export { opposite } from './opposite.js';
