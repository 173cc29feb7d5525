import { isProblem, type LimitRule } from './limit-measure.js';
import { matchScope } from './limit-scope.js';

/** A figure that adds up over the trades in the lines in scope. */
function tradesTotal(amount: 'cost' | 'notional'): LimitRule {
  return (limit, context) => {
    const { lines, currency } = context;
    const match = matchScope(limit.scope, context);
    if (isProblem(match)) return match;
    const marked = new Uint8Array(lines.length);
    for (const j of match.columns) marked[j] = 1;
    return [{ scope: limit.scope, unit: currency, measure: { kind: 'trades', amount, lines: marked } }];
  };
}

/** Spread, depth and fees of the trades. */
export const costLimit = tradesTotal('cost');

/** Notional bought plus notional sold. */
export const turnoverLimit = tradesTotal('notional');

/** How many of the instruments in scope are traded: needs the integer search. */
export const tradesLimit: LimitRule = (limit, context) => {
  if (limit.min !== null) return { problem: 'onlyMaximum', known: [] };
  const match = matchScope(limit.scope, context);
  if (isProblem(match)) return match;
  if (match.columns.length === context.lines.length) {
    return [{ scope: 'total', unit: 'trades', measure: { kind: 'count' } }];
  }
  const lines = new Uint8Array(context.lines.length);
  for (const j of match.columns) lines[j] = 1;
  return [{ scope: limit.scope, unit: 'trades', measure: { kind: 'count', lines } }];
};
