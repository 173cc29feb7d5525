import { describe, expect, it } from 'vitest';
import type { PriceHistory } from '../../src/domain/index.js';
import { historyWindows, type WindowSettings } from '../../src/scenario/index.js';

const history = (series: Readonly<Record<string, readonly number[]>>): PriceHistory => ({
  dates: Object.values(series)[0]!.map((_, t) => `2026-01-0${t + 1}`),
  series: new Map(Object.entries(series).map(([name, prices]) => [name, Float64Array.from(prices)])),
});
const PLAIN: WindowSettings = { horizonDays: 1, days: 'overlapping', ewmaLambda: 1 };
const TWO = history({ A: [100, 110, 99, 99], B: [50, 50, 60, 45] });

const moves = (past: PriceHistory, names: readonly string[], changes: Partial<WindowSettings> = {}) =>
  historyWindows(past, names, { ...PLAIN, ...changes }).map((window) => [...window.moves]);

const close = (found: readonly (readonly number[])[], expected: readonly (readonly number[])[]): void => {
  expect(found).toHaveLength(expected.length);
  found.forEach((row, t) => {
    row.forEach((move, u) => {
      expect(move).toBeCloseTo(expected[t]![u]!, 12);
    });
  });
};

describe('joint moves of a history', () => {
  it('are the fractions from each date to the next, named by the later one', () => {
    close(moves(TWO, ['A', 'B']), [
      [0.1, 0],
      [-0.1, 0.2],
      [0, -0.25],
    ]);
    expect(historyWindows(TWO, ['A'], PLAIN).map(({ date }) => date)).toEqual([
      '2026-01-02',
      '2026-01-03',
      '2026-01-04',
    ]);
  });

  it('over several days share days with their neighbours, or grow one day by the root', () => {
    close(moves(TWO, ['B', 'A'], { horizonDays: 2 }), [
      [0.2, -0.01],
      [-0.1, -0.1],
    ]);
    close(moves(TWO, ['A'], { horizonDays: 4, days: 'scaled' }), [[0.21], [0.81 - 1], [0]]);
  });

  it('rescaled: each return over the volatility of its day, times the present one', () => {
    // Log returns 0.1, -0.2, 0.1. Mean of squares 0.02; lambda 0.5: variances 0.02, 0.015, 0.0275, and 0.01875 after the last.
    const returns = [0.1, -0.2, 0.1];
    const prices = [0, 0.1, -0.1, 0].map((total) => 100 * Math.exp(total));
    const variances = [0.02, 0.015, 0.0275];
    const expected = returns.map((r, t) => [Math.expm1((r / Math.sqrt(variances[t]!)) * Math.sqrt(0.01875))]);
    close(moves(history({ A: prices }), ['A'], { ewmaLambda: 0.5 }), expected);
  });

  it('of a price that never moved are nothing, rescaled or not; of too few dates there are none', () => {
    close(moves(history({ A: [7, 7, 7] }), ['A'], { ewmaLambda: 0.9 }), [[0], [0]]);
    expect(moves(TWO, ['A'], { horizonDays: 4 })).toEqual([]);
    expect(moves(history({ A: [] }), ['A'])).toEqual([]);
  });

  it('rescaled returns of alike days have the present volatility: all the same size but for their sign', () => {
    const calm = Array.from({ length: 200 }, (_, t) => 100 * Math.exp(t % 2 === 0 ? 0 : 0.01));
    const storm = Array.from({ length: 200 }, (_, t) => 100 * Math.exp(t % 2 === 0 ? 0 : 0.05));
    const found = moves(history({ A: [...calm, ...storm] }), ['A'], { ewmaLambda: 0.9 });
    // Long after the beginning and before the storm, a calm day's 1 % stands for the storm's 5 %.
    expect(Math.abs(Math.log1p(found[150]![0]!))).toBeCloseTo(0.05, 4);
    expect(Math.abs(Math.log1p(found.at(-1)![0]!))).toBeCloseTo(0.05, 6);
  });

  it('after prices that stood still are no larger than a tenth of the history’s volatility makes them', () => {
    const still = [...Array.from({ length: 100 }, () => 100), 110, 100];
    const found = moves(history({ A: still }), ['A'], { ewmaLambda: 0.5 }).map(([move]) => move!);
    const up = Math.log(1.1);
    const root = Math.sqrt((2 * up * up) / 101);
    // After the two moves the variance is half of up^2 and a quarter of it.
    expect(Math.log1p(found.at(-2)!)).toBeCloseTo((up / (0.1 * root)) * Math.sqrt(0.75) * up, 6);
    expect(moves(history({ A: [1, 1e300, 1] }), ['A'])[0]![0]).toBe(Math.expm1(10));
  });

  it('need a series without blanks', () => {
    expect(() => moves(TWO, ['C'])).toThrow('no series C');
    expect(() => moves(history({ A: [1, Number.NaN, 2] }), ['A'])).toThrow('the price history of A has blanks');
  });
});
