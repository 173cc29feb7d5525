import type { Instrument, Market, Quote } from '../domain/index.js';
import { type CashDividend, dividendValue } from '../pricing/index.js';
import { CurrencyRates } from './currency-rates.js';
import { forwardOf, type UnderlyingLevel, underlyingLevels } from './underlying-levels.js';

const MS_PER_YEAR = 365 * 86_400_000;

/** A market at an instant in a reporting currency: levels, forwards by expiry and currency rates, read once. */
export class MarketView {
  readonly market: Market;
  /** Epoch milliseconds. */
  readonly asOf: number;
  readonly currency: string;
  readonly levels: ReadonlyMap<string, UnderlyingLevel>;
  readonly rates: CurrencyRates;
  readonly #forwards = new Map<string, number>();

  constructor(market: Market, asOf: number, currency: string) {
    this.market = market;
    this.asOf = asOf;
    this.currency = currency;
    this.levels = underlyingLevels(market);
    this.rates = new CurrencyRates(this.levels, currency);
    for (const quote of market.quotes.values()) {
      const forward = forwardOf(quote);
      if (forward === null || quote.instrument.expiry === null) continue;
      const key = forwardKey(quote.instrument);
      if (quote.instrument.type === 'future' || !this.#forwards.has(key)) this.#forwards.set(key, forward);
    }
  }

  /** The forward of an instrument's expiry that a row of the market tells; null where it must be carried from the level. */
  statedForward(instrument: Instrument, quote: Quote | null): number | null {
    const own = quote === null ? null : forwardOf(quote);
    return own ?? this.#forwards.get(forwardKey(instrument)) ?? null;
  }

  /**
   * The forward of an instrument's expiry: what its own row says, else a future or another option of that expiry, else
   * the level, less the present value of cash dividends, carried at rate less yield (the level itself where no rate is given). Null without any of them.
   */
  forward(instrument: Instrument, quote: Quote | null, ttmYears: number): number | null {
    const stated = this.statedForward(instrument, quote);
    if (stated !== null) return stated;
    const level = this.levels.get(instrument.underlying);
    if (level === undefined) return null;
    const rate = quote?.rate ?? 0;
    const paid = dividendValue(this.dividends(instrument, ttmYears), rate, ttmYears);
    return (level.level - paid) * Math.exp((rate - (quote?.dividendYield ?? 0)) * ttmYears);
  }

  /** The cash dividends of an instrument's underlying whose ex-date comes before it expires. */
  dividends({ underlying }: Instrument, ttmYears: number): readonly CashDividend[] {
    const known = this.market.dividends?.get(underlying) ?? [];
    return known
      .map(({ exDate, amount }) => ({ years: (exDate - this.asOf) / MS_PER_YEAR, amount }))
      .filter(({ years }) => years > 0 && years <= ttmYears);
  }
}

function forwardKey(instrument: Instrument): string {
  return `${instrument.underlying}|${instrument.expiry}`;
}
