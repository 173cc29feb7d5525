import type { Quote } from '../domain/index.js';
import type { MarketMoves } from './market-moves.js';
import { MarketView } from './market-view.js';
import { markOrMid } from './underlying-levels.js';
import { MS_PER_DAY } from './value-instrument.js';

/**
 * The market after a scenario, at the same instant: every row at its moved price. Bids and asks are gone with the price they
 * were for; an option keeps its volatility, moved, where the row tells one.
 */
export function movedView(view: MarketView, moves: MarketMoves): MarketView {
  if (!moves.movesPrices) return view;
  const quotes = new Map([...view.market.quotes].map(([name, quote]) => [name, movedQuote(quote, view, moves)]));
  return new MarketView({ ...view.market, quotes }, view.asOf, view.currency);
}

function movedQuote(quote: Quote, view: MarketView, moves: MarketMoves): Quote {
  const { instrument, rate, iv } = quote;
  const { underlying, type, expiry } = instrument;
  const level = view.levels.get(underlying)?.level;
  if (level === undefined) return quote;
  const after = (price: number | null): number | null =>
    price === null ? null : moves.forward(underlying, expiry, price, level);
  const change = moves.rateChange(underlying);
  const rated = { ...quote, bid: null, ask: null, rate: rate === null && change === 0 ? null : (rate ?? 0) + change };
  if (type !== 'option')
    return { ...rated, mark: after(markOrMid(quote)), underlyingPrice: after(quote.underlyingPrice) };
  const days = expiry === null ? 0 : (expiry - view.asOf) / MS_PER_DAY;
  const forward = quote.underlyingPrice ?? view.forward(instrument, quote, days / 365) ?? level;
  return {
    ...rated,
    mark: null,
    iv: iv === null ? null : moves.volatility({ instrument, days, forward }, iv),
    underlyingPrice: after(quote.underlyingPrice),
  };
}
