import { describe, expect, it } from 'vitest';
import type { Instrument, Quote } from '../../src/domain/index.js';
import { valueInstrument } from '../../src/scenario/index.js';
import { americanByTree } from './american-by-tree.js';
import { blackByIntegration } from './black-by-integration.js';
import { index, inverse, option, spot, viewOf } from './sample-market.js';

type Figures = Partial<Omit<Quote, 'instrument'>>;
const american = { exercise: 'american' } as const;
const YEARS = 73 / 365;

function volatilityOf(
  figures: Figures,
  terms: Partial<Instrument>,
  right: 'C' | 'P' = 'P',
  strike = 100,
): number | string {
  const entry = option('X', 73, strike, right, figures, terms);
  const valuation = valueInstrument(entry.instrument, entry, viewOf([spot('X', 98), entry]));
  return valuation.status === 'valued' ? valuation.value.volatility! : `${valuation.reason}: ${valuation.detail}`;
}

describe('the volatility of an option', () => {
  it('is the one quoted, whatever the mark implies', () => {
    expect(volatilityOf({ iv: 0.31, mark: 50 }, {})).toBe(0.31);
  });

  it.each([0.05, 0.3, 1.8])('is implied by the mark: %d comes back', (volatility) => {
    const mark = blackByIntegration('C', 101, 100, volatility * Math.sqrt(YEARS), Math.exp(-0.02 * YEARS));
    expect(volatilityOf({ mark, underlyingPrice: 101, rate: 0.02 }, {}, 'C')).toBeCloseTo(volatility, 9);
  });

  it('is implied by the middle of bid and ask where there is no mark', () => {
    const price = blackByIntegration('P', 101, 100, 0.3 * Math.sqrt(YEARS));
    expect(volatilityOf({ bid: price - 0.1, ask: price + 0.1, underlyingPrice: 101 }, {})).toBeCloseTo(0.3, 9);
  });

  it('is implied by a mark in coin, times the forward', () => {
    const entry = option(
      'BTC',
      73,
      65_000,
      'C',
      { mark: blackByIntegration('C', 61_000, 65_000, 0.5 * Math.sqrt(YEARS)) / 61_000, underlyingPrice: 61_000 },
      inverse('BTC', 'option'),
    );
    const valuation = valueInstrument(entry.instrument, entry, viewOf([index('BTC', 60_000), entry]));
    expect(valuation).toMatchObject({ status: 'valued' });
    if (valuation.status === 'valued') expect(valuation.value.volatility).toBeCloseTo(0.5, 9);
  });

  it.each([
    ['on spot', { rate: 0.05, dividendYield: 0.01 }, 98, 0.05, 0.01],
    ['on a future', { rate: 0.05, underlyingPrice: 99 }, 99, 0.05, 0.05],
  ])('American %s: a price of the tree implies what the tree was given', (_what, figures, price, rate, yielded) => {
    for (const volatility of [0.15, 0.4]) {
      const mark = americanByTree('P', price, 100, volatility, YEARS, rate, yielded);
      // The tree is some 2e-3 off; a point of volatility is worth about 0.17.
      expect(volatilityOf({ ...figures, mark }, american)).toBeCloseTo(volatility, 3);
    }
  });
});

describe('there is none', () => {
  it.each<[string, Figures, Partial<Instrument>, RegExp]>([
    ['without any price', {}, {}, /^noVolatility: the market has no iv, no mark and no two-sided quote/],
    ['with a bid alone', { bid: 3 }, {}, /no two-sided quote/],
    ['with a mark of nothing', { mark: 0 }, {}, /no two-sided quote/],
    ['below the value of exercise at expiry', { mark: 1.9, rate: 0 }, {}, /1\.9 implies none \(belowIntrinsic\)/],
    ['above the strike', { mark: 101 }, {}, /101 implies none \(aboveMaximum\)/],
    ['American, below the exercise value', { mark: 1.9, rate: 0.05 }, american, /1\.9 is not above the exercise value/],
    ['American, at the exercise value', { mark: 2, rate: 0.05 }, american, /2 is not above the exercise value/],
    ['American, above the strike', { mark: 101, rate: 0.05 }, american, /101 is above any the model gives/],
  ])('%s', (_what, figures, terms, reason) => {
    expect(volatilityOf(figures, terms)).toMatch(reason);
  });
});
