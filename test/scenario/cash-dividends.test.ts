import { describe, expect, it } from 'vitest';
import type { Dividend, Market, Quote } from '../../src/domain/index.js';
import { americanPrice, black76 } from '../../src/pricing/index.js';
import {
  ageLine,
  lineGreeks,
  MarketView,
  modelPrice,
  revalue,
  type ScenarioSet,
  type ValuedInstrument,
} from '../../src/scenario/index.js';
import { STILL_VOLATILITY } from '../../src/scenario/volatility-shock.js';
import { aMove, movedLine } from './a-stress.js';
import { AS_OF, inDays, lineOf, market, option, spot } from './sample-market.js';

const RATE = 0.09;
const paying = (...ahead: readonly (readonly [days: number, amount: number])[]): Market['dividends'] =>
  new Map([['XYZ', ahead.map(([days, amount]): Dividend => ({ underlying: 'XYZ', exDate: inDays(days), amount }))]]);
/** Hull's share: 40, half a dollar in 60 and in 150 days. */
const HALVES = paying([60, 0.5], [150, 0.5]);
const call = (figures: Partial<Quote>, exercise: 'european' | 'american' = 'european'): Quote =>
  option('XYZ', 180, 40, 'C', { rate: RATE, ...figures }, { exercise });

function lineWith(entry: Quote, dividends: Market['dividends'], level = 40): ValuedInstrument {
  const quotes = market(spot('XYZ', level), entry);
  const view = new MarketView(dividends === undefined ? quotes : { ...quotes, dividends }, AS_OF, 'USD');
  return lineOf(entry, view);
}

function scenarios(moves: readonly number[]): ScenarioSet {
  return {
    underlyings: ['XYZ'],
    blocks: [['XYZ']],
    scenarios: moves.map((move, k) => ({
      name: String(k),
      block: 0,
      moves: Float64Array.of(move),
      volatility: 'none',
      weight: 1,
    })),
  };
}

describe('cash dividends', () => {
  it('lower a European call to 3.67', () => {
    // Hull, and QuantLib's test suite: S 40, K 40, r .09, sigma .30, 180 of 360 days, .50 at 60 and 150 of 360 days.
    const of360 = (days: number): number => (days * 365) / 360;
    const half = option('XYZ', of360(180), 40, 'C', { rate: RATE, iv: 0.3 });
    const line = lineWith(half, paying([of360(60), 0.5], [of360(150), 0.5]));
    expect(modelPrice(line)).toBeCloseTo(3.67, 2);
    expect(modelPrice(lineWith(call({ iv: 0.3 }), undefined))).toBeGreaterThan(4.2);
  });

  it('count only before expiry, and not once the ex-date has come', () => {
    const without = modelPrice(lineWith(call({ iv: 0.3 }), undefined));
    expect(modelPrice(lineWith(call({ iv: 0.3 }), paying([181, 2], [0, 2], [-1, 2])))).toBe(without);
    expect(modelPrice(lineWith(call({ iv: 0.3 }), paying([180, 2])))).toBeLessThan(without - 0.9);
  });

  it('are not counted again where the market states the forward', () => {
    const stated = call({ iv: 0.3, underlyingPrice: 40 });
    expect(lineWith(stated, HALVES).dividends).toBeUndefined();
    expect(modelPrice(lineWith(stated, HALVES))).toBe(modelPrice(lineWith(stated, undefined)));
  });

  it('belong to options: shares are worth their price', () => {
    const quotes = { ...market(spot('XYZ', 40)), dividends: HALVES! };
    expect(lineOf(spot('XYZ', 40), new MarketView(quotes, AS_OF, 'USD'))).toMatchObject({ forward: 40, markValue: 40 });
  });

  it.each(['european', 'american'] as const)('%s: the volatility solved from a mark gives the mark', (exercise) => {
    const line = lineWith(call({ mark: 3.67 }, exercise), HALVES);
    expect(line.volatility).toBeGreaterThan(0.28);
    expect(line.volatility).toBeLessThan(0.31);
    expect(modelPrice(line)).toBeCloseTo(3.67, 6);
  });

  it('make an American option on a share worth exercising, at a rate of nothing too', () => {
    const line = lineWith(call({ iv: 0.3, rate: 0 }, 'american'), paying([90, 3]));
    expect(line.earlyExercise).toBe('spot');
    expect(modelPrice(line)).toBeGreaterThan(modelPrice(lineWith(call({ iv: 0.3, rate: 0 }), paying([90, 3]))) + 0.1);
  });

  it.each([
    ['european', 40],
    ['european', 44],
    ['american', 40],
    ['american', 44],
  ] as const)('%s: revaluation at another price is valuation there (%d)', (exercise, level) => {
    const line = lineWith(call({ iv: 0.3 }, exercise), HALVES);
    const [profit] = revalue([line], scenarios([level / 40 - 1]), STILL_VOLATILITY).scenario(0);
    const there = lineWith(call({ iv: 0.3 }, exercise), HALVES, level);
    expect(profit).toBeCloseTo(there.modelValue - line.modelValue, 6);
  });

  it.each(['european', 'american'] as const)('%s: delta and gamma are those of the price', (exercise) => {
    const at = (level: number): number => modelPrice(lineWith(call({ iv: 0.3 }, exercise), HALVES, level));
    const { delta, gamma, deltaCash, gammaCash } = lineGreeks(lineWith(call({ iv: 0.3 }, exercise), HALVES));
    const h = 0.08;
    expect(delta).toBeCloseTo((at(40 + h) - at(40 - h)) / (2 * h), 3);
    expect(deltaCash).toBeCloseTo(40 * delta, 9);
    expect(gammaCash).toBeCloseTo(gamma * 40 * 40 * 0.01, 9);
    if (exercise === 'european') expect(gamma).toBeCloseTo((at(40 + h) - 2 * at(40) + at(40 - h)) / h ** 2, 4);
  });

  it.each(['european', 'american'] as const)(
    '%s: a stress of the level is valuation there, and dividends stand',
    (exercise) => {
      const entry = call({ iv: 0.3 }, exercise);
      const view = new MarketView({ ...market(spot('XYZ', 40), entry), dividends: HALVES! }, AS_OF, 'USD');
      const line = lineOf(entry, view);
      const moved = movedLine(line, view, [aMove('level', 0.1)]);
      const there = lineWith(entry, HALVES, 44);
      expect(moved.profit).toBeCloseTo(there.modelValue - line.modelValue, 6);
      expect(moved.line.dividends).toEqual(line.dividends);
      const later = movedLine(line, view, [aMove('level', 0.1), aMove('time', 100)]);
      expect(later.line.dividends).toEqual([{ years: expect.closeTo(50 / 365, 12), amount: 0.5 }]);
    },
  );

  it('come nearer as time passes, and go', () => {
    const line = ageLine(lineWith(call({ iv: 0.3 }, 'american'), HALVES), 100);
    expect(line.dividends).toEqual([{ years: 50 / 365, amount: 0.5 }]);
    const later = ageLine(lineWith(call({ iv: 0.3 }, 'american'), HALVES), 160);
    expect(later.dividends).toEqual([]);
    const plain = { right: 'C', spot: 40, strike: 40, rate: RATE, dividendYield: 0, volatility: 0.3 } as const;
    expect(modelPrice(later)).toBeCloseTo(americanPrice({ ...plain, ttmYears: 20 / 365 }), 3);
    expect(ageLine(lineWith(call({ iv: 0.3 }), undefined), 10)).not.toHaveProperty('dividends');
  });

  it('keep a price that falls below them a price', () => {
    const line = lineWith(call({ iv: 0.3 }), paying([90, 39]));
    const matrix = revalue([line], scenarios([-0.9, 0.5]), STILL_VOLATILITY);
    expect([...matrix.values].every(Number.isFinite)).toBe(true);
    const stdDev = 0.3 * Math.sqrt(180 / 365);
    const discount = Math.exp((-RATE * 180) / 365);
    const left = 60 - 39 * Math.exp((-RATE * 90) / 365);
    const up = black76('C', left / discount, 40, stdDev, discount);
    expect(matrix.scenario(1)[0]).toBeCloseTo(up - line.modelValue, 9);
  });
});
