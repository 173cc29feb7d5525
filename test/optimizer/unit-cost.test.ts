import { describe, expect, it } from 'vitest';
import { feeMoney, spreadMoney } from '../../src/optimizer/unit-cost.js';
import { CurrencyRates } from '../../src/scenario/index.js';
import { aLine, NO_OPTION } from './a-line.js';

const RATES = new CurrencyRates(new Map([['BTC', { level: 60_000, source: 'index' as const }]]), 'USD');

describe('spreadMoney', () => {
  const linear = aLine('C', { moneyPerPrice: 50, quote: { bid: 980, ask: 1030 } });

  it('of a dollar option is its multiplier times the distance from the mark', () => {
    expect(spreadMoney(linear, 1030, 1)).toBe(50 * 30);
    expect(spreadMoney(linear, 980, -1)).toBe(50 * 20);
  });

  it('is a gain at a price better than fair', () => {
    expect(spreadMoney(linear, 995, 1)).toBe(-250);
    expect(spreadMoney(linear, 1001, -1)).toBe(-50);
  });

  it('of an inverse option is in coin, at the rate of the coin', () => {
    // 0.0210 against a mark of 0.0205 BTC at 60,000 dollars.
    const coin = aLine('C', {
      terms: { settlement: 'inverse', currency: 'BTC' },
      moneyPerPrice: 60_000,
      markPrice: 0.0205,
    });
    expect(spreadMoney({ ...coin, quote: null }, 0.021, 1)).toBeCloseTo(30, 9);
  });

  it('of an inverse future is the coin lost between the two prices', () => {
    // 10 dollars a contract: bought at 60,600 and fair at 60,000 it loses 10 / 60000 - 10 / 60600 coins of 60,000 dollars.
    const inverse = { settlement: 'inverse', type: 'future', multiplier: 10, currency: 'USD', ...NO_OPTION } as const;
    const future = aLine('F', { terms: inverse, moneyPerPrice: 600_000, markPrice: 60_000 });
    expect(spreadMoney(future, 60_600, 1)).toBeCloseTo(600_000 * (1 / 60_000 - 1 / 60_600), 12);
    expect(spreadMoney(future, 60_600, 1)).toBeGreaterThan(0);
    expect(spreadMoney(future, 59_400, -1)).toBeGreaterThan(0);
    expect(spreadMoney(future, 59_400, 1)).toBeLessThan(0);
  });

  it('holds a mark outside the quotes at the nearer one', () => {
    const stale = aLine('C', { markPrice: 900, quote: { bid: 980, ask: 1030 } });
    expect(spreadMoney(stale, 1030, 1)).toBe(50);
    expect(spreadMoney(stale, 980, -1)).toBe(0);
    const high = aLine('C', { markPrice: 2000, quote: { bid: 980, ask: 1030 } });
    expect(spreadMoney(high, 1030, 1)).toBe(0);
    expect(spreadMoney(high, 980, -1)).toBe(50);
  });

  it('takes the price of the model for an option without a mark, the forward for a future', () => {
    const option = aLine('C', { markPrice: null, modelValue: 20_000, moneyPerPrice: 20, quote: { ask: 1040 } });
    expect(spreadMoney(option, 1040, 1)).toBe(20 * 40);
    const terms = { type: 'future', ...NO_OPTION } as const;
    const future = aLine('F', { terms, markPrice: null, moneyPerPrice: 2, forward: 59_990, quote: { ask: 60_000 } });
    expect(spreadMoney(future, 60_000, 1)).toBe(20);
  });
});

describe('feeMoney', () => {
  it('is in the currency of the price', () => {
    expect(feeMoney(aLine('C', { quote: { fee: 3.5 } }), RATES)).toBe(3.5);
    const coin = aLine('C', { terms: { settlement: 'inverse', currency: 'BTC' }, quote: { fee: 0.0003 } });
    expect(feeMoney(coin, RATES)).toBeCloseTo(18, 12);
    const future = { settlement: 'inverse', type: 'future', multiplier: 10, currency: 'USD', ...NO_OPTION } as const;
    expect(feeMoney(aLine('F', { terms: future, quote: { fee: 0.005 } }), RATES)).toBe(0.005);
  });

  it('does not count on a rebate', () => {
    expect(feeMoney(aLine('C', { quote: { fee: -3 } }), RATES)).toBe(0);
  });

  it('is nothing where the market names none', () => {
    expect(feeMoney(aLine('C', { quote: {} }), RATES)).toBe(0);
    expect(feeMoney(aLine('C', { quote: null }), RATES)).toBe(0);
  });
});
