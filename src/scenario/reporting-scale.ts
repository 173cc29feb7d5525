import type { MarketView } from './market-view.js';

/**
 * By what an amount after a move is multiplied to be in today's unit of the reporting currency: 1 for dollars; in a coin every
 * figure is the dollar figure over today's level, as that of a margin's scenarios is.
 */
export function reportingScale(before: MarketView, after: MarketView): number {
  const was = before.rates.rateOf('USD')?.rate ?? 1;
  const is = after.rates.rateOf('USD')?.rate ?? 1;
  return was / is;
}
