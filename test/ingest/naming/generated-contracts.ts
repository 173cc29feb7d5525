import fc from 'fast-check';
import type { Instrument, OptionRight } from '../../../src/domain/index.js';

/** Seeded, so that a failure repeats. */
export const SEEDED = { seed: 20_260_627, numRuns: 400 } as const;

/** A day of the years 2000 to 2099, as its midnight UTC. */
export const anyDay = fc.integer({ min: 10_957, max: 47_481 }).map((day) => day * 86_400_000);

/** 08:00 UTC of such a day. */
export const anyCryptoExpiry = anyDay.map((midnight) => midnight + 8 * 3_600_000);

/** Strikes from a millionth to a thousand million, up to six decimals. */
export const anyStrike = fc
  .tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 999_999 }))
  .map(([whole, decimals, fraction]) =>
    decimals === 0 ? Math.max(1, whole) : Number(`${whole}.${String(fraction).padStart(6, '0').slice(-decimals)}`),
  )
  .filter((strike) => strike > 0);

export const anyRight = fc.constantFrom<OptionRight>('C', 'P');

export const anyCoin = fc
  .stringMatching(/^[0-9]{0,4}[A-Z]{2,6}$/)
  .filter((coin) => !/(USD|USDT|USDC|PERP)$/.test(coin));

type Terms = Pick<Instrument, 'underlying' | 'settlement' | 'multiplier' | 'currency'>;

/** Options of these terms, any series. */
export function anyOption(terms: fc.Arbitrary<Terms>): fc.Arbitrary<Instrument> {
  return fc.tuple(terms, anyCryptoExpiry, anyStrike, anyRight).map(([common, expiry, strike, right]) => ({
    ...common,
    name: 'unread',
    type: 'option',
    expiry,
    strike,
    right,
    exercise: 'european',
  }));
}

/** Perpetuals, and futures of the given expiries, of these terms. */
export function anyFuture(terms: fc.Arbitrary<Terms>, expiries = anyCryptoExpiry): fc.Arbitrary<Instrument> {
  return fc.tuple(terms, fc.option(expiries)).map(([common, expiry]) => ({
    ...common,
    name: 'unread',
    type: expiry === null ? 'perpetual' : 'future',
    expiry,
    strike: null,
    right: null,
    exercise: null,
  }));
}

/** Linear contracts of one coin in a currency. */
export function oneCoin(currency: string, coins: fc.Arbitrary<string> = anyCoin): fc.Arbitrary<Terms> {
  return coins.map((underlying) => ({ underlying, settlement: 'linear', multiplier: 1, currency }));
}

/** One of these terms. */
export function oneOf(...terms: readonly Terms[]): fc.Arbitrary<Terms> {
  return fc.constantFrom(...terms);
}
