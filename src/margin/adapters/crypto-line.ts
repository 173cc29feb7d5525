import { DOLLAR_CURRENCIES, type ValuedInstrument } from '../../scenario/index.js';
import type { VenueLine } from '../venue-lines/index.js';

/** Whether a line takes part in a requirement at all. */
export function isMargined({ instrument: { type }, expired }: ValuedInstrument): boolean {
  return type !== 'index' && !expired;
}

/** Why no crypto venue lists a contract; null when one may. */
export function noCryptoContract({ instrument, dividendYield }: ValuedInstrument): string | null {
  const { exercise, settlement, currency } = instrument;
  if (exercise === 'american') return 'is an American option, and the venue has European ones';
  if (dividendYield !== 0) return 'pays dividends, and the venue lists coins';
  if (settlement === 'linear' && !DOLLAR_CURRENCIES.has(currency)) return `is priced in ${currency}, not in dollars`;
  return null;
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
  if (type === 'index') throw new RangeError(`'${name}' is an index, not a contract`);
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
