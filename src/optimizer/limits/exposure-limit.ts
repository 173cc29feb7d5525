import { absolute, sparseAffine, sum } from '../../formula/index.js';
import { isProblem, type LimitRule } from './limit-measure.js';
import { matchScope } from './limit-scope.js';

/** Notional of the lines in scope, longs less shorts. */
export const netLimit: LimitRule = (limit, context) => {
  const { lines, currency } = context;
  const match = matchScope(limit.scope, context);
  if (isProblem(match)) return match;
  const { columns } = match;
  const formula = sparseAffine(
    `net ${limit.scope}`,
    columns,
    columns.map((j) => lines[j]!.notional),
  );
  return [{ scope: limit.scope, unit: currency, measure: { kind: 'book', formula } }];
};

/** Notional of the lines in scope, longs plus shorts. Convex, so it can be bounded from above only. */
export const grossLimit: LimitRule = (limit, context) => {
  const { lines, currency } = context;
  if (limit.min !== null) return { problem: 'onlyMaximum', known: [] };
  const match = matchScope(limit.scope, context);
  if (isProblem(match)) return match;
  const parts = match.columns.map((j) =>
    absolute(lines[j]!.instrument.name, sparseAffine('notional', [j], [lines[j]!.notional])),
  );
  const formula = sum(`gross ${limit.scope}`, parts);
  return [{ scope: limit.scope, unit: currency, measure: { kind: 'book', formula } }];
};
