/**
 * The eight nodes. A margin rule book is written once as a formula; here it is built, evaluated (the margin), explained
 * (the breakdown) and bounded. Knows no model and no solver.
 */
export { BookVariations } from './book-variations.js';
export * from './build-formula.js';
export { type ColumnPlace, columnMover } from './column-mover.js';
export { convexAbove } from './convex-above.js';
export { convexBelow } from './convex-below.js';
export { convexCover } from './convex-cover.js';
export { describeFormula } from './describe-formula.js';
export { type Direction, directionalDerivative } from './directional-derivative.js';
export { evaluate, evaluateAffine, evaluateNorm, normArguments } from './evaluate-formula.js';
export { coefficientOf, evaluateSingle } from './evaluate-single.js';
export { type Explanation, explain } from './explain-formula.js';
export { floorsOf } from './floors-of.js';
export type * from './formula.js';
export { type FormulaGraph, formulaGraph } from './formula-graph.js';
export { formulaInterval, type Interval } from './formula-interval.js';
export { gradient } from './gradient.js';
export { hasMinimum } from './has-minimum.js';
export { isLinear } from './is-linear.js';
export { kthLargest, sumOfLargest } from './largest-values.js';
export { namedBehind } from './named-behind.js';
export { NodeValues } from './node-values.js';
export { oneSidedSlopes, type Slopes } from './one-sided-slopes.js';
export { opposite } from './opposite.js';
export { renamedFormula } from './renamed-formula.js';
export { type Rival, rivalsOf } from './rivals-of.js';
