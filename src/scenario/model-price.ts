import { americanDividendPrice, americanPrice, black76 } from '../pricing/index.js';
import type { ValuedInstrument } from './valued-instrument.js';

/**
 * The model's price of an option in the instrument's own unit, at the line's forward and volatility.
 *
 * European linear: discounted Black-76. Coin-settled: Black-76 divided by the forward (Deribit). American: on spot with its
 * yield, or on the forward (where the yield equals the rate); with cash dividends on a tree.
 */
export function modelPrice(line: ValuedInstrument, volatility = line.volatility): number {
  const { instrument, forward, ttmYears, rate, dividendYield } = line;
  if (instrument.strike === null || instrument.right === null || volatility === null) {
    throw new TypeError(`'${instrument.name}' is not an option with a volatility`);
  }
  const { strike, right } = instrument;
  if (line.earlyExercise !== 'none') {
    const onSpot = line.earlyExercise === 'spot';
    const spot = onSpot ? line.level : forward;
    const terms = { right, spot, strike, rate, dividendYield: onSpot ? dividendYield : rate, volatility, ttmYears };
    if (onSpot && line.dividends !== undefined) return americanDividendPrice(terms, line.dividends);
    // The accuracy of revaluation, so that an unchanged market gives no profit or loss.
    return americanPrice(terms, 'standard');
  }
  const value = black76(right, forward, strike, volatility * Math.sqrt(ttmYears), Math.exp(-rate * ttmYears));
  return instrument.settlement === 'inverse' ? value / forward : value;
}
