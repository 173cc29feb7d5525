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

function solveAmerican(line: ValuedInstrument, price: number): SolvedVolatility {
  const excess = (volatility: number): number => modelPrice(line, volatility) - price;
  if (excess(LOWEST) > 0) return { status: 'failed', reason: `the price ${price} is below the exercise value` };
  if (excess(HIGHEST) < 0) return { status: 'failed', reason: `the price ${price} is above any the model gives` };
  const solved = brent(excess, { from: LOWEST, to: HIGHEST, tolerance: 1e-10 });
  if (solved.status === 'failed') return { status: 'failed', reason: `the search for it failed (${solved.reason})` };
  return { status: 'ok', volatility: solved.root };
}
