import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/formula/index.js';
import { contractPrices, expirySum, groupByExpiry, shockedForward } from '../../../src/margin/derive/expiry-lines.js';
import { totalValue } from '../../../src/margin/derive/total-value.js';
import { yearFraction } from '../../../src/margin/derive/year-fraction.js';
import { black76 } from '../../../src/pricing/index.js';
import { anExpiry } from './an-expiry.js';

describe('the options of an expiry', () => {
  it('are priced one by one, as by Black', () => {
    const expiry = anExpiry({ discount: 0.99 });
    const rootTime = Math.sqrt(expiry.years);
    const prices = contractPrices(expiry, 1);
    expect(prices[0]).toBeCloseTo(black76('C', 100, 100, 0.5 * rootTime, 0.99), 12);
    expect(prices[1]).toBeCloseTo(black76('P', 100, 100, 0.5 * rootTime, 0.99), 12);
    expect(prices[2]).toBeCloseTo(black76('C', 100, 120, 0.6 * rootTime, 0.99), 12);
  });

  it('follow the spot and a shocked volatility', () => {
    const expiry = anExpiry();
    const prices = contractPrices(expiry, 1.1, (sigma, k) => (k === 2 ? 0 : sigma * 2));
    expect(prices[0]).toBeCloseTo(black76('C', 110, 100, Math.sqrt(expiry.years), 1), 12);
    expect(prices[2]).toBe(0);
  });

  it('follow the spot only as far as the settlement average is open', () => {
    const expiry = anExpiry({ forward: { fixed: 75, variable: 25 } });
    expect(shockedForward(expiry, 1)).toBe(100);
    expect(shockedForward(expiry, 1.2)).toBe(105);
  });

  it('are grouped in order of first appearance, columns kept', () => {
    const option = (secondsToExpiry: number, strike: number) =>
      ({ kind: 'option', name: 'x', secondsToExpiry, strike, right: 'C', volatility: null }) as const;
    const placed = [option(200, 1), option(100, 2), option(200, 3)].map((line, column) => ({
      column: column + 5,
      line,
      volatility: 0.1 * line.strike,
    }));
    const asked: number[] = [];
    const groups = groupByExpiry(placed, (secondsToExpiry) => {
      asked.push(secondsToExpiry);
      return { name: `${secondsToExpiry}`, secondsToExpiry, forward: { fixed: 0, variable: 1 }, discount: 1 };
    });
    expect(asked).toEqual([200, 100]);
    expect(groups.map(({ columns }) => columns)).toEqual([[5, 7], [6]]);
    expect([...groups[0]!.strikes]).toEqual([1, 3]);
    expect(groups[0]!.volatilities[1]).toBeCloseTo(0.3, 15);
  });

  it('are added with cash to the value of a book', () => {
    const expiry = anExpiry();
    const options = expirySum('June', expiry, Float64Array.of(2, 3, 4));
    const value = totalValue([options], 3);
    expect(evaluate(value, Float64Array.of(1, -1, 10, 100))).toBe(2 - 3 + 40 + 100);
    expect(evaluate(totalValue([options], null), Float64Array.of(1, -1, 10, 100))).toBe(39);
  });

  it('have no time left once expired, and years of 365 days before', () => {
    expect(yearFraction(-5)).toBe(0);
    expect(yearFraction(365 * 86_400)).toBe(1);
  });
});
