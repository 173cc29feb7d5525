import type { Quote } from '../../domain/index.js';
import type { MarketView, ValuedInstrument } from '../../scenario/index.js';

/** How sure the reporters of prices are, 0 to 1: 1 where the market does not say. */
export interface Confidences {
  readonly spot: number;
  readonly perpetual: number;
  /** By expiry in epoch milliseconds: the least of its forward, rate and volatilities. */
  readonly expiries: ReadonlyMap<number, number>;
}

/** The confidences of an underlying's rows: of an index, else spot row that of the spot, and so on by kind. */
export function confidencesOf(underlying: string, view: MarketView): Confidences {
  let index: number | null = null;
  let spot: number | null = null;
  let perpetual = 1;
  const expiries = new Map<number, number>();
  for (const quote of view.market.quotes.values()) {
    const { instrument } = quote;
    if (instrument.underlying !== underlying) continue;
    const confidence = confidenceOf(quote);
    if (instrument.type === 'index') index = Math.min(index ?? 1, confidence);
    else if (instrument.type === 'spot') spot = Math.min(spot ?? 1, confidence);
    else if (instrument.type === 'perpetual') perpetual = Math.min(perpetual, confidence);
    else if (instrument.expiry !== null) {
      expiries.set(instrument.expiry, Math.min(expiries.get(instrument.expiry) ?? 1, confidence));
    }
  }
  return { spot: index ?? spot ?? 1, perpetual, expiries };
}

export function confidenceOf({ confidence }: Quote): number {
  return confidence ?? 1;
}

/** Dollars for one unit of the stable coin Derive counts in; 1 where the market has no row for it. */
export function stablePrice(view: MarketView): number {
  return view.levels.get('USDC')?.level ?? 1;
}

/** The feed of an expiry that all its options share. */
export interface SharedFeed {
  readonly name: string;
  readonly secondsToExpiry: number;
  readonly forward: number;
  readonly rate: number;
  readonly confidence: number;
}

/** Feeds by expiry of the options among some lines of one underlying: name, forward, rate and least confidence. */
export function expiryFeeds(
  lines: readonly ValuedInstrument[],
  view: MarketView,
  asOf: number,
  { expiries }: Confidences,
): SharedFeed[] {
  const feeds = new Map<number, SharedFeed>();
  for (const { instrument, forward, rate } of lines) {
    const { expiry, type, underlying } = instrument;
    if (type !== 'option' || expiry === null || feeds.has(expiry)) continue;
    feeds.set(expiry, {
      name: `${underlying} ${new Date(expiry).toISOString().slice(0, 10)}`,
      secondsToExpiry: secondsToExpiry(expiry, asOf),
      forward: view.statedForward(instrument, null) ?? forward,
      rate,
      confidence: expiries.get(expiry) ?? 1,
    });
  }
  return [...feeds.values()];
}

export function secondsToExpiry(expiry: number, asOf: number): number {
  return (expiry - asOf) / 1000;
}
