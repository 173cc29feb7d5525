import { describe, expect, it } from 'vitest';
import { CurrencyRates, type UnderlyingLevel } from '../../src/scenario/index.js';

const LEVELS = new Map<string, UnderlyingLevel>([
  ['BTC', { level: 60_000, source: 'index' }],
  ['ETH', { level: 1_500, source: 'perpetual' }],
  ['EUR', { level: 1.25, source: 'spot' }],
  ['USDC', { level: 0.998, source: 'spot' }],
]);

describe('rates into dollars', () => {
  const rates = new CurrencyRates(LEVELS, 'USD');

  it.each([
    ['USD', { rate: 1, underlying: null, assumedPar: false }],
    ['USDT', { rate: 1, underlying: null, assumedPar: true }],
    ['DAI', { rate: 1, underlying: null, assumedPar: true }],
    ['USDC', { rate: 0.998, underlying: null, assumedPar: false }],
    ['BTC', { rate: 60_000, underlying: 'BTC', assumedPar: false }],
    ['EUR', { rate: 1.25, underlying: 'EUR', assumedPar: false }],
  ])('%s', (currency, expected) => {
    expect(rates.rateOf(currency)).toEqual(expected);
  });

  it('knows no rate for a currency without a row', () => {
    expect(rates.rateOf('CHF')).toBeNull();
    expect(rates.usable).toBe(true);
  });

  it('takes a dollar for a dollar whatever a row named USD says', () => {
    const odd = new CurrencyRates(new Map([['USD', { level: 7, source: 'index' as const }]]), 'USD');
    expect(odd.rateOf('USD')?.rate).toBe(1);
  });
});

describe('rates into another currency', () => {
  it('divide by its own level: BTC', () => {
    const rates = new CurrencyRates(LEVELS, 'BTC');
    expect(rates.rateOf('BTC')?.rate).toBe(1);
    expect(rates.rateOf('USD')?.rate).toBeCloseTo(1 / 60_000, 15);
    expect(rates.rateOf('ETH')?.rate).toBe(0.025);
  });

  it('divide by its own level: EUR', () => {
    const rates = new CurrencyRates(LEVELS, 'EUR');
    expect(rates.rateOf('USD')?.rate).toBe(0.8);
    expect(rates.rateOf('BTC')?.rate).toBe(48_000);
  });

  it('a stablecoin without a row reports at par', () => {
    expect(new CurrencyRates(LEVELS, 'USDT').rateOf('BTC')?.rate).toBe(60_000);
  });

  it('is of no use when nothing says what the reporting currency is worth', () => {
    expect(new CurrencyRates(LEVELS, 'CHF').usable).toBe(false);
  });
});
