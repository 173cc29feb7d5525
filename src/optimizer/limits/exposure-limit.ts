import { absolute, sparseAffine, sum } from '../../formula/index.js';
import type { LimitRule } from './limit-measure.js';
import { linesInScope, unknownScope } from './limit-scope.js';

/** Notional of the lines in scope, longs less shorts. */
export const netLimit: LimitRule = (limit, { lines, currency }) => {
  const columns = linesInScope(limit.scope, lines);
  if (columns.length === 0) return unknownScope(lines);
  const formula = sparseAffine(
    `net ${limit.scope}`,
    columns,
    columns.map((j) => lines[j]!.notional),
  );
  return [{ scope: limit.scope, unit: currency, measure: { kind: 'book', formula } }];
};

/** Notional of the lines in scope, longs plus shorts. Convex, so it can be bounded from above only. */
export const grossLimit: LimitRule = (limit, { lines, currency }) => {
  if (limit.min !== null) return { problem: 'onlyMaximum', known: [] };
  const columns = linesInScope(limit.scope, lines);
  if (columns.length === 0) return unknownScope(lines);
  const parts = columns.map((j) =>
    absolute(lines[j]!.instrument.name, sparseAffine('notional', [j], [lines[j]!.notional])),
  );
  const formula = sum(`gross ${limit.scope}`, parts);
  return [{ scope: limit.scope, unit: currency, measure: { kind: 'book', formula } }];
};
