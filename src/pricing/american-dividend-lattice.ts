import type { AmericanOption } from './american-option.js';
import { type CashDividend, dividendValue } from './cash-dividend.js';
import { peizerPratt } from './peizer-pratt.js';

/** Odd. At 60 days and 30 % volatility the error is about 1e-4 of the strike or less. */
export const DIVIDEND_LATTICE_STEPS = 301;

/**
 * Price of an American option on a share that pays cash dividends, escrowed: the spot less the present value of the dividends up
 * to expiry is what is uncertain, on a binomial tree; exercise at a node pays on that and on the dividends that are still to
 * come. Without dividends it is the tree of `americanLattice`.
 *
 * Source: J. Hull, "Options, Futures and Other Derivatives", binomial trees for stocks that pay known dividends; probabilities
 * of Leisen and Reimer (1996).
 *
 * @param option a spot at or below the dividends' value counts as next to nothing above it; the volatility is of the spot less
 *   the dividends
 * @throws RangeError when strike or time is not positive, or a term is not finite
 */
export function americanDividendPrice(
  option: AmericanOption,
  dividends: readonly CashDividend[],
  steps = DIVIDEND_LATTICE_STEPS,
): number {
  const { right, strike, rate, dividendYield, volatility, ttmYears, spot } = option;
  if (
    ![strike, rate, dividendYield, volatility, ttmYears, spot].every(Number.isFinite) ||
    !(strike > 0 && ttmYears > 0)
  ) {
    throw new RangeError(`American option with unusable terms: ${JSON.stringify(option)}`);
  }
  const n = steps % 2 === 0 ? steps + 1 : steps;
  const step = ttmYears / n;
  const risky = Math.max(spot - dividendValue(dividends, rate, ttmYears), LEAST * strike);
  const stdDev = Math.max(volatility, LEAST) * Math.sqrt(ttmYears);
  const dPlus = (Math.log(risky / strike) + (rate - dividendYield) * ttmYears) / stdDev + stdDev / 2;
  const up = peizerPratt(dPlus - stdDev, n);
  const growth = Math.exp((rate - dividendYield) * step);
  // So far in or out of the money that one of the two moves is certain: the spot's own growth.
  const certain = up <= 0 || up >= 1;
  const upInStock = peizerPratt(dPlus, n);
  const upFactor = certain ? growth : (growth * upInStock) / up;
  const downFactor = certain ? growth : (growth * (1 - upInStock)) / (1 - up);
  const discount = Math.exp(-rate * step);
  const sign = right === 'C' ? 1 : -1;
  const values = new Float64Array(n + 1);
  const ratio = upFactor / downFactor;
  for (let t = n; t >= 0; t--) {
    const now = Math.min(t * step, ttmYears);
    // At expiry itself the last dividend has gone to whoever held the share.
    const ahead = t === n ? 0 : dividendValue(dividends, rate, ttmYears, now);
    const dated = t === n ? null : exerciseAtDividend(option, dividends, now, now + step);
    let level = risky * downFactor ** t;
    for (let i = 0; i <= t; i++) {
      const held = t === n ? 0 : discount * (up * values[i + 1]! + (1 - up) * values[i]!);
      const later = dated === null ? 0 : sign * (level * dated.share + dated.ahead - dated.strike);
      values[i] = Math.max(held, sign * (level + ahead - strike), later);
      level *= ratio;
    }
  }
  return Math.max(values[0]!, sign * (spot - strike));
}

/**
 * What exercise at an ex-date between two steps is worth at the earlier of them, per unit of what is uncertain: a call the moment
 * before it, a put the moment after. Waiting for the next step would lose the interest, or the dividend. Null without one.
 */
function exerciseAtDividend(
  { right, strike, rate, dividendYield, ttmYears }: AmericanOption,
  dividends: readonly CashDividend[],
  now: number,
  next: number,
): { readonly share: number; readonly ahead: number; readonly strike: number } | null {
  const due = dividends.find(({ years }) => years >= now && years < next && years <= ttmYears);
  if (due === undefined) return null;
  const wait = due.years - now;
  const all = dividendValue(dividends, rate, ttmYears, now);
  const paid = right === 'C' ? 0 : due.amount * Math.exp(-rate * wait);
  return {
    share: Math.exp(-dividendYield * wait),
    ahead: all - paid,
    strike: strike * Math.exp(-rate * wait),
  };
}

/** Least of what is uncertain, in strikes, and of its annual volatility. */
const LEAST = 1e-6;
