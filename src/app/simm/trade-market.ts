import type { Instrument, Market, Position, Quote } from '../../domain/index.js';

/** A trade as an instrument: sensitivities are all that is known of it, and they are in USD. */
function tradeInstrument(name: string): Instrument {
  return {
    name,
    type: 'trade',
    underlying: 'trades',
    ...{ expiry: null, strike: null, right: null, exercise: null },
    settlement: 'linear',
    multiplier: 1,
    currency: 'USD',
  };
}

/** A trade that is held, all of it. */
export function tradePosition(name: string): Position {
  const whole = { quantity: 1, entryPrice: null, account: null, venue: null, origin: null };
  return { instrument: tradeInstrument(name), ...whole, tags: [{ tag: null, quantity: 1 }] };
}

/**
 * Trades as rows of a market. What a trade is worth is not known, so each is done at its value, which costs nothing: a held
 * one can be given up in whole or in part, one on offer taken on up to all of it.
 */
export function tradeMarket(held: readonly string[], all: readonly string[], market: Market | null): Market {
  const own = new Set(held);
  const rows = all.map((name): [string, Quote] => {
    const side = own.has(name)
      ? { bid: 0, bidSize: 1, ask: null, askSize: null }
      : { bid: null, bidSize: null, ask: 0, askSize: 1 };
    const blank = { mark: 0, iv: null, underlyingPrice: null, rate: null, dividendYield: null };
    const terms = { tick: null, lot: null, fee: null, confidence: null, origin: null };
    return [name, { instrument: tradeInstrument(name), ...side, ...blank, ...terms }];
  });
  return { timestamp: market?.timestamp ?? null, quotes: new Map([...(market?.quotes ?? []), ...rows]) };
}
