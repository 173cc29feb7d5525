import { describe, expect, it } from 'vitest';
import { greekTable } from '../../src/app/greek-table.js';
import type { GreekFigures } from '../../src/scenario/index.js';
import { aLine, NO_OPTION } from '../optimizer/a-line.js';

const JULY = Date.UTC(2026, 6, 31, 8);
const LINES = [
  aLine('BTC-31JUL26-60000-C', { terms: { expiry: JULY } }),
  aLine('BTC-28AUG26-60000-C'),
  aLine('ETH-31JUL26-2500-C', { terms: { underlying: 'ETH', expiry: JULY }, level: 2500 }),
  aLine('ETH-PERPETUAL', { terms: { underlying: 'ETH', type: 'perpetual', expiry: null, ...NO_OPTION }, level: 2500 }),
  aLine('BTC', { terms: { type: 'index', expiry: null, ...NO_OPTION } }),
];
const GREEKS = LINES.map((line, j): GreekFigures => {
  const delta = 0.5 * (j + 1);
  return {
    delta,
    gamma: 0.01 * (j + 1),
    vega: 10,
    theta: -4,
    rho: 2,
    vanna: 0.3,
    volga: 0.2,
    deltaCash: delta * line.level,
    gammaCash: 7 * (j + 1),
  };
});
const table = (...quantities: number[]) => greekTable(LINES, GREEKS, Float64Array.from(quantities));

describe('greekTable', () => {
  it('adds up one underlying in its own units', () => {
    const { total, byUnderlying } = table(2, -1, 0, 0, 0);
    expect(total).toMatchObject({ delta: 0, vega: 10, theta: -4, rho: 2, deltaCash: 0 });
    expect(total.gamma).toBeCloseTo(0.02 - 0.02, 12);
    expect(total.vanna).toBeCloseTo(0.3, 12);
    expect(byUnderlying).toHaveLength(1);
    expect(byUnderlying[0]).toMatchObject({ underlying: 'BTC', level: 60_000, vega: 10 });
  });

  it('counts delta, gamma and vanna of several underlyings in cash', () => {
    const { total, byUnderlying } = table(2, 0, 4, 0, 0);
    expect(total.delta).toBe(2 * 0.5 * 60_000 + 4 * 1.5 * 2500);
    expect(total.delta).toBe(total.deltaCash);
    expect(total.gamma).toBe(2 * 7 + 4 * 21);
    expect(total.vanna).toBeCloseTo(2 * 0.3 * 60_000 + 4 * 0.3 * 2500, 6);
    expect(total.vega).toBe(60);
    expect(byUnderlying.map(({ underlying, delta }) => [underlying, delta])).toEqual([
      ['BTC', 1],
      ['ETH', 6],
    ]);
  });

  it('tells underlying and expiry, what never expires by itself', () => {
    const { byExpiry } = table(1, 1, 1, 1, 0);
    expect(byExpiry.map(({ underlying, expiry, delta }) => [underlying, expiry, delta])).toEqual([
      ['BTC', '2026-07-31T08:00:00.000Z', 0.5],
      ['BTC', '2026-08-28T08:00:00.000Z', 1],
      ['ETH', null, 2],
      ['ETH', '2026-07-31T08:00:00.000Z', 1.5],
    ]);
  });

  it('leaves out what is not held, and indices', () => {
    expect(table(0, 0, 0, 0, 3)).toEqual({
      total: { delta: 0, gamma: 0, vega: 0, theta: 0, rho: 0, vanna: 0, volga: 0, deltaCash: 0 },
      byUnderlying: [],
      byExpiry: [],
    });
    expect(table(0, 0, 1, 0, 0).byUnderlying.map(({ underlying }) => underlying)).toEqual(['ETH']);
  });
});
