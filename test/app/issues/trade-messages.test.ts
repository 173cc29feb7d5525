import { describe, expect, it } from 'vitest';
import { complained, type RunComplaint } from './run-complaints.js';

const EXPECTED: Readonly<Record<string, readonly RunComplaint[]>> = {
  'trd-unknown-instrument': [
    [
      'TRD_UNKNOWN_INSTRUMENT',
      'trades.csv 3:1',
      'instrument',
      'BTC-17JUL26-56000-PP',
      'BTC-17JUL26-56000-PP is traded but neither held nor in the market file',
      'did you mean BTC-17JUL26-56000-P?',
    ],
  ],
  'trd-no-price': [
    [
      'TRD_NO_PRICE',
      'trades.csv 2:1',
      'instrument',
      'BTC-PERPETUAL',
      'BTC-PERPETUAL has no ask to trade at',
      'give a price in the trades file',
    ],
    [
      'TRD_NO_PRICE',
      'trades.csv 3:1',
      'instrument',
      'BTC-17JUL26',
      'BTC-17JUL26 has no bid to trade at',
      'give a price in the trades file',
    ],
  ],
  'trd-bad-price': [
    [
      'TRD_BAD_PRICE',
      'trades.csv 2:1',
      'price',
      '-0.01',
      'BTC-17JUL26-56000-P cannot be traded at a price of -0.01',
      'prices are above 0, an option’s from 0; the direction is in the quantity or the side',
    ],
    [
      'TRD_BAD_PRICE',
      'trades.csv 3:1',
      'price',
      '0',
      'BTC-PERPETUAL cannot be traded at a price of 0',
      'prices are above 0, an option’s from 0; the direction is in the quantity or the side',
    ],
  ],
  'trd-not-tradable': [
    ['TRD_NOT_TRADABLE', 'trades.csv 2:1', 'instrument', 'BTC', 'BTC is an index and cannot be traded', null],
  ],
};

describe('complaints about trades', () => {
  it.each(Object.entries(EXPECTED))('%s', async (folder, complaints) => {
    expect(await complained(folder)).toEqual({ status: 'error', refused: true, complaints });
  });

  it('tell why a traded instrument cannot be valued, by its own reason', async () => {
    // A future that has expired, in a market that lists it still.
    const changes = { asOf: Date.UTC(2026, 6, 18), positions: 'fixtures/issues/run-empty-book/positions.csv' };
    const { complaints } = await complained('trd-no-price', 'margin', changes);
    expect(complaints.filter(([code]) => code === 'RUN_EXPIRED')).toEqual([
      [
        'RUN_EXPIRED',
        'trades.csv 3:1',
        'instrument',
        'BTC-17JUL26',
        'BTC-17JUL26 has expired by the as-of time 2026-07-18T00:00:00.000Z',
        'remove the line, or give the --as-of TIME the market belongs to',
      ],
    ]);
  });
});
