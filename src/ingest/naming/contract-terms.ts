import type { Instrument, OptionRight, Settlement } from '../../domain/index.js';

/** What the three kinds of delta-one contract and the European option have in common in every crypto venue's list. */
interface CoinContract {
  readonly name: string;
  readonly underlying: string;
  readonly settlement: Settlement;
  /** Units of the coin, or units of quote currency for an inverse future or perpetual. */
  readonly multiplier: number;
  readonly currency: string;
}

/** A perpetual: no expiry. */
export function perpetual(contract: CoinContract): Instrument {
  return deltaOne('perpetual', contract, null);
}

/** A dated future; `expiry` in epoch milliseconds. */
export function datedFuture(contract: CoinContract, expiry: number): Instrument {
  return deltaOne('future', contract, expiry);
}

/** A spot pair: one unit of the coin, priced in `currency`. */
export function spotPair(name: string, underlying: string, currency: string): Instrument {
  return deltaOne('spot', { name, underlying, settlement: 'linear', multiplier: 1, currency }, null);
}

/** A European option; `expiry` in epoch milliseconds, `strike` in quote currency per coin. */
export function europeanOption(contract: CoinContract, expiry: number, strike: number, right: OptionRight): Instrument {
  return { ...deltaOne('future', contract, expiry), type: 'option', strike, right, exercise: 'european' };
}

function deltaOne(type: 'spot' | 'future' | 'perpetual', contract: CoinContract, expiry: number | null): Instrument {
  const { name, underlying, settlement, multiplier, currency } = contract;
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
