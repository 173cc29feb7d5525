import type { OptionRight } from '../../domain/index.js';

/** An option of Derive: European, settled in dollars, one unit of the underlying a contract. */
export interface OptionLine {
  readonly kind: 'option';
  readonly name: string;
  /** Joins the option to the feed of its expiry. */
  readonly secondsToExpiry: number;
  readonly strike: number;
  readonly right: OptionRight;
  /** Annual volatility as a decimal; null where the feed of the expiry has a volatility curve. */
  readonly volatility: number | null;
}

/** The perpetual. Its unrealised profit and unsettled funding are money already: they belong to the quantity of cash. */
export interface PerpetualLine {
  readonly kind: 'perpetual';
  readonly name: string;
}

/** The underlying itself, held; the quantity is not negative. */
export interface BaseLine {
  readonly kind: 'base';
  readonly name: string;
}

/** Dollars, unrealised profit and unsettled funding of perpetuals among them. */
export interface CashLine {
  readonly kind: 'cash';
  readonly name: string;
}

/** A price with the confidence (0 to 1) of those who reported it. */
export interface ConfidentPrice {
  readonly price: number;
  readonly confidence: number;
}
