import { black76 } from '../../pricing/index.js';
import type { VenueMoney } from './line-profit.js';
import type { VenueLine } from './venue-line.js';

/**
 * Mark to market of one contract: the premium of an option (the venue's mark, else Black's price), the worth of a coin,
 * and nothing for futures and perpetuals, whose profit is settled into cash.
 */
export function lineValue(line: VenueLine, years: number, money: VenueMoney): number {
  const { price, option, unitsPerContract } = line;
  if (line.kind === 'spot') return unitsPerContract * (money === 'quote' ? price : 1);
  if (option === null) return 0;
  return unitsPerContract * (money === 'quote' ? quotePrice(line, years) : quotePrice(line, years) / price);
}

/** Price of one unit of an option line in quote currency; 0 for any other line. */
export function quotePrice(line: VenueLine, years: number): number {
  const { option, price } = line;
  if (option === null) return 0;
  if (option.markPrice !== undefined) {
    return line.settlement === 'inverse' ? option.markPrice * price : option.markPrice;
  }
  return black76(option.right, price, option.strike, option.volatility * Math.sqrt(years), 1);
}
