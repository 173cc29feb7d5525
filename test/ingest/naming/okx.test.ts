import { describe, expect, it } from 'vitest';
import { okx } from '../../../src/ingest/naming/okx.js';
import { anyCoin, anyFuture, anyOption, oneOf } from './generated-contracts.js';
import { expectNoHalfReadNames, expectRoundTrip, expectUnread } from './naming-rule-checks.js';

/**
 * Names recorded in replies of OKX's api (`instId`: 210430, 240329, SUSHI), sizes from its public/instruments: ctVal 100
 * and 10 dollars, ctVal x ctMult 0.01 BTC and 0.1 ETH; expiries at 08:00 UTC (`expTime`).
 */
const NAMES = [
  ['BTC-USD-240329-32000-C', 'option', 'BTC', '2024-03-29T08:00Z', 'inverse', 0.01, 'BTC'],
  ['ETH-USD-260627-2500-P', 'option', 'ETH', '2026-06-27T08:00Z', 'inverse', 0.1, 'ETH'],
  ['ETH-USD-210430', 'future', 'ETH', '2021-04-30T08:00Z', 'inverse', 10, 'USD'],
  ['BTC-USD-260627', 'future', 'BTC', '2026-06-27T08:00Z', 'inverse', 100, 'USD'],
  ['BTC-USD-SWAP', 'perpetual', 'BTC', null, 'inverse', 100, 'USD'],
  ['LTC-USD-SWAP', 'perpetual', 'LTC', null, 'inverse', 10, 'USD'],
  ['BTC-USDT-SWAP', 'perpetual', 'BTC', null, 'linear', 0.01, 'USDT'],
  ['ETH-USDT-260627', 'future', 'ETH', '2026-06-27T08:00Z', 'linear', 0.1, 'USDT'],
  ['BTC-USDT', 'spot', 'BTC', null, 'linear', 1, 'USDT'],
  ['ETH-USDC', 'spot', 'ETH', null, 'linear', 1, 'USDC'],
] as const;

describe('okx names', () => {
  it.each(NAMES)('%s', (name, type, underlying, expiry, settlement, multiplier, currency) => {
    const read = okx.parse(name);
    expect(read).toMatchObject({ name, type, underlying, settlement, multiplier, currency });
    expect(read?.expiry).toBe(expiry === null ? null : Date.parse(expiry));
    expect(read && okx.format(read)).toBe(name);
  });

  it('reads an option as European, with its strike and right', () => {
    expect(okx.parse('BTC-USD-240329-32000-C')).toMatchObject({ strike: 32000, right: 'C', exercise: 'european' });
    expect(okx.parse('BTC-USD-240329-32000-P')).toMatchObject({ right: 'P' });
  });

  it('gives one name to every contract', () => {
    expectRoundTrip(
      okx,
      anyOption(
        oneOf(
          { underlying: 'BTC', settlement: 'inverse', multiplier: 0.01, currency: 'BTC' },
          { underlying: 'ETH', settlement: 'inverse', multiplier: 0.1, currency: 'ETH' },
        ),
      ),
    );
    expectRoundTrip(
      okx,
      anyFuture(
        oneOf(
          { underlying: 'BTC', settlement: 'inverse', multiplier: 100, currency: 'USD' },
          { underlying: 'BTC', settlement: 'linear', multiplier: 0.01, currency: 'USDT' },
          { underlying: 'ETH', settlement: 'linear', multiplier: 0.1, currency: 'USDT' },
        ),
      ),
    );
    const otherCoins = anyCoin.filter((coin) => coin !== 'BTC');
    expectRoundTrip(
      okx,
      anyFuture(
        otherCoins.map((underlying) => ({ underlying, settlement: 'inverse', multiplier: 10, currency: 'USD' })),
      ),
    );
  });

  it('does not read what the name does not tell', () => {
    expectUnread(okx, [
      'SUSHI-USDT-SWAP', // size not told by the name
      'SOL-USD-260627-150-C',
      'BTC-USDC-SWAP',
      'BTC-USD', // an index
      'BTC-USD-260631',
      'BTC-USD-260631-60000-C',
      'BTC-USD-261301-60000-C',
      'BTC-USD-260627-0-C',
      'BTC-USD-260627-60000',
      'BTC-USD_UM-260627',
      'btc-USDT-SWAP',
      'BTC-USDT-SWAP ',
      'BTC-USDT-swap',
    ]);
  });

  it('never half-reads a garbled name', () => {
    expectNoHalfReadNames(
      okx,
      NAMES.map(([name]) => name),
    );
  });

  it('gives no name to a contract of other terms', () => {
    const swap = okx.parse('BTC-USDT-SWAP');
    if (swap === null) throw new Error('not read');
    expect(okx.format({ ...swap, multiplier: 1 })).toBeNull();
    expect(okx.format({ ...swap, currency: 'USDC' })).toBeNull();
    expect(okx.format({ ...swap, underlying: 'SUSHI' })).toBeNull();
  });
});
