import { type Depth, type Issue, makeIssue } from '../domain/index.js';
import { displayedBook, type HedgeTrade, priceOnTick } from '../optimizer/index.js';
import type { PreparedRun } from './prepare-run.js';

/** Warns, once a trade, of a displayed price that is traded at and is not on its tick. */
export function tickIssues(run: PreparedRun, trades: readonly HedgeTrade[], depth: Depth): Issue[] {
  return trades.flatMap(({ instrument, line: j, direction, fills }) => {
    const line = run.lines[j]!;
    const tick = line.quote?.tick ?? null;
    const side = direction > 0 ? 'asks' : 'bids';
    const traded = new Set(fills.map(({ level }) => level.price));
    const off = displayedBook(line, depth)[side].find(({ price }) => {
      const placed = priceOnTick(price, tick, direction);
      return placed !== price && traded.has(placed);
    });
    if (off === undefined) return [];
    const at = depth.get(instrument)?.[side].find(({ price }) => price === off.price)?.origin ?? line.quote?.origin;
    const detail = direction > 0 ? 'ask' : 'bid';
    const expected = String(priceOnTick(off.price, tick, direction));
    return makeIssue('EXE_OFF_TICK', {
      at,
      field: detail,
      subject: instrument,
      value: String(off.price),
      detail,
      expected,
    });
  });
}
