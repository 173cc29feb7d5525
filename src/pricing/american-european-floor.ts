import type { AmericanOption } from './american-option.js';
import { americanPrice } from './american-option.js';
import { black76 } from './black76.js';

/** What any approximation of an American option must not fall below, and whether there is anything to approximate. */
export interface EuropeanFloor {
  readonly european: number;
  /** The larger of the European price and intrinsic value; the price itself where `earlyExercise` is false. */
  readonly value: number;
  /**
   * False where the price is known without approximation: no early exercise, no time, no volatility, a zero spot or
   * strike.
   */
  readonly earlyExercise: boolean;
}

/**
 * A rate that is this little over the whole life gives nothing for exercising early, and the approximations divide by
 * it.
 */
const NEXT_TO_NOTHING = 1e-12;

/** The European price of the option and the cases in which the approximations have nothing to add. */
export function europeanFloor(option: AmericanOption): EuropeanFloor {
  const { right, spot, strike, rate, dividendYield, volatility, ttmYears } = option;
  const stdDev = volatility * Math.sqrt(ttmYears);
  const forward = spot * Math.exp((rate - dividendYield) * ttmYears);
  const european = black76(right, forward, strike, stdDev, Math.exp(-rate * ttmYears));
  const paysEarly = (right === 'C' ? dividendYield : rate) * ttmYears > NEXT_TO_NOTHING;
  if (!paysEarly || !(stdDev > 0 && spot > 0 && strike > 0)) {
    return { european, value: americanPrice(option), earlyExercise: false };
  }
  const intrinsic = right === 'C' ? spot - strike : strike - spot;
  return { european, value: Math.max(european, intrinsic), earlyExercise: true };
}
