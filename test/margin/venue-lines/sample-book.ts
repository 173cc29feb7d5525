import type { OptionRight, Settlement } from '../../../src/domain/index.js';
import type { VenueLine } from '../../../src/margin/venue-lines/index.js';
import type { SeededRandom } from '../../../src/math/index.js';

const MS_PER_DAY = 86_400_000;

/** The instant of all sample books. */
export const AS_OF = Date.UTC(2026, 0, 1, 8);

/** The index of all sample books. */
export const INDEX = 60_000;

export function inDays(days: number): number {
  return AS_OF + days * MS_PER_DAY;
}

export function perpetual(price: number, settlement: Settlement = 'inverse', underlying = 'BTC'): VenueLine {
  return {
    name: `${underlying}-PERPETUAL`,
    kind: 'perpetual',
    underlying,
    settlement,
    unitsPerContract: 1,
    price,
    expiryMs: null,
    option: null,
  };
}

export function future(price: number, days: number, settlement: Settlement = 'inverse', underlying = 'BTC'): VenueLine {
  const name = `${underlying}-FUTURE-${days}`;
  return { ...perpetual(price, settlement, underlying), name, kind: 'future', expiryMs: inDays(days) };
}

export function spot(price: number, underlying = 'BTC'): VenueLine {
  return { ...perpetual(price, 'linear', underlying), name: underlying, kind: 'spot' };
}

/** What an option is made of: right, strike, forward, days to expiry, volatility. */
export type OptionFigures = readonly [OptionRight, number, number, number, number];

export function option(figures: OptionFigures, settlement: Settlement = 'inverse', underlying = 'BTC'): VenueLine {
  const [right, strike, forward, days, volatility] = figures;
  return {
    name: `${underlying}-${days}-${strike}-${right}`,
    kind: 'option',
    underlying,
    settlement,
    unitsPerContract: 1,
    price: forward,
    expiryMs: inDays(days),
    option: { right, strike, volatility },
  };
}

/**
 * The book of the independent computations: a perpetual at 60,010, a future of 60 days at 61,000, a 65,000 call of 20 days
 * (forward 60,500, volatility 0.55) and a 50,000 put of 60 days (forward 61,000, 0.65).
 */
export function sampleLines(settlement: Settlement): readonly VenueLine[] {
  return [
    perpetual(60_010, settlement),
    future(61_000, 60, settlement),
    option(['C', 65_000, 60_500, 20, 0.55], settlement),
    option(['P', 50_000, 61_000, 60, 0.65], settlement),
  ];
}

/** Long 1.5 perpetuals, short 0.4 futures, 3 calls and 2 puts. */
export const SAMPLE_QUANTITIES = Float64Array.of(1.5, -0.4, -3, -2);

/** A book of that many quantities of either sign, some of them none. */
export function randomQuantities(length: number, size = 10): (random: SeededRandom) => Float64Array {
  return (random) =>
    Float64Array.from({ length }, () => (random.uniform() < 0.2 ? 0 : size * (2 * random.uniform() - 1)));
}
