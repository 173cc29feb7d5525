import { describe, expect, it } from 'vitest';
import { modelPrice } from '../../src/scenario/index.js';
import { americanByTree } from './american-by-tree.js';
import { blackByIntegration } from './black-by-integration.js';
import { future, index, inverse, lineOf, option, spot, viewOf } from './sample-market.js';

const YEARS = 73 / 365;
const american = { exercise: 'american' } as const;

describe('the model price of an option', () => {
  it.each(['C', 'P'] as const)('linear European %s: discounted Black-76 on the forward', (right) => {
    const entry = option('ES', 73, 3_100, right, { iv: 0.2, underlyingPrice: 3_200, rate: 0.03 }, { multiplier: 50 });
    const line = lineOf(entry, viewOf([index('ES', 3_190), entry]));
    const expected = blackByIntegration(right, 3_200, 3_100, 0.2 * Math.sqrt(YEARS), Math.exp(-0.03 * YEARS));
    expect(modelPrice(line)).toBeCloseTo(expected, 8);
  });

  it.each(['C', 'P'] as const)('coin-settled %s: the same over the forward, in coin', (right) => {
    const entry = option('BTC', 73, 65_000, right, { iv: 0.5, underlyingPrice: 61_000 }, inverse('BTC', 'option'));
    const line = lineOf(entry, viewOf([index('BTC', 60_000), entry]));
    const expected = blackByIntegration(right, 61_000, 65_000, 0.5 * Math.sqrt(YEARS)) / 61_000;
    expect(modelPrice(line)).toBeCloseTo(expected, 12);
    expect(modelPrice(line, 0.8)).toBeGreaterThan(modelPrice(line));
  });

  it.each([
    ['C', 0.01, 0.06],
    ['P', 0.05, 0],
    ['P', 0.04, 0.02],
  ] as const)('American %s on spot with rate %d and yield %d: the tree agrees', (right, rate, dividendYield) => {
    const entry = option('AAPL', 73, 100, right, { iv: 0.3, rate, dividendYield }, american);
    const line = lineOf(entry, viewOf([spot('AAPL', 98), entry]));
    expect(line.earlyExercise).toBe('spot');
    expect(Math.abs(modelPrice(line) - americanByTree(right, 98, 100, 0.3, YEARS, rate, dividendYield))).toBeLessThan(
      4e-3,
    );
  });

  it.each(['C', 'P'] as const)('American %s on a future: the yield is the rate', (right) => {
    const entry = option('ES', 73, 3_200, right, { iv: 0.2, underlyingPrice: 3_250, rate: 0.05 }, american);
    const line = lineOf(entry, viewOf([index('ES', 3_190), entry]));
    expect(line.earlyExercise).toBe('forward');
    expect(Math.abs(modelPrice(line) - americanByTree(right, 3_250, 3_200, 0.2, YEARS, 0.05, 0.05))).toBeLessThan(0.15);
  });

  it('is worth more with early exercise than without', () => {
    const entry = option('AAPL', 73, 120, 'P', { iv: 0.3, rate: 0.05 }, american);
    const european = option('AAPL', 73, 120, 'P', { iv: 0.3, rate: 0.05 });
    const view = viewOf([spot('AAPL', 98), entry]);
    expect(modelPrice(lineOf(entry, view))).toBeGreaterThan(modelPrice(lineOf(european, view)) + 0.1);
    expect(modelPrice(lineOf(entry, view))).toBeGreaterThanOrEqual(22);
  });

  it('is asked of options only', () => {
    const entry = future('BTC', 73, 61_000);
    expect(() => modelPrice(lineOf(entry, viewOf([entry])))).toThrow(/'BTC-73D' is not an option/);
  });
});
