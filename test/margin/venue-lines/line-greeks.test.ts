import { describe, expect, it } from 'vitest';
import { lineProfit, lineValue, venueGreeks } from '../../../src/margin/venue-lines/index.js';
import { option, perpetual, spot } from './sample-book.js';

const YEARS = 20 / 365;

describe('greeks of a line', () => {
  it('are its units for a future', () => {
    const line = { ...perpetual(60_000), unitsPerContract: 0.01 };
    expect(venueGreeks(line, 0)).toEqual({ delta: 0.01, netDelta: 0.01, vega: 0, rho: 0 });
  });

  it('agree with small moves of its profit', () => {
    const line = option(['C', 65_000, 60_500, 20, 0.55], 'linear');
    const { delta, vega } = venueGreeks(line, YEARS);
    const up = lineProfit(line, { priceMove: 1e-5, volatility: 0.55, years: YEARS }, 'quote');
    const down = lineProfit(line, { priceMove: -1e-5, volatility: 0.55, years: YEARS }, 'quote');
    expect((up - down) / (2e-5 * 60_500)).toBeCloseTo(delta, 6);
    const louder = lineProfit(line, { priceMove: 0, volatility: 0.5501, years: YEARS }, 'quote');
    expect(louder / 0.01).toBeCloseTo(vega, 1);
  });

  it('net the price of an inverse option from its delta: the slope of its profit in coin', () => {
    const line = option(['C', 65_000, 60_500, 20, 0.55]);
    const { delta, netDelta } = venueGreeks(line, YEARS);
    expect(delta - netDelta).toBeCloseTo(lineValue(line, YEARS, 'coin'), 15);
    const slope =
      (lineProfit(line, { priceMove: 1e-5, volatility: 0.55, years: YEARS }, 'coin') -
        lineProfit(line, { priceMove: -1e-5, volatility: 0.55, years: YEARS }, 'coin')) /
      2e-5;
    expect(slope).toBeCloseTo(netDelta, 6);
  });

  it('take the delta of the venue where there is one', () => {
    const line = option(['P', 50_000, 61_000, 60, 0.65], 'linear');
    const own = { ...line, option: { ...line.option!, delta: -0.3 } };
    expect(venueGreeks(own, YEARS).delta).toBe(-0.3);
  });
});

describe('value of a line', () => {
  it('is nothing for a perpetual, the price for a coin, the mark for an option', () => {
    const put = option(['P', 50_000, 61_000, 60, 0.65]);
    const marked = { ...put, option: { ...put.option!, markPrice: 0.02 } };
    expect(lineValue(perpetual(60_000), 0, 'quote')).toBe(0);
    expect(lineValue(spot(60_000), 0, 'quote')).toBe(60_000);
    expect(lineValue(spot(60_000), 0, 'coin')).toBe(1);
    expect(lineValue(marked, YEARS, 'coin')).toBeCloseTo(0.02, 15);
    expect(lineValue(marked, YEARS, 'quote')).toBeCloseTo(1220, 9);
  });
});
