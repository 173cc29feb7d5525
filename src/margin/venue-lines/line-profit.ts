import { black76, inverseFutureProfit, inverseOptionPrice } from '../../pricing/index.js';
import type { VenueLine } from './venue-line.js';

/** What a venue counts margin in: the coin of the underlying, or the currency it is quoted in. */
export type VenueMoney = 'coin' | 'quote';

/** A move of one line: its price by a fraction, its volatility to a new level (of no matter unless an option). */
export interface LineMove {
  readonly priceMove: number;
  readonly volatility: number;
  readonly years: number;
}

/**
 * Profit of one contract when its price moves: what it is worth after, less what it was worth before, each at its own
 * price. So a long option loses no more than its premium in the money it is counted in.
 *
 * | | coin | quote |
 * |---|---|---|
 * | inverse future | units (1 - 1/(1+m)) | units F m, the same at F(1+m) |
 * | linear future | the same as inverse | units F m |
 * | inverse option | units (V'/F' - V/F) | units (V' - V) |
 * | linear option | units (V' - V) / F' | units (V' - V) |
 *
 * V is Black (1976), undiscounted, at the forward F; V' and F' after the move. A coin earns nothing in coin.
 *
 * SOURCE: Deribit `private/pme/simulate` (futures, to the last digit); options by its inverse and linear contract terms.
 * @throws RangeError when the move leaves no price
 */
export function lineProfit(line: VenueLine, move: LineMove, money: VenueMoney): number {
  const { priceMove, years, volatility } = move;
  if (!(priceMove > -1)) throw new RangeError(`a move of ${priceMove} leaves no price of '${line.name}'`);
  const { price, option, unitsPerContract } = line;
  const shocked = price * (1 + priceMove);
  if (line.kind === 'spot' && money === 'coin') return 0;
  if (option === null) {
    const perUnit = money === 'coin' ? inverseFutureProfit(1, priceMove) : price * priceMove;
    return unitsPerContract * perUnit;
  }
  const { right, strike } = option;
  const before = option.volatility * Math.sqrt(years);
  const after = volatility * Math.sqrt(years);
  if (line.settlement === 'inverse' && money === 'coin') {
    const coins = inverseOptionPrice(right, shocked, strike, after) - inverseOptionPrice(right, price, strike, before);
    return unitsPerContract * coins;
  }
  const quote = black76(right, shocked, strike, after, 1) - black76(right, price, strike, before, 1);
  return unitsPerContract * (money === 'quote' ? quote : quote / shocked);
}
