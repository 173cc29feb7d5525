import type { Instrument, OptionRight, Settlement } from '../../domain/index.js';

/** A coin's ticker inside a name: capitals and digits, not digits alone (`BTC`, `1000PEPE`). With `?` behind it, the shortest. */
export const COIN_PATTERN = '[0-9]*[A-Z][A-Z0-9]*';

/** What names what: the parts of a contract that every kind has. */
export interface ContractTerms {
  readonly underlying: string;
  readonly settlement: Settlement;
  /** Units of the coin in one contract, or units of quote currency for an inverse future or perpetual. */
  readonly multiplier: number;
  /** The currency of the price. */
  readonly currency: string;
}

/** A contract in money per coin, `multiplier` coins each. */
export function linearTerms(underlying: string, multiplier: number, currency: string): ContractTerms {
  return { underlying, settlement: 'linear', multiplier, currency };
}

/** An inverse future or perpetual of `contractUsd` dollars, priced in dollars, paid in the coin. */
export function inverseFutureTerms(underlying: string, contractUsd: number): ContractTerms {
  return { underlying, settlement: 'inverse', multiplier: contractUsd, currency: 'USD' };
}

/** An inverse option on `multiplier` coins, priced and paid in the coin. */
export function inverseOptionTerms(underlying: string, multiplier: number): ContractTerms {
  return { underlying, settlement: 'inverse', multiplier, currency: underlying };
}

/** A perpetual: no expiry. */
export function perpetual(name: string, terms: ContractTerms): Instrument {
  return deltaOne('perpetual', name, terms, null);
}

/** A dated future; `expiry` in epoch milliseconds. */
export function datedFuture(name: string, terms: ContractTerms, expiry: number): Instrument {
  return deltaOne('future', name, terms, expiry);
}

/** A spot pair: one coin, priced in `currency`. */
export function spotPair(name: string, underlying: string, currency: string): Instrument {
  return deltaOne('spot', name, linearTerms(underlying, 1, currency), null);
}

/** A European option; `expiry` in epoch milliseconds, `strike` in quote currency per coin. */
export function europeanOption(
  name: string,
  terms: ContractTerms,
  expiry: number,
  strike: number,
  right: OptionRight,
): Instrument {
  return { ...deltaOne('future', name, terms, expiry), type: 'option', strike, right, exercise: 'european' };
}

function deltaOne(
  type: 'spot' | 'future' | 'perpetual',
  name: string,
  { underlying, settlement, multiplier, currency }: ContractTerms,
  expiry: number | null,
): Instrument {
  return {
    name,
    type,
    underlying,
    expiry,
    strike: null,
    right: null,
    exercise: null,
    settlement,
    multiplier,
    currency,
  };
}
