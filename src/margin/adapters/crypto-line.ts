import { DOLLAR_CURRENCIES, type MarketView, type ValuedInstrument } from '../../scenario/index.js';
import type { VenueLine } from '../venue-lines/index.js';

/** Whether a line takes part in a requirement at all. */
export function isMargined({ instrument: { type }, expired }: ValuedInstrument): boolean {
  return type !== 'index' && !expired;
}

/** Why no crypto venue lists a contract; null when one may. */
export function noCryptoContract({ instrument }: ValuedInstrument, view: MarketView): string | null {
  const { exercise, settlement, currency, underlying } = instrument;
  if (exercise === 'american') return 'is an American option, and the venue has European ones';
  if (settlement === 'linear' && !DOLLAR_CURRENCIES.has(currency)) return `is priced in ${currency}, not in dollars`;
  return isStock(underlying, view)
    ? `is on ${underlying}, which pays dividends or has American options: no coin`
    : null;
}

const STOCKS = new WeakMap<MarketView, ReadonlySet<string>>();

/** Whether some row of the market shows that an underlying is no coin. */
function isStock(underlying: string, view: MarketView): boolean {
  let stocks = STOCKS.get(view);
  if (stocks === undefined) {
    const shown = [...view.market.quotes.values()].filter(
      ({ instrument, dividendYield }) => instrument.exercise === 'american' || (dividendYield ?? 0) !== 0,
    );
    stocks = new Set(shown.map(({ instrument }) => instrument.underlying));
    STOCKS.set(view, stocks);
  }
  return stocks.has(underlying);
}

/** Units of the underlying in one contract: of an inverse future its quote amount over its price. */
export function unitsPerContract({ instrument, forward }: ValuedInstrument): number {
  const { settlement, type, multiplier } = instrument;
  return settlement === 'inverse' && type !== 'option' ? multiplier / forward : multiplier;
}

/** A contract as a venue's rule book sees it: its mark and volatility, the forward of its expiry. */
export function venueLine(line: ValuedInstrument): VenueLine {
  const { instrument, forward, volatility, markPrice } = line;
  const { name, type, underlying, settlement, expiry, strike, right } = instrument;
  if (type === 'index' || type === 'trade') throw new RangeError(`'${name}' is no contract of a venue`);
  return {
    name,
    kind: type,
    underlying,
    settlement,
    unitsPerContract: unitsPerContract(line),
    price: forward,
    expiryMs: expiry,
    option:
      type === 'option'
        ? { right: right!, strike: strike!, volatility: volatility!, ...(markPrice === null ? {} : { markPrice }) }
        : null,
  };
}
