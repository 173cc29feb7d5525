import type { MarketView } from '../../scenario/index.js';

/** What a venue counts in, and the reporting currency for one unit of it. */
export interface VenueMoney {
  readonly unit: string;
  readonly rate: number;
}

/** Money of a venue that counts in dollars. */
export function dollars(view: MarketView): VenueMoney {
  return counted('USD', view);
}

/** Money of a venue that counts in coins of an underlying, at its level. */
export function coins(underlying: string, view: MarketView): VenueMoney {
  return counted(underlying, view);
}

function counted(unit: string, view: MarketView): VenueMoney {
  const rate = view.rates.rateOf(unit);
  if (rate === null) throw new RangeError(`nothing says what ${unit} is worth in ${view.currency}`);
  return { unit, rate: rate.rate };
}
