import { bestAdmissible } from './admissible-point.js';
import type { HedgeProgram } from './hedge-program.js';
import type { TradeColumn } from './trade-columns.js';

/** A start is handed to the search only if it keeps every row to this. */
const ADMISSIBLE = 1e-7;

/**
 * A point for branch and bound to start from: the linear answer rounded towards no trade, with 1, 2, 4, ... of its
 * largest trades kept; else no trade at all. The best that keeps every row; null when none does.
 *
 * @param answer of the continuous program; null when it has none
 */
export function startingPoint(hedge: HedgeProgram, answer: Float64Array | null): Float64Array | null {
  return bestAdmissible(hedge, roundedPoints(hedge, answer), ADMISSIBLE);
}

function* roundedPoints(hedge: HedgeProgram, answer: Float64Array | null): Generator<Float64Array> {
  const { columns } = hedge.builder;
  yield new Float64Array(columns);
  if (answer === null) return;
  const money = ({ candidate, column, unit }: TradeColumn): number => candidate.notional * unit * answer[column]!;
  const ranked = hedge.trades.all.filter(({ column }) => answer[column]! > 0).sort((a, b) => money(b) - money(a));
  for (let kept = 1; ; kept *= 2) {
    const x = new Float64Array(columns);
    for (const { column, whole } of ranked.slice(0, kept)) {
      x[column] = whole ? Math.floor(answer[column]! + 1e-9) : answer[column]!;
    }
    yield x;
    if (kept >= ranked.length) return;
  }
}
