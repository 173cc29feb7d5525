import { describe, expect, it } from 'vitest';
import type { Instrument, Quote } from '../../src/domain/index.js';
import { type Valuation, valueInstrument } from '../../src/scenario/index.js';
import { blackByIntegration } from './black-by-integration.js';
import { future, index, instrument, inverse, lineOf, option, perpetual, quote, spot, viewOf } from './sample-market.js';

const BTC = index('BTC', 60_000);
const ETH = index('ETH', 1_500);

const valued = (entry: Quote, currency = 'USD') => lineOf(entry, viewOf([BTC, ETH, entry], currency));

function failure(terms: Instrument, entry: Quote | null, ...rows: Quote[]): string {
  const valuation: Valuation = valueInstrument(terms, entry, viewOf(rows));
  return valuation.status === 'failed' ? `${valuation.reason} ${valuation.detail}`.trim() : 'valued';
}

describe('one contract, valued', () => {
  it('spot: level, money and notional are price x multiplier', () => {
    expect(valued(spot('BTC', 60_100, { multiplier: 2 }))).toMatchObject({
      level: 60_000,
      forward: 60_100,
      ttmYears: 0,
      moneyPerPrice: 2,
      markValue: 120_200,
      modelValue: 120_200,
      notional: 120_000,
      currencyUnderlying: null,
    });
  });

  it('a future is margined, not paid for', () => {
    expect(valued(future('BTC', 73, 61_000, { multiplier: 0.1 }))).toMatchObject({
      forward: 61_000,
      ttmYears: 0.2,
      days: 73,
      markPrice: 61_000,
      markValue: 0,
      modelValue: 0,
      moneyPerPrice: 0.1,
      notional: 6_000,
    });
  });

  it('an inverse perpetual: ten dollars a contract, profit in coin converted at the level', () => {
    expect(valued(perpetual('BTC', 60_030, inverse('BTC', 'future')))).toMatchObject({
      forward: 60_030,
      moneyPerPrice: 600_000,
      currencyUnderlying: 'BTC',
      notional: 10,
      markValue: 0,
    });
  });

  it('a perpetual without a quote trades at the level', () => {
    const valuation = valueInstrument(perpetual('BTC', 1).instrument, null, viewOf([BTC]));
    expect(valuation).toMatchObject({ status: 'valued', value: { forward: 60_000, markPrice: null } });
  });

  it('a coin-settled option: mark in coin, money at the level, model beside the mark', () => {
    const entry = option(
      'BTC',
      73,
      65_000,
      'C',
      { iv: 0.5, mark: 0.07, underlyingPrice: 61_000 },
      inverse('BTC', 'option'),
    );
    const line = valued(entry);
    const coin = blackByIntegration('C', 61_000, 65_000, 0.5 * Math.sqrt(0.2)) / 61_000;
    expect(line).toMatchObject({ volatility: 0.5, markPrice: 0.07, notional: 60_000, currencyUnderlying: 'BTC' });
    expect(line.markValue).toBeCloseTo(4_200, 8);
    expect(line.modelValue).toBeCloseTo(coin * 60_000, 7);
  });

  it('an option without a mark is held at the model price', () => {
    const line = valued(option('BTC', 73, 65_000, 'P', { iv: 0.5, underlyingPrice: 61_000 }, { multiplier: 0.01 }));
    const price = blackByIntegration('P', 61_000, 65_000, 0.5 * Math.sqrt(0.2));
    expect(line.markPrice).toBeCloseTo(price, 7);
    expect(line.markValue).toBeCloseTo(price / 100, 8);
    expect(line.notional).toBe(600);
  });

  it('an index row carries a level and no value', () => {
    expect(valued(BTC)).toMatchObject({ forward: 60_000, markValue: 0, modelValue: 0 });
  });

  it('in another reporting currency every money figure is divided by its level', () => {
    const dollars = valued(perpetual('BTC', 60_030, inverse('BTC', 'future')));
    const ether = valued(perpetual('BTC', 60_030, inverse('BTC', 'future')), 'ETH');
    expect(ether.moneyPerPrice).toBeCloseTo(dollars.moneyPerPrice / 1_500, 10);
    expect(ether.notional).toBeCloseTo(dollars.notional / 1_500, 12);
    expect(valued(spot('BTC', 60_100), 'BTC').markValue).toBeCloseTo(60_100 / 60_000, 12);
  });

  it('a contract quoted in a coin becomes money at that coin', () => {
    const line = valued(future('BTC', 73, 40.5, { currency: 'ETH' }));
    expect(line).toMatchObject({ moneyPerPrice: 1_500, currencyUnderlying: 'ETH' });
  });
});

describe('early exercise', () => {
  const put = (figures: Parameters<typeof option>[4], terms: Partial<Instrument> = { exercise: 'american' }) =>
    option('BTC', 73, 60_000, 'P', { iv: 0.5, ...figures }, terms);

  it.each<[string, Quote, string]>([
    ['none of a European option', put({ rate: 0.05 }, {}), 'none'],
    ['none without rate and yield', put({}), 'none'],
    ['none on a forward without a rate', put({ underlyingPrice: 61_000, dividendYield: 0.02 }), 'none'],
    [
      'none of a coin-settled option',
      put({ rate: 0.05 }, { exercise: 'american', ...inverse('BTC', 'option') }),
      'none',
    ],
    ['on spot with a rate', put({ rate: 0.05 }), 'spot'],
    ['on spot with a yield', put({ dividendYield: 0.02 }), 'spot'],
    ['on the forward its row tells', put({ underlyingPrice: 61_000, rate: 0.05 }), 'forward'],
  ])('%s', (_what, entry, expected) => {
    expect(valued(entry).earlyExercise).toBe(expected);
  });

  it('on the future of its expiry, where its own row tells no forward', () => {
    const entry = put({ rate: 0.05 });
    const line = lineOf(entry, viewOf([BTC, future('BTC', 73, 61_000), entry]));
    expect(line).toMatchObject({ earlyExercise: 'forward', forward: 61_000 });
  });
});

describe('one contract, refused', () => {
  const call = option('BTC', 73, 65_000, 'C', { iv: 0.5 });

  it.each<[string, () => string, string]>([
    ['at its expiry', () => failure(future('BTC', 0, 1).instrument, null, BTC), 'expired'],
    ['past its expiry', () => failure(future('BTC', -1, 1).instrument, null, BTC), 'expired'],
    ['without a level', () => failure(spot('SOL', 1).instrument, null, BTC), 'noLevel SOL'],
    [
      'with a forward below zero',
      () => failure(call.instrument, { ...call, underlyingPrice: -3 }, BTC, call),
      'noForward',
    ],
    [
      'in a currency without a rate',
      () => failure(instrument({ name: 'F', type: 'perpetual', underlying: 'BTC', currency: 'CHF' }), null, BTC),
      'noCurrency CHF',
    ],
    [
      'without a volatility',
      () => failure(call.instrument, { ...call, iv: null }, BTC, call),
      'noVolatility the market has no iv, no mark and no two-sided quote',
    ],
  ])('%s', (_what, outcome, expected) => {
    expect(outcome()).toBe(expected);
  });

  it('an option beside a quote of its own forward needs no level of its own', () => {
    const alone = quote(call.instrument, { iv: 0.5, underlyingPrice: 61_000 });
    expect(failure(call.instrument, alone, alone)).toBe('valued');
  });
});
