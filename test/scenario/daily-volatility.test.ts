import { describe, expect, it } from 'vitest';
import type { PriceHistory, Quote } from '../../src/domain/index.js';
import { atTheMoneyVolatility, dailyVolatility } from '../../src/scenario/index.js';
import { blackByIntegration } from './black-by-integration.js';
import { index, option, perpetual, spot, viewOf } from './sample-market.js';

const BTC = index('BTC', 60_000);
const iv = (volatility: number): { iv: number; underlyingPrice: number } => ({
  iv: volatility,
  underlyingPrice: 60_000,
});
const OPTIONS = [
  option('BTC', 7, 60_000, 'C', iv(0.9)),
  option('BTC', 27, 64_000, 'C', iv(0.6)),
  option('BTC', 27, 58_000, 'P', iv(0.5)),
  option('BTC', 34, 60_000, 'C', iv(0.7)),
];

/** Thirty days of prices up to the day before the as-of day, then one after it. */
function history(): PriceHistory {
  const day = (k: number): string => new Date(Date.UTC(2026, 4, 28 + k)).toISOString().slice(0, 10);
  const prices = [...new Array(30).keys()].map((k) => 60_000 * (1 + 0.02 * Math.sin(3 * k)));
  return { dates: [...prices.keys(), 40].map(day), series: new Map([['BTC', Float64Array.from([...prices, 1])]]) };
}

function volatility(
  quotes: Quote[],
  more: { given?: Record<string, number>; prices?: PriceHistory; ewmaLambda?: number } = {},
) {
  const { given = {}, prices = null, ewmaLambda = 0.94 } = more;
  return dailyVolatility('BTC', { given, prices, ewmaLambda, view: viewOf([BTC, ...quotes]) });
}

describe('the daily volatility of an underlying', () => {
  it('is the one given, before any other', () => {
    const found = volatility(OPTIONS, { given: { BTC: 0.031 }, prices: history() });
    expect(found).toEqual({ volatility: 0.031, source: 'parameters' });
  });

  it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'])(
    'of %s is not what objects inherit',
    (name) => {
      const quotes = viewOf([index(name, 100), option(name, 30, 100, 'C', { iv: 0.365, underlyingPrice: 100 })]);
      const inputs = { prices: null, ewmaLambda: 0.94, view: quotes };
      const own = Object.fromEntries([[name, 0.02]]);
      expect(dailyVolatility(name, { ...inputs, given: {} })).toMatchObject({ source: 'options' });
      expect(dailyVolatility(name, { ...inputs, given: own })).toEqual({ volatility: 0.02, source: 'parameters' });
    },
  );

  it('else that of the prices: RiskMetrics by its recursion from the first return on, later prices unseen', () => {
    const prices = history();
    const series = prices.series.get('BTC')!;
    const returns = [...new Array(29).keys()].map((k) => Math.log(series[k + 1]! / series[k]!));
    // s_t = lambda s_(t-1) + (1 - lambda) r_t^2 from s_0 = 0, its weights filled up to one.
    for (const lambda of [0.94, 0.97]) {
      const variance = returns.reduce((s, r) => lambda * s + (1 - lambda) * r * r, 0) / (1 - lambda ** 29);
      const found = volatility(OPTIONS, { given: { ETH: 0.05 }, prices, ewmaLambda: lambda })!;
      expect(found.source).toBe('prices');
      expect(found.volatility).toBeCloseTo(Math.sqrt(variance), 12);
    }
  });

  it('else, with too few prices or none that move, that of the options', () => {
    const { dates, series } = history();
    const few = { dates: dates.slice(0, 5), series: new Map([['BTC', series.get('BTC')!.slice(0, 5)]]) };
    const still = { dates, series: new Map([['BTC', new Float64Array(31).fill(60_000)]]) };
    const other = { dates, series: new Map([['ETH', series.get('BTC')!]]) };
    for (const prices of [few, still, other]) expect(volatility(OPTIONS, { prices })?.source).toBe('options');
  });

  it('from options: at the money nearest thirty days, over the root of 365', () => {
    // 27 days are 3 away, 34 days 4; of the 27-day strikes 58,000 is nearer the forward.
    expect(volatility(OPTIONS)).toEqual({ volatility: 0.5 / Math.sqrt(365), source: 'options' });
  });

  it('else the volatility a row that is no option states', () => {
    const stated = { ...perpetual('BTC', 60_000), iv: 0.44 };
    expect(volatility([stated])).toEqual({ volatility: 0.44 / Math.sqrt(365), source: 'options' });
    expect(volatility([stated, ...OPTIONS])?.volatility).toBe(0.5 / Math.sqrt(365));
  });

  it('else is not known', () => {
    expect(volatility([{ ...spot('ETH', 1_500), iv: 0.6 }])).toBeNull();
  });
});

describe('the at-the-money volatility', () => {
  const atm = (...quotes: Quote[]): number | null => atTheMoneyVolatility('BTC', viewOf([BTC, ...quotes]));

  it('is solved where it is not quoted', () => {
    const mark = blackByIntegration('C', 60_000, 60_000, 0.55 * Math.sqrt(30 / 365));
    expect(atm(option('BTC', 30, 60_000, 'C', { mark, underlyingPrice: 60_000 }))).toBeCloseTo(0.55, 9);
  });

  it('passes over options that have none to give, have expired, or belong to another', () => {
    const unpriced = option('BTC', 30, 60_000, 'C', { underlyingPrice: 60_000 });
    const expired = option('BTC', -1, 60_000, 'C', iv(2));
    const other = option('ETH', 30, 1_500, 'C', { iv: 3, underlyingPrice: 1_500 });
    expect(atm(unpriced, expired, other, OPTIONS[1]!)).toBe(0.6);
    expect(atm(unpriced, expired, other)).toBeNull();
  });

  it('measures distance from the forward, up and down alike', () => {
    const far = option('BTC', 30, 70_000, 'C', { iv: 0.4, underlyingPrice: 66_000 });
    const near = option('BTC', 30, 63_000, 'C', { iv: 0.3, underlyingPrice: 66_000 });
    expect(atm(far, near)).toBe(0.3);
  });
});
