/**
 * What the figures of a model must be, as data: rules by shape, made by small builders, and the one check that compares a
 * value from outside with its rule.
 */
export { checkFigure } from './check-figure.js';
export { type CheckedFigure, placedMisfit, unsuitable } from './checked-figure.js';
export { expectedFigure } from './expected-figure.js';
export type * from './figure-rule.js';
export { isRecord } from './is-record.js';
export { numberFrom, upTo, wholeFrom, ZERO_OR_ONE } from './number-rules.js';
export { type NumericPlace, numericPlaces, withFigure } from './numeric-places.js';
export type { ParameterProblem } from './parameter-problem.js';
export { rising } from './rising.js';
export { entryOf, listOf, oneOf, tableOf, text } from './structure-rules.js';
