import type { ValuedInstrument } from '../scenario/index.js';
import type { PriceLevel } from './candidate.js';
import type { DisplayedBook } from './displayed-book.js';
import type { UnitFees } from './fees/unit-fees.js';
import { priceOnTick } from './price-on-tick.js';
import { spreadMoney } from './unit-cost.js';

/**
 * What buying (direction 1) or selling (-1) costs level by level, best price first. Prices are on the tick, rounded to
 * the worse; a bid below one tick cannot be sold to and is left out.
 *
 * Cost per contract never falls from one level to the next, so that a program without whole numbers fills the levels in
 * their order: a worse price loses more against fair value, and what a capped fee falls by is a small part of that. Only in
 * a crossed book, where no spread is counted, could it fall; there a level costs at least what the level before it costs.
 *
 * @param room contracts of a level that displays no size
 */
export function priceLadder(
  line: ValuedInstrument,
  direction: 1 | -1,
  book: DisplayedBook,
  fees: UnitFees,
  room: number,
): PriceLevel[] {
  const best = { bid: book.bids[0]?.price ?? null, ask: book.asks[0]?.price ?? null };
  const levels: PriceLevel[] = [];
  let costBefore = 0;
  for (const { price: quoted, size } of direction > 0 ? book.asks : book.bids) {
    const price = priceOnTick(quoted, line.quote?.tick ?? null, direction);
    if (quoted > 0 && price <= 0) continue;
    const unitFee = fees(line, price);
    // Where bid and ask cross, no price between them is fair to both.
    const unitSpread = Math.max(0, spreadMoney(line, price, direction, best), costBefore - unitFee);
    const unitDepth = unitSpread - (levels[0]?.unitSpread ?? unitSpread);
    levels.push({ price, size: size ?? room, unitSpread, unitDepth, unitFee });
    costBefore = unitSpread + unitFee;
  }
  return levels;
}
