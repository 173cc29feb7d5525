import { describe, expect, it } from 'vitest';
import type { PriceHistory } from '../../../src/domain/index.js';
import { constant, evaluate } from '../../../src/formula/index.js';
import { historicalProblems, tailCount } from '../../../src/margin/historical/index.js';
import { findModel } from '../../../src/margin/index.js';
import { seededRandom } from '../../../src/math/index.js';
import { black76 } from '../../../src/pricing/index.js';
import { AS_OF, index, option, perpetual } from '../../scenario/sample-market.js';
import { inputsOf, requirementBy } from '../adapters/a-requirement.js';

const random = seededRandom(41);
const DAYS = 301;
const walk = (start: number, daily: number): Float64Array => {
  const prices = new Float64Array(DAYS);
  let price = start;
  for (let t = 0; t < DAYS; t++) {
    prices[t] = price;
    price *= Math.exp(daily * (random.uniform() + random.uniform() + random.uniform() - 1.5) * 2);
  }
  return prices;
};
const HISTORY: PriceHistory = {
  dates: Array.from({ length: DAYS }, (_, t) => new Date(AS_OF - (DAYS - t) * 86_400_000).toISOString().slice(0, 10)),
  series: new Map([
    ['BTC', walk(40_000, 0.03)],
    ['ETH', walk(2_000, 0.04)],
  ]),
};
const LINEAR = {
  quotes: [index('BTC', 60_000), index('ETH', 3_000), perpetual('BTC', 60_000), perpetual('ETH', 3_000)],
  asOf: AS_OF,
  history: HISTORY,
};

/** The losses of a book of two perpetuals, one unit a contract, by the price file alone. */
function losses(book: readonly [number, number], days = 1): number[] {
  const [btc, eth] = [HISTORY.series.get('BTC')!, HISTORY.series.get('ETH')!];
  return Array.from({ length: DAYS - days }, (_, t) => {
    const gain = book[0] * 60_000 * (btc[t + days]! / btc[t]! - 1) + book[1] * 3_000 * (eth[t + days]! / eth[t]! - 1);
    return -gain;
  }).sort((a, b) => b - a);
}

const mean = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0) / list.length;

describe('a book of linear contracts', () => {
  const book = [2, -30] as const;
  const initial = (id: string, changes = {}): number =>
    evaluate(requirementBy(id, LINEAR, { changes }).initial, Float64Array.from(book));

  it('hist-es is the mean of the worst losses, by sorting', () => {
    // 2.5 % of 300 are 7.5, so eight.
    expect(initial('hist-es')).toBeCloseTo(mean(losses(book).slice(0, 8)), 6);
    expect(initial('hist-es', { confidence: 0.9 })).toBeCloseTo(mean(losses(book).slice(0, 30)), 6);
    expect(initial('hist-es', { horizonDays: 10 })).toBeCloseTo(mean(losses(book, 10).slice(0, 8)), 6);
  });

  it('hist-var is the loss at the quantile', () => {
    expect(initial('hist-var')).toBeCloseTo(losses(book)[2]!, 6);
    expect(initial('hist-var', { confidence: 0.95 })).toBeCloseTo(losses(book)[14]!, 6);
  });

  it('only the latest moves count', () => {
    const { scenarios } = requirementBy('hist-es', LINEAR, { changes: { lookback: 100 } });
    expect(scenarios).toHaveLength(100);
    expect(scenarios.at(-1)!.scenario.name).toBe(HISTORY.dates.at(-1));
    const all = requirementBy('hist-es', LINEAR);
    expect(all.scenarios).toHaveLength(DAYS - 1);
    expect(all.underlyings).toEqual(['BTC', 'ETH']);
  });

  it('a book that lost on no date needs nothing', () => {
    const rising = {
      dates: HISTORY.dates,
      series: new Map([['BTC', Float64Array.from({ length: DAYS }, (_, t) => 100 + t)]]),
    };
    const quotes = [index('BTC', 60_000), perpetual('BTC', 60_000)];
    const { initial: margin, components } = requirementBy('hist-es', { quotes, asOf: AS_OF, history: rising });
    expect(evaluate(margin, Float64Array.of(5))).toBe(0);
    expect(evaluate(components['expected shortfall']!, Float64Array.of(5))).toBeLessThan(0);
  });

  it('maintenance is a part of initial', () => {
    const { initial: all, maintenance } = requirementBy('hist-var', LINEAR, { changes: { maintenanceFactor: 0.5 } });
    const quantities = Float64Array.from(book);
    expect(evaluate(maintenance, quantities)).toBeCloseTo(evaluate(all, quantities) / 2, 9);
  });
});

describe('a book of options', () => {
  const quotes = [index('BTC', 60_000), option('BTC', 30, 54_000, 'P', { iv: 0.5, underlyingPrice: 60_000 })];
  const own = { quotes, asOf: AS_OF, history: HISTORY };
  const value = (move: number, volatility: number): number =>
    black76('P', 60_000 * (1 + move), 54_000, volatility * Math.sqrt(30 / 365), 1);
  const btc = HISTORY.series.get('BTC')!;
  const move = btc[200]! / btc[199]! - 1;

  it.each([0, -3, 2])('is revalued in full, its volatility moved by beta %f', (volBeta) => {
    const { scenarios } = requirementBy('hist-es', own, { changes: { volBeta } });
    const pnl = evaluate(scenarios[199]!.pnl, Float64Array.of(-7));
    const later = value(move, 0.5 * (1 + volBeta * move));
    const now = value(0, 0.5);
    expect(pnl).toBeCloseTo(-7 * (later - now), 4);
  });
});

describe('what keeps a history from having a tail', () => {
  const values = {
    confidence: 0.99,
    horizonDays: 1,
    days: 'overlapping',
    lookback: 1000,
    ewmaLambda: 1,
    volBeta: 0,
    maintenanceFactor: 1,
  } as const;
  const short = (dates: number): PriceHistory => ({
    dates: HISTORY.dates.slice(0, dates),
    series: new Map([...HISTORY.series].map(([name, prices]) => [name, prices.slice(0, dates)])),
  });

  it('is too few moves, which more days make fewer', () => {
    const inputs = (dates: number) => inputsOf({ ...LINEAR, history: short(dates) });
    expect(historicalProblems(inputs(21), values)).toEqual([]);
    expect(historicalProblems(inputs(20), values)).toEqual([
      {
        subject: 'the price history',
        problem: '19 joint moves from 20 dates on which every underlying held has a price; 20 are needed',
      },
    ]);
    expect(historicalProblems(inputs(30), { ...values, horizonDays: 11 })).toHaveLength(1);
    expect(historicalProblems(inputs(30), { ...values, horizonDays: 11, days: 'scaled' })).toEqual([]);
  });

  it('is nothing where nothing is held', () => {
    const inputs = inputsOf({ quotes: [], asOf: AS_OF });
    expect(historicalProblems(inputs, values)).toEqual([]);
    expect(evaluate(findModel('hist-es')!.build(inputs, { ...values }).initial, new Float64Array(0))).toBe(0);
    expect(constant('no loss', 0).constant).toBe(0);
  });
});

describe('tailCount', () => {
  it('is ceil(n q), not more for the rounding of 1 - confidence', () => {
    expect([tailCount(715, 0.01), tailCount(100, 1 - 0.99), tailCount(1000, 1 - 0.975), tailCount(3, 1e-9)]).toEqual([
      8, 1, 25, 1,
    ]);
    expect(tailCount(10, 0.95)).toBe(10);
  });
});
