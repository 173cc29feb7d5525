import { describe, expect, it } from 'vitest';
import { formatInstrumentName, KNOWN_VENUES, parseInstrumentName } from '../../../src/ingest/naming/index.js';

describe('instrument names', () => {
  it('asks the venues in a stated order', () => {
    expect(KNOWN_VENUES).toEqual(['deribit', 'okx', 'bybit', 'binance', 'derive', 'osi']);
  });

  it.each([
    ['BTC-27JUN26-60000-C', { settlement: 'inverse', currency: 'BTC' }],
    ['BTC-27JUN26', { settlement: 'inverse', multiplier: 10 }],
    ['XRP-27JUN26-2-C', { settlement: 'linear', currency: 'USDC' }], // no inverse XRP: Bybit's
    ['BTC-27JUN26-60000.5-C', { settlement: 'linear', currency: 'USDC' }], // Deribit writes d
    ['BTC-USD-260627-60000-C', { multiplier: 0.01 }],
    ['BTC-260627-60000-C', { currency: 'USDT' }],
    ['BTC-20260627-60000-C', { currency: 'USDC' }],
    ['BTCUSDT', { type: 'perpetual', currency: 'USDT' }],
    ['BTC-PERP', { type: 'perpetual', currency: 'USDC' }],
    ['BTC-USDT', { type: 'spot' }],
    ['BTC_USDC', { type: 'spot' }],
    ['SPY200320C00320000', { underlying: 'SPY', exercise: 'american' }],
  ])('reads %s without a venue', (name, terms) => {
    expect(parseInstrumentName(name, null)).toMatchObject(terms);
  });

  it('asks only the venue that is given, in any case', () => {
    expect(parseInstrumentName('BTC-27JUN26-60000-C', 'Bybit')).toMatchObject({
      settlement: 'linear',
      currency: 'USDC',
    });
    expect(parseInstrumentName('BTC-27JUN26-60000-C', 'DERIBIT')).toMatchObject({ settlement: 'inverse' });
    expect(parseInstrumentName('BTC-27JUN26-60000-C', 'okx')).toBeNull();
    expect(parseInstrumentName('BTC-27JUN26-60000-C', 'nowhere')).toBeNull();
    expect(parseInstrumentName('BTC-27JUN26-60000-C', '')).toBeNull();
  });

  it.each(['ES-20MAR20', 'ES-20MAR20-3200-C', 'ES-PERP', 'ESPERP'])(
    'does not take %s for a coin, unless the venue says so',
    (name) => {
      expect(parseInstrumentName(name, null)).toBeNull();
      expect(['bybit', 'derive'].filter((venue) => parseInstrumentName(name, venue) !== null)).toHaveLength(1);
    },
  );

  it.each(['', 'SPY', 'AAPL', 'EURUSD', 'ESH0', 'ES', 'BTC', 'Bitcoin', 'BTC-28JUN24-BTC-PERPETUAL', ' BTCUSDT'])(
    "does not read '%s'",
    (name) => {
      expect(parseInstrumentName(name, null)).toBeNull();
    },
  );

  it('spells a contract for each venue that lists it', () => {
    const perpetual = parseInstrumentName('BTCPERP', 'bybit');
    if (perpetual === null) throw new Error('not read');
    expect(KNOWN_VENUES.map((venue) => formatInstrumentName(perpetual, venue))).toEqual([
      null,
      null,
      'BTCPERP',
      'BTCUSDC',
      'BTC-PERP',
      null,
    ]);
    expect(formatInstrumentName(perpetual, 'Derive')).toBe('BTC-PERP');
    expect(formatInstrumentName(perpetual, 'nowhere')).toBeNull();
  });
});
