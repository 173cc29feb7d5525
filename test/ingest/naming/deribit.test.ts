import { describe, expect, it } from 'vitest';
import { deribit } from '../../../src/ingest/naming/deribit.js';
import { anyFuture, anyOption, oneOf } from './generated-contracts.js';
import { expectNoHalfReadNames, expectRoundTrip, expectUnread } from './naming-rule-checks.js';

const OPTION = { type: 'option', exercise: 'european', settlement: 'inverse', multiplier: 1 } as const;
const FUTURE = { strike: null, right: null, exercise: null, settlement: 'inverse', currency: 'USD' } as const;

/**
 * Rows of public/get_instruments (expiration_timestamp, strike, contract_size), recorded on 2021-07-22 (BTC, ETH),
 * 2022-05-31 (SOL and the USDC perpetuals) and 2026-06-27 (BTC).
 */
const RECORDED = [
  [
    'BTC-28JUN26-60000-C',
    { ...OPTION, underlying: 'BTC', expiry: 1782633600000, strike: 60000, right: 'C', currency: 'BTC' },
  ],
  [
    'BTC-24SEP21-40000-P',
    { ...OPTION, underlying: 'BTC', expiry: 1632470400000, strike: 40000, right: 'P', currency: 'BTC' },
  ],
  [
    'ETH-23JUL21-2050-P',
    { ...OPTION, underlying: 'ETH', expiry: 1627027200000, strike: 2050, right: 'P', currency: 'ETH' },
  ],
  [
    'SOL-10JUN22-28-P',
    { ...OPTION, underlying: 'SOL', expiry: 1654848000000, strike: 28, right: 'P', currency: 'SOL' },
  ],
  ['BTC-25MAR22', { ...FUTURE, type: 'future', underlying: 'BTC', expiry: 1648195200000, multiplier: 10 }],
  ['ETH-27AUG21', { ...FUTURE, type: 'future', underlying: 'ETH', expiry: 1630051200000, multiplier: 1 }],
  ['SOL-24JUN22', { ...FUTURE, type: 'future', underlying: 'SOL', expiry: 1656057600000, multiplier: 10 }],
  ['BTC-PERPETUAL', { ...FUTURE, type: 'perpetual', underlying: 'BTC', expiry: null, multiplier: 10 }],
  ['ETH-PERPETUAL', { ...FUTURE, type: 'perpetual', underlying: 'ETH', expiry: null, multiplier: 1 }],
  [
    'BTC_USDC-PERPETUAL',
    {
      ...FUTURE,
      type: 'perpetual',
      underlying: 'BTC',
      expiry: null,
      multiplier: 0.001,
      settlement: 'linear',
      currency: 'USDC',
    },
  ],
] as const;

describe('deribit names', () => {
  it.each(RECORDED)('%s is the contract of the instrument list, and is spelled back', (name, contract) => {
    const read = deribit.parse(name);
    expect(read).toEqual({ name, ...contract });
    expect(read && deribit.format(read)).toBe(name);
  });

  // Multipliers: Deribit, "Linear USDC Options" and "New altcoin options on Deribit" (2024), AVAX and TRX notice (2026).
  it.each([
    ['BTC_USDC-27JUN26-60000-C', 'BTC', 60000, 1],
    ['ETH_USDC-3JUL26-1400-P', 'ETH', 1400, 1],
    ['SOL_USDC-25SEP26-118-C', 'SOL', 118, 10],
    ['XRP_USDC-30AUG24-0d54-C', 'XRP', 0.54, 1000],
    ['XRP_USDC-30AUG24-0d625-C', 'XRP', 0.625, 1000],
    ['MATIC_USDC-30AUG24-1d2-P', 'MATIC', 1.2, 1000],
    ['AVAX_USDC-27MAR26-20-C', 'AVAX', 20, 100],
    ['TRX_USDC-27MAR26-0d3-C', 'TRX', 0.3, 10_000],
  ])('%s is linear in USDC', (name, underlying, strike, multiplier) => {
    const read = deribit.parse(name);
    expect(read).toMatchObject({ name, underlying, strike, multiplier, settlement: 'linear', currency: 'USDC' });
    expect(read && deribit.format(read)).toBe(name);
  });

  it('reads a spot pair as one coin in USDC', () => {
    expect(deribit.parse('ETH_USDC')).toMatchObject({
      type: 'spot',
      underlying: 'ETH',
      currency: 'USDC',
      multiplier: 1,
    });
  });

  it('reads a day with a zero in front, and names it without', () => {
    expect(deribit.parse('BTC-03JUL26-60000-C')).toEqual(deribit.parse('BTC-3JUL26-60000-C'));
    expect(deribit.parse('BTC-03JUL26')?.name).toBe('BTC-3JUL26');
  });

  it('gives one name to every contract', () => {
    const inverse = { settlement: 'inverse', multiplier: 1 } as const;
    const usdc = { settlement: 'linear', currency: 'USDC' } as const;
    const options = oneOf(
      { ...inverse, underlying: 'BTC', currency: 'BTC' },
      { ...inverse, underlying: 'ETH', currency: 'ETH' },
      { ...usdc, underlying: 'SOL', multiplier: 10 },
      { ...usdc, underlying: 'XRP', multiplier: 1000 },
    );
    const futures = oneOf(
      { ...inverse, underlying: 'BTC', multiplier: 10, currency: 'USD' },
      { ...inverse, underlying: 'ETH', multiplier: 1, currency: 'USD' },
      { ...usdc, underlying: 'BTC', multiplier: 0.001 },
    );
    expectRoundTrip(deribit, anyOption(options));
    expectRoundTrip(deribit, anyFuture(futures));
  });

  it('does not read what it does not know whole', () => {
    expectUnread(deribit, [
      'BTC-CS-27JUN26-60000_65000', // a combo
      'BTC-FS-27JUN26_PERP',
      'BTC-31FEB26-60000-C',
      'BTC-30JUN26-0-C',
      'BTC-30JUN26-0d0-C',
      'BTC-30JUN26-060000-C',
      'BTC-30JUN26-6e4-C',
      'BTC-30JUN26-60000-X',
      'BTC-30JUN26-60000-',
      'BTC-0JUN26',
      'BTC-30JUN2026',
      'btc-30JUN26-60000-C',
      'BTC-30jun26-60000-C',
      ' BTC-PERPETUAL',
      'BTC-PERPETUAL ',
      'BTC-PERPETUAL\n',
      'XRP_USDC-30AUG24-0.54-C', // the point is written d
      'DOGE-PERPETUAL', // no inverse contract
      'DOGE_USDC-27JUN26-1-C', // no known multiplier
      'ETH_USDC-PERPETUAL', // rescaled by the venue: 0.01 coins in 2022, less now
      'BTC',
      '',
    ]);
  });

  it('never half-reads a garbled name', () => {
    expectNoHalfReadNames(deribit, [...RECORDED.map(([name]) => name), 'XRP_USDC-30AUG24-0d54-C', 'ETH_USDC']);
  });

  it('gives no name to a contract of other terms', () => {
    const option = deribit.parse('BTC-27JUN26-60000-C');
    if (option === null) throw new Error('not read');
    expect(deribit.format({ ...option, multiplier: 0.01 })).toBeNull();
    expect(deribit.format({ ...option, exercise: 'american' })).toBeNull();
    expect(deribit.format({ ...option, currency: 'USD' })).toBeNull();
    expect(deribit.format({ ...option, expiry: (option.expiry ?? 0) + 3_600_000 })).toBeNull();
    expect(deribit.format({ ...option, strike: 60000.0000001 })).toBeNull();
    expect(deribit.format({ ...option, strike: null })).toBeNull();
    expect(deribit.format({ ...option, type: 'index' })).toBeNull();
  });
});
