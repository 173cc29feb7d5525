import type { MarketView } from '../../scenario/index.js';

/** Reporting currency for one dollar. */
export function dollars(view: MarketView): number {
  return rateOf('USD', view);
}

/** Reporting currency for one coin of an underlying, at its level. */
export function coins(underlying: string, view: MarketView): number {
  return rateOf(underlying, view);
}

function rateOf(currency: string, view: MarketView): number {
  const rate = view.rates.rateOf(currency);
  if (rate === null) throw new RangeError(`nothing says what ${currency} is worth in ${view.currency}`);
  return rate.rate;
}
