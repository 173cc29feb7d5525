import type { LimitRule } from './limit-measure.js';

/** The initial margin of the whole book. Convex, so it can be bounded from above only. */
export const marginLimit: LimitRule = (limit, { initialMargin, currency }) => {
  if (limit.min !== null) return { problem: 'onlyMaximum', known: [] };
  return [{ scope: 'total', unit: currency, measure: { kind: 'book', formula: initialMargin } }];
};
