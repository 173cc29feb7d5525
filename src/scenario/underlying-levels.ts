import type { Market, Quote } from '../domain/index.js';
import { DOLLAR_CURRENCIES } from './dollar-currencies.js';

/** Where a level was read. */
export type LevelSource = 'index' | 'spot' | 'perpetual' | 'forward';

export interface UnderlyingLevel {
  readonly level: number;
  readonly source: LevelSource;
}

/** The mark of a quote, else the middle of bid and ask; null with neither. */
export function markOrMid(quote: Quote): number | null {
  if (quote.mark !== null) return quote.mark;
  return quote.bid !== null && quote.ask !== null ? (quote.bid + quote.ask) / 2 : null;
}

/**
 * The level of every underlying of a market: an index row, else a spot row, else the perpetual, else the forward of the
 * nearest expiry. Quote currency per unit of the underlying; a row in another currency than dollars (`ETH-BTC`) is heard
 * only where no row in dollars speaks.
 */
export function underlyingLevels(market: Market): Map<string, UnderlyingLevel> {
  const levels = new Map<string, UnderlyingLevel & { rank: number }>();
  const offer = (quote: Quote, level: number | null, source: LevelSource, order: number): void => {
    if (level === null || level <= 0) return;
    const { underlying } = quote.instrument;
    const rank = order + (inDollars(quote) ? 0 : AFTER_DOLLARS);
    const present = levels.get(underlying);
    if (present === undefined || rank < present.rank) levels.set(underlying, { level, source, rank });
  };
  for (const quote of market.quotes.values()) {
    const { type, expiry } = quote.instrument;
    if (type === 'index') offer(quote, markOrMid(quote), 'index', 0);
    else if (type === 'spot') offer(quote, markOrMid(quote), 'spot', 1);
    else if (type === 'perpetual') offer(quote, markOrMid(quote) ?? quote.underlyingPrice, 'perpetual', 2);
    else offer(quote, forwardOf(quote), 'forward', 3 + (expiry ?? 0));
  }
  return new Map([...levels].map(([name, { level, source }]) => [name, { level, source }]));
}

/** More than any expiry in milliseconds, so that the order among rows of one kind stays. */
const AFTER_DOLLARS = 1e16;

/** Whether a row tells a price in dollars; coin-settled contracts are quoted in coin on an underlying in dollars. */
function inDollars({ instrument }: Quote): boolean {
  return instrument.settlement === 'inverse' || DOLLAR_CURRENCIES.has(instrument.currency);
}

/** The forward a dated quote tells: a future's own price, or the underlying price beside an option. */
export function forwardOf(quote: Quote): number | null {
  return quote.instrument.type === 'future' ? (markOrMid(quote) ?? quote.underlyingPrice) : quote.underlyingPrice;
}
