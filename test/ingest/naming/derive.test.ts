import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive } from '../../../src/ingest/naming/derive.js';
import { FAMILIAR_COINS } from '../../../src/ingest/naming/familiar-coins.js';
import { anyFuture, anyOption, oneCoin } from './generated-contracts.js';
import { expectNoHalfReadNames, expectRoundTrip, expectUnread } from './naming-rule-checks.js';

/** From docs.derive.xyz, "Instrument names" (its own examples); BTC-PERP also in a recorded reply. */
const NAMES = [
  ['ETH-20240914-2400-C', 'option', 'ETH', '2024-09-14T08:00Z', 2400],
  ['ETH-20240914-2400_5-P', 'option', 'ETH', '2024-09-14T08:00Z', 2400.5],
  ['BTC-20260627-60000-C', 'option', 'BTC', '2026-06-27T08:00Z', 60000],
  ['BTC-PERP', 'perpetual', 'BTC', null, null],
  ['ETH-USDC', 'spot', 'ETH', null, null],
] as const;

describe('derive names', () => {
  it.each(NAMES)('%s', (name, type, underlying, expiry, strike) => {
    const read = derive.parse(name);
    expect(read).toMatchObject({
      name,
      type,
      underlying,
      strike,
      settlement: 'linear',
      multiplier: 1,
      currency: 'USDC',
    });
    expect(read?.expiry).toBe(expiry === null ? null : Date.parse(expiry));
    expect(read?.exercise).toBe(type === 'option' ? 'european' : null);
    expect(read && derive.format(read)).toBe(name);
  });

  it('gives one name to every contract', () => {
    expectRoundTrip(derive, anyOption(oneCoin('USDC', fc.constantFrom(...FAMILIAR_COINS))));
    expectRoundTrip(
      derive,
      anyFuture(oneCoin('USDC')).filter(({ type }) => type === 'perpetual'),
    );
  });

  it('does not read what is not a contract', () => {
    expectUnread(derive, [
      'SPY-20260619-600-C', // shares expire at another hour
      'ETH-20240931-2400-C',
      'ETH-20230229-2400-C',
      'ETH-19991231-2400-C',
      'ETH-20240914-0-C',
      'ETH-20240914-2400.5-C', // the point is written as an underscore
      'ETH-20240914-2400_50-C', // with trailing zeros trimmed
      'ETH-20240914-2400_0000001-C', // finer than 1e-6, which the venue rejects too
      'ETH-20240914',
      'ETH-240914-2400-C',
      'eth-PERP',
      'ETH-PERP ',
      'ETH-USDT',
    ]);
  });

  it('never half-reads a garbled name', () => {
    expectNoHalfReadNames(
      derive,
      NAMES.map(([name]) => name),
    );
  });

  it('gives no name to a dated future or another currency', () => {
    const perpetual = derive.parse('BTC-PERP');
    if (perpetual === null) throw new Error('not read');
    expect(derive.format({ ...perpetual, type: 'future', expiry: Date.parse('2026-06-27T08:00Z') })).toBeNull();
    expect(derive.format({ ...perpetual, currency: 'USDT' })).toBeNull();
  });
});
