import { brent } from '../math/index.js';
import { impliedVolatility } from '../pricing/index.js';
import { modelPrice } from './model-price.js';
import type { ValuedInstrument } from './valued-instrument.js';

export type SolvedVolatility =
  | { readonly status: 'ok'; readonly volatility: number }
  | { readonly status: 'failed'; readonly reason: string };

/** Widest volatilities tried for an American option. */
const LOWEST = 1e-4;
const HIGHEST = 10;
/** The first lower end tried, as a part of the European volatility. */
const NEAR = 0.95;

/**
 * The volatility of an option line: its quote's `iv`, else implied by the mark, else by the mid. Failure states why in words
 * that finish the sentence "no volatility: ...".
 */
export function solveVolatility(line: ValuedInstrument): SolvedVolatility {
  const given = line.quote?.iv ?? null;
  if (given !== null) return { status: 'ok', volatility: given };
  const price = line.markPrice;
  if (price === null || price <= 0)
    return { status: 'failed', reason: 'the market has no iv, no mark and no two-sided quote' };
  return line.earlyExercise === 'none' ? solveEuropean(line, price) : solveAmerican(line, price);
}

function solveEuropean(line: ValuedInstrument, price: number): SolvedVolatility {
  const { instrument, forward, ttmYears, rate } = line;
  const solved = impliedVolatility({
    price: instrument.settlement === 'inverse' ? price * forward : price,
    forward,
    strike: instrument.strike!,
    ttmYears,
    discount: Math.exp(-rate * ttmYears),
    right: instrument.right!,
  });
  if (solved.status === 'ok') return { status: 'ok', volatility: solved.volatility };
  return { status: 'failed', reason: `the price ${price} implies none (${solved.reason})` };
}

/** The American option is worth at least the European one, so its volatility lies below that of the European formula. */
function solveAmerican(line: ValuedInstrument, price: number): SolvedVolatility {
  const excess = (volatility: number): number => modelPrice(line, volatility) - price;
  const european = solveEuropean(line, price);
  const ceiling = european.status === 'ok' ? european.volatility * (1 + 1e-9) : HIGHEST;
  const near = ceiling * NEAR;
  const from = excess(near) < 0 ? near : LOWEST;
  // At the exercise value itself every small volatility gives the price, so that it tells none.
  if (from === LOWEST && excess(LOWEST) >= 0) {
    return { status: 'failed', reason: `the price ${price} is not above the exercise value` };
  }
  const to = excess(ceiling) > 0 ? ceiling : HIGHEST;
  if (to === HIGHEST && excess(HIGHEST) < 0) {
    return { status: 'failed', reason: `the price ${price} is above any the model gives` };
  }
  const solved = brent(excess, { from, to, tolerance: 1e-9 });
  if (solved.status === 'failed') return { status: 'failed', reason: `the search for it failed (${solved.reason})` };
  return { status: 'ok', volatility: solved.root };
}
