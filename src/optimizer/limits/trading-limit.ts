import type { LimitRule } from './limit-measure.js';
import { linesInScope, unknownScope } from './limit-scope.js';

/** A figure that adds up over the trades in the lines in scope. */
function tradesTotal(amount: 'cost' | 'notional'): LimitRule {
  return (limit, { lines, currency }) => {
    const columns = linesInScope(limit.scope, lines);
    if (columns.length === 0) return unknownScope(lines);
    const marked = new Uint8Array(lines.length);
    for (const j of columns) marked[j] = 1;
    return [{ scope: limit.scope, unit: currency, measure: { kind: 'trades', amount, lines: marked } }];
  };
}

/** Spread, depth and fees of the trades. */
export const costLimit = tradesTotal('cost');

/** Notional bought plus notional sold. */
export const turnoverLimit = tradesTotal('notional');

/** How many instruments are traded: needs the integer search. */
export const tradesLimit: LimitRule = (limit) => {
  if (limit.min !== null) return { problem: 'onlyMaximum', known: [] };
  return [{ scope: 'total', unit: 'trades', measure: { kind: 'count' } }];
};
