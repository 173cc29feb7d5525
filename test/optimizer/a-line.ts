import type { Instrument, Quote } from '../../src/domain/index.js';
import type { ValuedInstrument } from '../../src/scenario/index.js';

/** A dollar option of 60 days unless told otherwise. */
export function anInstrument(name: string, changes: Partial<Instrument> = {}): Instrument {
  return {
    name,
    type: 'option',
    underlying: 'BTC',
    expiry: Date.UTC(2026, 7, 28, 8),
    strike: 60_000,
    right: 'C',
    exercise: 'european',
    settlement: 'linear',
    multiplier: 1,
    currency: 'USD',
    ...changes,
  };
}

/** Terms that an option has and these have not. */
export const NO_OPTION = { strike: null, right: null, exercise: null } as const;

export function aQuote(instrument: Instrument, changes: Partial<Quote> = {}): Quote {
  return {
    instrument,
    bid: null,
    bidSize: null,
    ask: null,
    askSize: null,
    mark: null,
    iv: null,
    underlyingPrice: null,
    rate: null,
    dividendYield: null,
    tick: null,
    lot: null,
    fee: null,
    confidence: null,
    origin: null,
    ...changes,
  };
}

/** A line valued by hand: money is dollars, the level 60,000 and the contract a dollar option marked at 1,000. */
export function aLine(
  name: string,
  changes: Partial<Omit<ValuedInstrument, 'instrument' | 'quote'>> & {
    readonly terms?: Partial<Instrument>;
    readonly quote?: Partial<Quote> | null;
  } = {},
): ValuedInstrument {
  const { terms, quote, ...rest } = changes;
  const instrument = anInstrument(name, terms);
  return {
    instrument,
    quote: quote === null || quote === undefined ? null : aQuote(instrument, quote),
    level: 60_000,
    forward: 60_000,
    ttmYears: 60 / 365,
    days: 60,
    expired: false,
    volatility: 0.5,
    rate: 0,
    dividendYield: 0,
    earlyExercise: 'none',
    moneyPerPrice: 1,
    currencyUnderlying: null,
    markPrice: 1000,
    markValue: 1000,
    modelValue: 1000,
    notional: 60_000,
    ...rest,
  };
}
