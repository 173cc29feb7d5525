import { isLinear } from '../../formula/index.js';
import type { LimitRule } from './limit-measure.js';
import { matchesPattern } from './limit-scope.js';

/** Loss in a named scenario (unweighted, positive when money is lost); a pattern or `total` means each scenario it matches. */
export const lossLimit: LimitRule = (limit, { scenarios, currency }) => {
  const everything = limit.scope.toLowerCase() === 'total';
  const named = scenarios.filter(({ name }) => everything || matchesPattern(name, limit.scope));
  if (named.length === 0) return { problem: 'unknownScenario', known: scenarios.map(({ name }) => name) };
  // A loss that is a maximum of straight lines is convex: it can be kept below something, not above.
  if (limit.min !== null && !named.every(({ loss }) => isLinear(loss))) return { problem: 'onlyMaximum', known: [] };
  return named.map(({ name, loss }) => ({ scope: name, unit: currency, measure: { kind: 'book', formula: loss } }));
};
