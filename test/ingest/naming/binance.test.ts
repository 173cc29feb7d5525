import { describe, expect, it } from 'vitest';
import { binance } from '../../../src/ingest/naming/binance.js';
import { anyCoin, anyFuture, anyOption, oneCoin, oneOf } from './generated-contracts.js';
import { expectNoHalfReadNames, expectRoundTrip, expectUnread } from './naming-rule-checks.js';

/**
 * Names recorded in replies of Binance's api, among them ETH-230426-1850-C with expiryDate 1682496000000 and TRXUSD_PERP;
 * option units from the FAQ "Binance Options Contract Specifications", which also has XRP-230331-0.365-P.
 */
const NAMES = [
  ['ETH-230426-1850-C', 'option', 'ETH', 1682496000000, 'linear', 1, 'USDT'],
  ['BTC-241227-80000-C', 'option', 'BTC', Date.parse('2024-12-27T08:00Z'), 'linear', 1, 'USDT'],
  ['XRP-230331-0.365-P', 'option', 'XRP', Date.parse('2023-03-31T08:00Z'), 'linear', 100, 'USDT'],
  ['DOGE-260627-0.2-C', 'option', 'DOGE', Date.parse('2026-06-27T08:00Z'), 'linear', 1000, 'USDT'],
  ['BTCUSDT', 'perpetual', 'BTC', null, 'linear', 1, 'USDT'],
  ['BTCUSDC', 'perpetual', 'BTC', null, 'linear', 1, 'USDC'],
  ['BTCUSDT_260626', 'future', 'BTC', Date.parse('2026-06-26T08:00Z'), 'linear', 1, 'USDT'],
  ['BTCUSD_PERP', 'perpetual', 'BTC', null, 'inverse', 100, 'USD'],
  ['TRXUSD_PERP', 'perpetual', 'TRX', null, 'inverse', 10, 'USD'],
  ['ETHUSD_260626', 'future', 'ETH', Date.parse('2026-06-26T08:00Z'), 'inverse', 10, 'USD'],
] as const;

describe('binance names', () => {
  it.each(NAMES)('%s', (name, type, underlying, expiry, settlement, multiplier, currency) => {
    const read = binance.parse(name);
    expect(read).toMatchObject({ name, type, underlying, expiry, settlement, multiplier, currency });
    expect(read && binance.format(read)).toBe(name);
  });

  it('reads an option as European, with its strike and right', () => {
    expect(binance.parse('XRP-230331-0.365-P')).toMatchObject({ strike: 0.365, right: 'P', exercise: 'european' });
  });

  it('gives one name to every contract', () => {
    const tether = { settlement: 'linear', currency: 'USDT' } as const;
    const units = oneOf(
      { ...tether, underlying: 'BTC', multiplier: 1 },
      { ...tether, underlying: 'XRP', multiplier: 100 },
      { ...tether, underlying: 'DOGE', multiplier: 1000 },
    );
    const coinMargined = anyCoin.map((underlying) => ({
      underlying,
      settlement: 'inverse' as const,
      multiplier: underlying === 'BTC' ? 100 : 10,
      currency: 'USD',
    }));
    expectRoundTrip(binance, anyOption(units));
    expectRoundTrip(binance, anyFuture(oneCoin('USDT')));
    expectRoundTrip(binance, anyFuture(oneCoin('USDC')));
    expectRoundTrip(binance, anyFuture(coinMargined));
  });

  it('does not read what is not a contract', () => {
    expectUnread(binance, [
      'LINK-260627-15-C', // no known unit
      'BTC-260631-60000-C',
      'BTC-260627-0-C',
      'BTC-260627-60000-C-USDT',
      'BTCUSD',
      'BTCUSDT_PERP',
      'BTCUSDT_260631',
      'BTCUSD_20260627',
      'BTCEUR',
      'btcusdt',
      ' BTCUSDT',
      'USDT',
    ]);
  });

  it('never half-reads a garbled name', () => {
    expectNoHalfReadNames(
      binance,
      NAMES.map(([name]) => name),
    );
  });

  it('gives no name to a contract of other terms', () => {
    const perpetual = binance.parse('BTCUSDT');
    if (perpetual === null) throw new Error('not read');
    expect(binance.format({ ...perpetual, type: 'spot' })).toBeNull();
    expect(binance.format({ ...perpetual, currency: 'BUSD' })).toBeNull();
    expect(binance.format({ ...perpetual, multiplier: 2 })).toBeNull();
    expect(binance.format({ ...perpetual, type: 'future' })).toBeNull();
  });
});
