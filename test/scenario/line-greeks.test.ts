import { describe, expect, it } from 'vitest';
import type { Instrument, Quote } from '../../src/domain/index.js';
import {
  ageLine,
  type GreekFigures,
  lineGreeks,
  revalue,
  type Scenario,
  type ValuedInstrument,
  type VolatilityMove,
} from '../../src/scenario/index.js';
import { future, index, inverse, lineOf, option, perpetual, quote, spot, viewOf } from './sample-market.js';

const LEVEL = 60_000;
const X = index('X', LEVEL);
const american = { exercise: 'american' } as const;

/** P&L of one contract for a price move and a relative volatility move, by the full revaluation of the scenarios. */
function profit(line: ValuedInstrument, move: number, volatility: VolatilityMove, range: number): number {
  const scenario: Scenario = { name: '', block: 0, moves: Float64Array.of(move), volatility, weight: 1 };
  const shock = { rangeUp: range, rangeDown: range, referenceDays: 30, shortTermPower: 0, longTermPower: 0 };
  const set = { underlyings: ['X'], blocks: [['X']], scenarios: [scenario] };
  return revalue([line], set, { ...shock, minDays: 1, minVolatility: 0 }).values[0]!;
}

/** The line with another rate and everything at the same spot: a told forward grows with the rate, a coin price knows no rate. */
function atRate(entry: Quote, bump: number, years: number): ValuedInstrument {
  const underlyingPrice = entry.underlyingPrice === null ? null : entry.underlyingPrice * Math.exp(bump * years);
  const rate = entry.instrument.settlement === 'inverse' ? 0 : (entry.rate ?? 0) + bump;
  const line = lineOf({ ...entry, rate, underlyingPrice }, viewOf([X, entry]));
  return line;
}

/** Every greek as a central difference of revalued contracts, in the units of `GreekFigures`. */
function differences(entry: Quote): GreekFigures {
  const line = lineOf(entry, viewOf([X, entry]));
  const h = 2e-3;
  const range = 4e-3;
  const bump = range * (line.volatility ?? 1);
  const at = (move: number, volatility: VolatilityMove): number => profit(line, move, volatility, range);
  const points = (total: number): number => total / (100 * 2 * bump);
  const deltaCash = (at(h, 'none') - at(-h, 'none')) / (2 * h);
  const gammaCash = (0.01 * (at(h, 'none') + at(-h, 'none') - 2 * at(0, 'none'))) / h ** 2;
  const cross = at(h, 'up') - at(-h, 'up') - at(h, 'down') + at(-h, 'down');
  const days = 0.01;
  const r = 1e-4;
  return {
    deltaCash,
    gammaCash,
    delta: deltaCash / LEVEL,
    gamma: (gammaCash * 100) / LEVEL ** 2,
    vega: points(at(0, 'up') - at(0, 'down')),
    vanna: points(cross / (2 * h)) / LEVEL,
    volga: (at(0, 'up') + at(0, 'down') - 2 * at(0, 'none')) / (100 * bump) ** 2,
    theta: (ageLine(line, days).modelValue - ageLine(line, -days).modelValue) / (2 * days),
    rho: (atRate(entry, r, line.ttmYears).modelValue - atRate(entry, -r, line.ttmYears).modelValue) / (200 * r),
  };
}

const told = { iv: 0.5, underlyingPrice: 61_000 };
const put = (figures: Partial<Quote>, terms: Partial<Instrument> = {}, days = 73, strike = 58_000): Quote =>
  option('X', days, strike, 'P', figures, terms);

/** Name, quote, and the relative accuracy of the comparison. */
const OPTIONS: [string, Quote, number][] = [
  ['linear put', put({ ...told, rate: 0.04 }, { multiplier: 50 }), 1e-4],
  ['linear call', option('X', 73, 66_000, 'C', { ...told, rate: 0.04 }), 1e-4],
  ['linear put on a carried forward', put({ iv: 0.5, rate: 0.04, dividendYield: 0.01 }), 1e-4],
  ['inverse put', put(told, inverse('X', 'option')), 1e-4],
  ['inverse call', option('X', 200, 90_000, 'C', told, inverse('X', 'option')), 1e-4],
  ['American put on a future', put({ ...told, rate: 0.05 }, american), 4e-3],
  ['American call on a future', option('X', 73, 55_000, 'C', { ...told, rate: 0.05 }, american), 4e-3],
  ['American put on spot', put({ iv: 0.5, rate: 0.05 }, american), 4e-3],
  [
    'American call on spot with a yield',
    option('X', 73, 55_000, 'C', { iv: 0.5, rate: 0.01, dividendYield: 0.06 }, american),
    4e-3,
  ],
];

describe.each(OPTIONS)('greeks of a %s are those of the revaluation', (_name, entry, accuracy) => {
  const greeks = lineGreeks(lineOf(entry, viewOf([X, entry])));
  const expected = differences(entry);

  it.each(Object.keys(expected) as (keyof GreekFigures)[])('%s', (greek) => {
    expect(Math.abs(greeks[greek])).toBeGreaterThan(0);
    expect(Math.abs(greeks[greek] - expected[greek])).toBeLessThan(accuracy * scaleOf(greek, expected));
  });
});

/** Vanna and volga change sign: their error is measured against what vega would give them. */
function scaleOf(greek: keyof GreekFigures, greeks: GreekFigures): number {
  if (greek === 'vanna') return Math.abs(greeks.vanna) + greeks.vega / LEVEL;
  if (greek === 'volga') return Math.abs(greeks.volga) + greeks.vega / 50;
  return Math.abs(greeks[greek]);
}

describe('greeks of what is no option', () => {
  it.each<[string, Quote]>([
    ['future', future('X', 73, 61_000, { multiplier: 5 })],
    ['inverse perpetual', perpetual('X', 60_090, inverse('X', 'future'))],
    ['inverse future', future('X', 73, 61_000, inverse('X', 'future'))],
    ['spot', spot('X', 59_950, { multiplier: 3 })],
  ])('%s: delta is that of the revaluation, nothing else moves', (_name, entry) => {
    const line = lineOf(entry, viewOf([X, entry]));
    const { delta, deltaCash, ...rest } = lineGreeks(line);
    // All of these are linear in money, the inverse ones included: any move gives the same figure.
    expect(deltaCash).toBeCloseTo(profit(line, 0.1, 'up', 0.5) / 0.1, 6);
    expect(delta).toBeCloseTo(deltaCash / LEVEL, 10);
    expect(Object.values(rest).every((value) => value === 0)).toBe(true);
  });

  it('an inverse perpetual of ten dollars at 60,000 is a delta of 10 / 60,000 coin', () => {
    const entry = perpetual('X', LEVEL, inverse('X', 'future'));
    expect(lineGreeks(lineOf(entry, viewOf([X, entry])))).toMatchObject({ delta: 10 / LEVEL, deltaCash: 10 });
  });

  it('index rows and settled lines have none', () => {
    const call = option('X', 5, 60_000, 'C', told);
    for (const line of [lineOf(X, viewOf([X])), ageLine(lineOf(call, viewOf([X, call])), 5)]) {
      expect(Object.values(lineGreeks(line)).every((value) => value === 0)).toBe(true);
    }
  });
});

describe('greeks at the edges', () => {
  it.each([-0.0001, -0.02, 0.00005, 0.0001])('of an American option are finite at a rate of %d', (rate) => {
    for (const figures of [
      { ...told, rate },
      { iv: 0.5, rate, dividendYield: -0.03 },
    ]) {
      const entry = put(figures, american);
      const greeks = lineGreeks(lineOf(entry, viewOf([X, entry])));
      for (const [name, value] of Object.entries(greeks)) expect(value, name).toSatisfy(Number.isFinite);
      expect(greeks.rho).toBeLessThan(0);
    }
  });

  it.each([american, {}])('are finite an hour before expiry and at a volatility of nothing (%o)', (terms) => {
    for (const figures of [
      { ...told, rate: 0.05 },
      { ...told, rate: 0.05, iv: 1e-3 },
    ]) {
      const entry = put(figures, terms, 1 / 24, 61_000);
      for (const value of Object.values(lineGreeks(lineOf(entry, viewOf([X, entry]))))) {
        expect(value).toSatisfy(Number.isFinite);
      }
    }
  });

  it('in another reporting currency only money changes: coins stay coins', () => {
    const entry = put(told, inverse('X', 'option'));
    const dollars = lineGreeks(lineOf(entry, viewOf([X, entry])));
    const coins = lineGreeks(lineOf(entry, viewOf([X, entry], 'X')));
    for (const greek of ['vega', 'theta', 'rho', 'volga', 'deltaCash', 'gammaCash'] as const) {
      expect(coins[greek]).toBeCloseTo(dollars[greek] / LEVEL, 12);
    }
    for (const greek of ['delta', 'gamma', 'vanna'] as const) expect(coins[greek]).toBe(dollars[greek]);
  });

  it('are read from terms and quote alone: a second contract of the same terms has the same', () => {
    const entry = put(told);
    const twin = quote({ ...entry.instrument, name: 'twin' }, told);
    expect(lineGreeks(lineOf(twin, viewOf([X, twin])))).toEqual(lineGreeks(lineOf(entry, viewOf([X, entry]))));
  });
});
