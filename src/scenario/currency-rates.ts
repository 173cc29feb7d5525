import { DOLLAR_CURRENCIES } from './dollar-currencies.js';
import type { UnderlyingLevel } from './underlying-levels.js';

/** How an amount of a currency becomes money of the reporting currency. */
export interface CurrencyRate {
  /** Reporting currency per unit. */
  readonly rate: number;
  /** The underlying whose level this is; null for cash. */
  readonly underlying: string | null;
  /** Whether a dollar-like coin was taken at par because the market has no row for it. */
  readonly assumedPar: boolean;
}

/**
 * Rates into the reporting currency from the levels of the market, at the unshocked level. Levels are in dollars; a
 * reporting currency other than a dollar needs a level of its own. Every figure in such a currency is the dollar figure
 * over today's level: a margin in BTC is the margin in dollars at today's rate, and the coin's own moves still count.
 */
export class CurrencyRates {
  readonly #levels: ReadonlyMap<string, UnderlyingLevel>;
  readonly #perReporting: number;

  constructor(levels: ReadonlyMap<string, UnderlyingLevel>, reporting: string) {
    this.#levels = levels;
    this.#perReporting = this.#dollars(reporting)?.rate ?? Number.NaN;
  }

  /** Whether the reporting currency itself is known. */
  get usable(): boolean {
    return Number.isFinite(this.#perReporting);
  }

  /** The rate of a currency; null when nothing in the market says what it is worth. */
  rateOf(currency: string): CurrencyRate | null {
    const dollars = this.#dollars(currency);
    return dollars === null ? null : { ...dollars, rate: dollars.rate / this.#perReporting };
  }

  #dollars(currency: string): CurrencyRate | null {
    const level = this.#levels.get(currency);
    if (currency !== 'USD' && level !== undefined) {
      const cash = DOLLAR_CURRENCIES.has(currency);
      return { rate: level.level, underlying: cash ? null : currency, assumedPar: false };
    }
    return DOLLAR_CURRENCIES.has(currency) ? { rate: 1, underlying: null, assumedPar: currency !== 'USD' } : null;
  }
}
