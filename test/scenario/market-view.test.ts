import { describe, expect, it } from 'vitest';
import { forwardOf } from '../../src/scenario/index.js';
import { AS_OF, future, index, instrument, option, viewOf } from './sample-market.js';

const call = (figures: Parameters<typeof option>[4], days = 30) => option('BTC', days, 60_000, 'C', figures);
const YEARS = 30 / 365;

describe('the forward of an expiry', () => {
  it('is what the row itself says', () => {
    const own = call({ underlyingPrice: 61_000 });
    const view = viewOf([index('BTC', 60_000), future('BTC', 30, 61_500), own]);
    expect(view.forward(own.instrument, own, YEARS)).toBe(61_000);
  });

  it('else the future of that expiry, even where an option comes first', () => {
    const silent = call({ iv: 0.4 });
    const told = option('BTC', 30, 50_000, 'P', { underlyingPrice: 61_000 });
    const view = viewOf([index('BTC', 60_000), told, future('BTC', 30, 61_500), silent]);
    expect(view.forward(silent.instrument, silent, YEARS)).toBe(61_500);
    expect(view.forward(silent.instrument, null, YEARS)).toBe(61_500);
  });

  it('else another option of that expiry, the first in the file', () => {
    const silent = call({ iv: 0.4 });
    const first = option('BTC', 30, 50_000, 'P', { underlyingPrice: 61_000 });
    const second = option('BTC', 30, 40_000, 'P', { underlyingPrice: 61_010 });
    const view = viewOf([index('BTC', 60_000), silent, first, second]);
    expect(view.forward(silent.instrument, silent, YEARS)).toBe(61_000);
  });

  it('else the level carried at rate less yield', () => {
    const silent = call({ iv: 0.4, rate: 0.05, dividendYield: 0.02 });
    // Another expiry and another underlying of the same expiry say nothing about it.
    const view = viewOf([index('BTC', 60_000), silent, future('BTC', 31, 61_500), future('ETH', 30, 1_500)]);
    expect(view.forward(silent.instrument, silent, YEARS)).toBeCloseTo(60_000 * Math.exp(0.03 * YEARS), 8);
    expect(view.statedForward(silent.instrument, silent)).toBeNull();
    const plain = call({ iv: 0.4 });
    expect(view.forward(plain.instrument, plain, YEARS)).toBe(60_000);
  });

  it('else not known', () => {
    const stranger = instrument({ name: 'S', type: 'future', underlying: 'SOL', expiry: AS_OF + 1 });
    expect(viewOf([index('BTC', 60_000)]).forward(stranger, null, 1)).toBeNull();
  });
});

describe('a view', () => {
  it('reads levels and rates once, in its currency', () => {
    const view = viewOf([index('BTC', 60_000), index('ETH', 1_500)], 'ETH');
    expect(view.levels.get('BTC')?.level).toBe(60_000);
    expect(view.rates.rateOf('BTC')?.rate).toBe(40);
    expect(view.currency).toBe('ETH');
    expect(view.asOf).toBe(AS_OF);
  });

  it('agrees with the rows it was made of', () => {
    const rows = [index('BTC', 60_000), future('BTC', 30, 61_500), future('BTC', 90, 62_500)];
    const view = viewOf(rows);
    for (const row of rows.slice(1)) {
      expect(view.statedForward(row.instrument, null)).toBe(forwardOf(row));
    }
  });
});
