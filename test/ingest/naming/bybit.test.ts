import { describe, expect, it } from 'vitest';
import { bybit } from '../../../src/ingest/naming/bybit.js';
import { anyFuture, anyOption, oneCoin, oneOf } from './generated-contracts.js';
import { expectNoHalfReadNames, expectRoundTrip, expectUnread } from './naming-rule-checks.js';

/**
 * Names recorded in replies of Bybit's api, among them BTC-29DEC23-80000-C with deliveryTime 1703836800000 and settleCoin
 * USDC; BTCUSDM21 and BTCUSDU21 with the aliases BTCUSD0625 and BTCUSD0924 in v2/public/symbols of 2021.
 */
const NAMES = [
  ['BTC-29DEC23-80000-C', 'option', 'BTC', 1703836800000, 'linear', 'USDC'],
  ['BTC-3JUL26-60000-P', 'option', 'BTC', Date.parse('2026-07-03T08:00Z'), 'linear', 'USDC'],
  ['BTC-27JUN26-60000-C-USDT', 'option', 'BTC', Date.parse('2026-06-27T08:00Z'), 'linear', 'USDT'],
  ['XRP-27JUN26-0.5-P-USDT', 'option', 'XRP', Date.parse('2026-06-27T08:00Z'), 'linear', 'USDT'],
  ['ETHUSDT', 'perpetual', 'ETH', null, 'linear', 'USDT'],
  ['1000PEPEUSDT', 'perpetual', '1000PEPE', null, 'linear', 'USDT'],
  ['BTCPERP', 'perpetual', 'BTC', null, 'linear', 'USDC'],
  ['BTC-27JUN26', 'future', 'BTC', Date.parse('2026-06-27T08:00Z'), 'linear', 'USDC'],
  ['BTCUSDT-27DEC24', 'future', 'BTC', Date.parse('2024-12-27T08:00Z'), 'linear', 'USDT'],
  ['BTCUSD', 'perpetual', 'BTC', null, 'inverse', 'USD'],
  ['BTCUSDM21', 'future', 'BTC', Date.parse('2021-06-25T08:00Z'), 'inverse', 'USD'],
  ['BTCUSDU21', 'future', 'BTC', Date.parse('2021-09-24T08:00Z'), 'inverse', 'USD'],
] as const;

describe('bybit names', () => {
  it.each(NAMES)('%s', (name, type, underlying, expiry, settlement, currency) => {
    const read = bybit.parse(name);
    expect(read).toMatchObject({ name, type, underlying, expiry, settlement, currency, multiplier: 1 });
    expect(read && bybit.format(read)).toBe(name);
  });

  it('reads an option as European, with its strike and right', () => {
    expect(bybit.parse('XRP-27JUN26-0.5-P-USDT')).toMatchObject({ strike: 0.5, right: 'P', exercise: 'european' });
  });

  it('reads a day with a zero in front, and names it without', () => {
    expect(bybit.parse('BTC-03JUL26-60000-P')?.name).toBe('BTC-3JUL26-60000-P');
    expect(bybit.parse('BTCUSDT-03JUL26')?.name).toBe('BTCUSDT-3JUL26');
  });

  it('gives one name to every contract', () => {
    expectRoundTrip(bybit, anyOption(oneCoin('USDC')));
    expectRoundTrip(bybit, anyOption(oneCoin('USDT')));
    expectRoundTrip(bybit, anyFuture(oneCoin('USDC')));
    expectRoundTrip(bybit, anyFuture(oneCoin('USDT')));
  });

  it('names inverse futures by quarter, and no others', () => {
    const inverse = { settlement: 'inverse', multiplier: 1, currency: 'USD' } as const;
    const coins = oneOf({ ...inverse, underlying: 'BTC' }, { ...inverse, underlying: 'ETH' });
    expectRoundTrip(
      bybit,
      anyFuture(coins).filter(({ type }) => type === 'perpetual'),
    );
    const june = bybit.parse('BTCUSDM26');
    if (june === null) throw new Error('not read');
    const week = 7 * 86_400_000;
    expect(bybit.format({ ...june, expiry: (june.expiry ?? 0) - week })).toBeNull();
    expect(bybit.format({ ...june, expiry: Date.parse('2026-07-31T08:00Z') })).toBeNull();
  });

  it('does not read what is not a contract', () => {
    expectUnread(bybit, [
      'EURUSD', // a currency pair with the form of an inverse perpetual
      'BTCUSDN26', // not a quarter
      'BTCUSD-27JUN26',
      'BTC-31JUN26-60000-C',
      'BTC-27JUN26-0-C',
      'BTC-27JUN26-0.50-C',
      'BTC-27JUN26-60000-C-USDC',
      'BTC-27JUN26-60000-c',
      'btcusdt',
      'USDT',
      'PERP',
      '1000-27JUN26',
      'BTCUSDT ',
    ]);
  });

  it('never half-reads a garbled name', () => {
    expectNoHalfReadNames(
      bybit,
      NAMES.map(([name]) => name),
    );
  });

  it('gives no name to a spot pair, a share or an American option', () => {
    const option = bybit.parse('BTC-29DEC23-80000-C');
    if (option === null) throw new Error('not read');
    expect(bybit.format({ ...option, exercise: 'american' })).toBeNull();
    expect(bybit.format({ ...option, currency: 'USD' })).toBeNull();
    expect(
      bybit.format({ ...option, type: 'spot', expiry: null, strike: null, right: null, exercise: null }),
    ).toBeNull();
  });
});
