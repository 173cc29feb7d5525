import type { CurrencyRates, ValuedInstrument } from '../scenario/index.js';

/**
 * Money lost against fair value by one contract bought (direction 1) or sold (-1) at a price; negative when the price is
 * better than fair. Fair is the mark, else the model's price or the forward, held between bid and ask.
 *
 * @param best the best displayed prices; those of the quote unless depth says otherwise
 */
export function spreadMoney(
  line: ValuedInstrument,
  price: number,
  direction: 1 | -1,
  best: { readonly bid: number | null; readonly ask: number | null } | null = line.quote,
): number {
  const { instrument, moneyPerPrice } = line;
  const mark = line.markPrice ?? (instrument.type === 'option' ? line.modelValue / moneyPerPrice : line.forward);
  const fair = Math.min(best?.ask ?? mark, Math.max(best?.bid ?? mark, mark));
  const [paid, got] = direction > 0 ? [price, fair] : [fair, price];
  const coins = instrument.settlement === 'inverse' && instrument.type !== 'option';
  return moneyPerPrice * (coins ? 1 / got - 1 / paid : paid - got);
}

/**
 * The quote's fee for one contract in money; 0 where the market names none. A rebate is not counted on: buying and selling
 * the same thing for the sake of it must never look like a hedge.
 */
export function feeMoney({ quote, instrument }: ValuedInstrument, rates: CurrencyRates): number {
  return Math.max(0, quote?.fee ?? 0) * (rates.rateOf(instrument.currency)?.rate ?? 0);
}
