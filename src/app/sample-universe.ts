import type { Instrument, PriceHistory, Quote } from '../domain/index.js';
import type { TradeRows } from '../margin/index.js';
import { MarketView, MS_PER_DAY, type ValuedInstrument, valueInstrument } from '../scenario/index.js';

const AS_OF = Date.UTC(2026, 0, 1, 8);
const EXPIRY = AS_OF + 30 * MS_PER_DAY;

/** Lines that a rule book's formula is shown on, with what else it is built from. */
export interface SampleUniverse {
  readonly lines: readonly ValuedInstrument[];
  readonly view: MarketView;
  readonly history?: PriceHistory;
  readonly trades?: TradeRows;
}

/** A perpetual, a call and a put of one coin: what a rule book's formula is shown on. */
export function sampleUniverse(): SampleUniverse & { readonly history: PriceHistory } {
  const quotes = [
    quote({ name: 'BTC-PERP', type: 'perpetual' }, 100),
    quote({ name: 'BTC-20260131-110-C', type: 'option', expiry: EXPIRY, strike: 110, right: 'C' }, 2),
    quote({ name: 'BTC-20260131-90-P', type: 'option', expiry: EXPIRY, strike: 90, right: 'P' }, 2),
  ];
  const market = { timestamp: AS_OF, quotes: new Map(quotes.map((one) => [one.instrument.name, one])) };
  const view = new MarketView(market, AS_OF, 'USD');
  const lines = quotes.map((one) => {
    const valuation = valueInstrument(one.instrument, one, view);
    if (valuation.status === 'failed') throw new Error(`the sample has no value: ${valuation.detail}`);
    return valuation.value;
  });
  return { lines, view, history: sampleHistory() };
}

/** Prices of the coin on the forty days before: which figures they are does not show. */
function sampleHistory(): PriceHistory {
  const days = [...Array(40).keys()];
  const dates = days.map((day) => new Date(AS_OF - (40 - day) * MS_PER_DAY).toISOString().slice(0, 10));
  return { dates, series: new Map([['BTC', Float64Array.from(days, (day) => 100 + (day % 7))]]) };
}

function quote(terms: Pick<Instrument, 'name' | 'type'> & Partial<Instrument>, mark: number): Quote {
  const instrument: Instrument = {
    underlying: 'BTC',
    expiry: null,
    strike: null,
    right: null,
    exercise: terms.type === 'option' ? 'european' : null,
    settlement: 'linear',
    multiplier: 1,
    currency: 'USD',
    ...terms,
  };
  const isOption = instrument.type === 'option';
  return {
    instrument,
    bid: null,
    bidSize: null,
    ask: null,
    askSize: null,
    mark,
    iv: isOption ? 0.6 : null,
    underlyingPrice: isOption ? 100 : null,
    rate: null,
    dividendYield: null,
    tick: null,
    lot: null,
    fee: null,
    confidence: null,
    origin: null,
  };
}
