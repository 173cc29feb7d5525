import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageLine, revalue, type ScenarioSet } from '../../src/scenario/index.js';
import { aMove, movedLine } from './a-stress.js';
import { americanByTree } from './american-by-tree.js';
import { blackByIntegration } from './black-by-integration.js';
import { future, index, inverse, lineOf, option, perpetual, spot, viewOf } from './sample-market.js';

const BTC = index('BTC', 60_000);
const GOLD = index('GOLD', 2000);

/** A row alone beside its index, valued. */
function alone(entry: ReturnType<typeof spot>, level = BTC) {
  const view = viewOf([level, entry]);
  return { view, line: lineOf(entry, view) };
}

describe('what is linear', () => {
  it.each([
    ['spot', spot('GOLD', 2000, { multiplier: 3 }), 2000],
    ['a future', future('GOLD', 90, 2050, { multiplier: 100 }), 2050],
    ['a perpetual', perpetual('GOLD', 2001, { multiplier: 0.1 }), 2001],
  ])('%s earns multiplier x price x move', (_, entry, price) => {
    const { view, line } = alone(entry, GOLD);
    const { profit, line: after } = movedLine(line, view, [aMove('level', -0.2)]);
    expect(profit).toBeCloseTo(entry.instrument.multiplier * price * -0.2, 9);
    expect(after).toMatchObject({ level: 1600, forward: expect.closeTo(price * 0.8, 9) });
    expect(after.notional).toBeCloseTo(line.notional * 0.8, 9);
  });

  it('an amount moves a future in proportion to the level', () => {
    const { view, line } = alone(future('GOLD', 90, 2050), GOLD);
    expect(movedLine(line, view, [aMove('level', 100, { absolute: true })]).profit).toBeCloseTo(2050 * 0.05, 9);
  });

  it('an inverse future earns coin: its dollars over the old price less those over the new, at the new price', () => {
    const { view, line } = alone(future('BTC', 30, 61_000, inverse('BTC', 'future')));
    const coin = 10 / 61_000 - 10 / (61_000 * 1.25);
    expect(movedLine(line, view, [aMove('level', 0.25)]).profit).toBeCloseTo(coin * 60_000 * 1.25, 9);
  });

  it('a contract counted in a coin is worth what the coin is worth', () => {
    const entry = spot('ETH', 0.05, { name: 'ETH-BTC', currency: 'BTC', multiplier: 2 });
    const view = viewOf([BTC, index('ETH', 3000), entry]);
    const line = lineOf(entry, view);
    expect(movedLine(line, view, [aMove('level', -0.5, { of: 'BTC' })]).profit).toBeCloseTo(
      -0.5 * 2 * 0.05 * 60_000,
      9,
    );
  });

  it('has no use for volatility, and time passes it by', () => {
    const { view, line } = alone(future('GOLD', 90, 2050), GOLD);
    expect(movedLine(line, view, [aMove('volatility', 1), aMove('time', 10)]).profit).toBe(0);
  });

  it('expires at its price and is gone', () => {
    const { view, line } = alone(future('GOLD', 5, 2050), GOLD);
    const { profit, line: after } = movedLine(line, view, [aMove('level', 0.1), aMove('time', 5)]);
    expect(profit).toBeCloseTo(205, 9);
    expect(after.expired).toBe(true);
  });
});

describe('European options', () => {
  const figures = { iv: 0.5, underlyingPrice: 61_000, rate: 0.04 };

  it('are worth the mean payoff at the new forward, volatility, rate and time', () => {
    const { view, line } = alone(option('BTC', 30, 65_000, 'C', figures));
    const { profit, line: after } = movedLine(line, view, [
      aMove('level', -0.15),
      aMove('volatility', 0.1, { absolute: true }),
      aMove('rate', 0.01),
      aMove('time', 10),
    ]);
    const was = blackByIntegration('C', 61_000, 65_000, 0.5 * Math.sqrt(30 / 365), Math.exp((-0.04 * 30) / 365));
    const is = blackByIntegration('C', 61_000 * 0.85, 65_000, 0.6 * Math.sqrt(20 / 365), Math.exp((-0.05 * 20) / 365));
    expect(profit).toBeCloseTo(is - was, 6);
    expect(after.modelValue).toBeCloseTo(is, 6);
    expect(after.markValue).toBe(after.modelValue);
  });

  it('settled in coin they are divided by the forward and paid at the level', () => {
    const { view, line } = alone(option('BTC', 30, 55_000, 'P', figures, inverse('BTC', 'option')));
    const value = (factor: number) =>
      (blackByIntegration('P', 61_000 * factor, 55_000, 0.5 * Math.sqrt(30 / 365), Math.exp((-0.04 * 30) / 365)) /
        (61_000 * factor)) *
      60_000 *
      factor;
    expect(movedLine(line, view, [aMove('level', -0.3)]).profit).toBeCloseTo(value(0.7) - value(1), 6);
  });

  it.each<['C' | 'P', number, number]>([
    ['C', 1.2, 61_000 * 1.2 - 65_000],
    ['C', 1, 0],
    ['P', 0.9, 65_000 - 61_000 * 0.9],
  ])('%s that expires at %d times its forward is settled', (right, factor, settled) => {
    const { view, line } = alone(option('BTC', 5, 65_000, right, figures));
    const moved = movedLine(line, view, [aMove('level', factor - 1), aMove('time', 6)]);
    expect(moved.profit).toBeCloseTo(settled - line.modelValue, 6);
    expect(moved.line).toMatchObject({ expired: true, markValue: 0, modelValue: 0 });
  });

  it('a coin option is settled in coin, paid at the level of the day', () => {
    const { view, line } = alone(option('BTC', 5, 55_000, 'C', figures, inverse('BTC', 'option')));
    const forward = 61_000 * 1.1;
    const { profit } = movedLine(line, view, [aMove('level', 0.1), aMove('time', 5)]);
    expect(profit).toBeCloseTo(((forward - 55_000) / forward) * 66_000 - line.modelValue, 6);
  });

  it('a forward carried from the level is carried at the new rate; one the market tells is not', () => {
    const carried = alone(option('GOLD', 365, 2000, 'C', { iv: 0.2, rate: 0.03 }), GOLD);
    const told = alone(option('GOLD', 365, 2000, 'C', { iv: 0.2, rate: 0.03, underlyingPrice: 2060 }), GOLD);
    expect(movedLine(carried.line, carried.view, [aMove('rate', 0.02)]).line.forward).toBeCloseTo(
      2000 * Math.exp(0.05),
      8,
    );
    expect(movedLine(told.line, told.view, [aMove('rate', 0.02)]).line.forward).toBe(2060);
  });
});

describe('American options', () => {
  it('are worth what a tree says, on spot and on a future', () => {
    const stock = alone(option('GOLD', 365, 2100, 'P', { iv: 0.25, rate: 0.05 }, { exercise: 'american' }), GOLD);
    const onSpot = movedLine(stock.line, stock.view, [aMove('level', -0.1), aMove('volatility', 0.2)]).line;
    expect(Math.abs(onSpot.modelValue - americanByTree('P', 1800, 2100, 0.3, 1, 0.05, 0))).toBeLessThan(0.3);
    const figures = { iv: 0.25, rate: 0.05, underlyingPrice: 2050 };
    const listed = alone(option('GOLD', 365, 2100, 'P', figures, { exercise: 'american' }), GOLD);
    const onFuture = movedLine(listed.line, listed.view, [aMove('level', -0.1)]).line;
    expect(Math.abs(onFuture.modelValue - americanByTree('P', 1845, 2100, 0.25, 1, 0.05, 0.05))).toBeLessThan(0.3);
  });

  it('begin to be worth exercising when a rate rises from nothing', () => {
    const { line, view } = alone(option('GOLD', 365, 2100, 'P', { iv: 0.25, rate: 0 }, { exercise: 'american' }), GOLD);
    expect(line.earlyExercise).toBe('none');
    const after = movedLine(line, view, [aMove('rate', 0.05)]).line;
    expect(after.earlyExercise).toBe('spot');
    expect(Math.abs(after.modelValue - americanByTree('P', 2000, 2100, 0.25, 1, 0.05, 0))).toBeLessThan(0.3);
  });
});

describe('moveLine', () => {
  const rows = [
    BTC,
    spot('BTC', 60_010),
    perpetual('BTC', 60_050, inverse('BTC', 'future')),
    future('BTC', 30, 61_000, inverse('BTC', 'future')),
    option('BTC', 30, 65_000, 'C', { iv: 0.5, underlyingPrice: 61_000 }, inverse('BTC', 'option')),
    option('BTC', 60, 50_000, 'P', { iv: 0.7, underlyingPrice: 61_500, rate: 0.03 }),
  ];
  const view = viewOf(rows);
  const lines = rows.slice(1).map((row) => lineOf(row, view));

  it('leaves what nothing touches as it is', () => {
    for (const line of lines) {
      for (const moves of [[], [aMove('level', 0)], [aMove('level', -0.5, { of: 'ETH' })], [aMove('time', 0)]]) {
        const moved = movedLine(line, view, moves);
        expect(moved.profit).toBe(0);
        expect(moved.line.markValue).toBe(line.markValue);
      }
    }
  });

  it('by time alone is the line some days later', () => {
    for (const line of lines) {
      const { line: later } = movedLine(line, view, [aMove('time', 9)]);
      const { quote: _, ...aged } = ageLine(line, 9);
      expect(later).toMatchObject(aged);
    }
  });

  it('agrees with the scenarios of a margin, whatever the level does', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.9, max: 2, noNaN: true }), (move) => {
        const scenario = { name: '', block: 0, moves: Float64Array.of(move), volatility: 'none', weight: 1 } as const;
        const set: ScenarioSet = { underlyings: ['BTC'], blocks: [['BTC']], scenarios: [scenario] };
        const shock = {
          rangeUp: 0,
          rangeDown: 0,
          referenceDays: 1,
          shortTermPower: 0,
          longTermPower: 0,
          minDays: 1,
          minVolatility: 0,
        };
        const expected = revalue(lines, set, shock).values;
        lines.forEach((line, j) => {
          expect(movedLine(line, view, [aMove('level', move)]).profit).toBeCloseTo(expected[j]!, 5);
        });
      }),
      { seed: 5, numRuns: 40 },
    );
  });
});

describe('a reporting currency that moves itself', () => {
  it('is counted at its level of today, as the scenarios of a margin are', () => {
    const entry = future('ETH', 30, 3000);
    const rows = [BTC, index('ETH', 3000), entry];
    const coins = viewOf(rows, 'BTC');
    const moves = [aMove('level', -0.5, { of: 'BTC' }), aMove('level', -0.1, { of: 'ETH' })];
    expect(movedLine(lineOf(entry, coins), coins, moves).profit).toBeCloseTo(-300 / 60_000, 12);
  });
});
