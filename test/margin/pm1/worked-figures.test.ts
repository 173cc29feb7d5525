import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/formula/index.js';
import { pm1 } from '../../../src/margin/pm1/index.js';
import { movedVolatility } from '../../../src/margin/pm1/price-scan.js';
import type { VenueLine } from '../../../src/margin/venue-lines/index.js';
import { AS_OF, future, inDays, option, perpetual, sampleLines } from '../venue-lines/sample-book.js';
import { shippedValues } from './sample-values.js';

const INDEXES = { BTC: 60_000, ETH: 3_000 };

function partOf(set: string, part: string, lines: readonly VenueLine[], held: readonly number[], indexes = INDEXES) {
  const { components } = pm1({ asOfMs: AS_OF, indexes, lines }, shippedValues(set));
  return evaluate(components[part]!, Float64Array.from(held));
}

describe('Deribit, deribit.com/docs (12.5 %)', () => {
  const set = 'pm1-deribit-12-5';

  it('charges 2 BTC for 200 options, long and short', () => {
    const lines = [option(['C', 70_000, 60_000, 30, 0.6]), option(['P', 50_000, 60_000, 30, 0.6])];
    expect(partOf(set, 'BTC option contingency', lines, [120, -80])).toBeCloseTo(2, 12);
  });

  it('charges 2 BTC for 100 long against 100 short futures, and nothing for either alone', () => {
    const lines = [future(60_000, 10), future(60_000, 40)];
    expect(partOf(set, 'BTC futures contingency', lines, [100, -100])).toBeCloseTo(2, 12);
    expect(partOf(set, 'BTC futures contingency', lines, [100, 0])).toBe(0);
    expect(partOf(set, 'BTC futures contingency', lines, [100, 100])).toBe(0);
    expect(partOf(set, 'BTC futures contingency', lines, [-30, 100])).toBeCloseTo(0.6, 12);
  });

  it('charges a quarter of the vega that expiries offset (independent computation: 0.000546 BTC)', () => {
    const held = [0, 0, -3, 2];
    expect(partOf(set, 'BTC vega contingency', sampleLines('inverse'), held)).toBeCloseTo(0.0005460456290370151, 14);
    expect(partOf(set, 'BTC vega contingency', sampleLines('inverse'), [0, 0, -3, -2])).toBe(0);
  });

  it('moves volatility by 40 % at 30 days and 56.6 % at 15', () => {
    expect(movedVolatility(1, 30, 'up', shippedValues(set))).toBeCloseTo(1.4, 12);
    expect(movedVolatility(1, 15, 'up', shippedValues(set)).toFixed(3)).toBe('1.566');
    expect(movedVolatility(1, 15, 'down', shippedValues(set)).toFixed(3)).toBe('0.434');
    expect(movedVolatility(1, 15, 'none', shippedValues(set))).toBe(1);
  });
});

describe('Deribit, riskingtime.com (10 %)', () => {
  it('charges 1 BTC for 200 options and 1 BTC for 100 against 100 futures', () => {
    const options = [option(['C', 70_000, 60_000, 30, 0.6])];
    expect(partOf('pm1-deribit-10', 'BTC option contingency', options, [-200])).toBeCloseTo(1, 12);
    const futures = [future(60_000, 10), perpetual(60_000)];
    expect(partOf('pm1-deribit-10', 'BTC futures contingency', futures, [100, -100])).toBeCloseTo(1, 12);
  });
});

describe('Deribit, deribit.com/pages/docs/portfoliomargin (strikes)', () => {
  const set = 'pm1-deribit-strikes';

  it('charges 0.1 BTC for call +10, put -20 at one strike', () => {
    const lines = [option(['C', 60_000, 60_000, 30, 0.6]), option(['P', 60_000, 60_000, 30, 0.6])];
    expect(partOf(set, 'BTC option contingency', lines, [10, -20])).toBeCloseTo(0.1, 12);
    expect(partOf(set, 'BTC option contingency', lines, [20, -10])).toBe(0);
  });

  it('nets neither strikes nor expiries', () => {
    const near = option(['C', 60_000, 60_000, 30, 0.6]);
    const lines = [near, option(['C', 65_000, 60_000, 30, 0.6]), { ...near, expiryMs: inDays(60) }];
    expect(partOf(set, 'BTC option contingency', lines, [-10, 10, 10])).toBeCloseTo(0.1, 12);
  });

  it('moves volatility by 38 % x (30/15)^0.30 at 15 days', () => {
    expect(movedVolatility(1, 15, 'up', shippedValues(set))).toBeCloseTo(1 + 0.38 * 2 ** 0.3, 12);
  });
});

describe('Dederi (wiki.dederi.io): ten ETH futures at 2253.2, index 2243.3', () => {
  const lines = [future(2253.2, 20, 'linear', 'ETH')];
  const requirement = pm1({ asOfMs: AS_OF, indexes: { ETH: 2243.3 }, lines }, shippedValues('pm1-dederi'));
  const held = Float64Array.of(10);

  it('have a futures contingency of 134.6', () => {
    const contingency = evaluate(requirement.components['ETH futures contingency']!, held);
    expect(contingency.toFixed(1)).toBe('134.6');
    expect(evaluate(requirement.maintenance, held)).toBeCloseTo(contingency + 3379.8, 9);
  });

  it('have the P&L table -3380 ... 3380 in steps of 3 %', () => {
    const table = [-3380, -2704, -2028, -1352, -676, 0, 676, 1352, 2028, 2704, 3380];
    const unchanged = requirement.scenarios.filter(({ volatility }) => volatility === 'none');
    expect(unchanged.map(({ loss }) => Math.round(-evaluate(loss, held)) + 0)).toEqual(table);
    expect(requirement.scenarios).toHaveLength(33);
    expect(requirement.confidence).toBe('verified');
  });
});

describe('GRVT (exchange-contract fixtures)', () => {
  const values = shippedValues('pm1-grvt');
  const perp = perpetual(60_000, 'linear');

  function margins(lines: readonly VenueLine[], held: readonly number[]): readonly number[] {
    const requirement = pm1({ asOfMs: AS_OF, indexes: INDEXES, lines }, values);
    const quantities = Float64Array.from(held);
    return [evaluate(requirement.maintenance, quantities), evaluate(requirement.initial, quantities)];
  }

  it('one BTC perpetual at 60,000: 12,000 and 15,600', () => {
    const [maintenance, initial] = margins([perp], [1]);
    expect(maintenance).toBeCloseTo(12_000, 9);
    expect(initial).toBeCloseTo(15_600, 9);
  });

  it('23 perpetuals against 21 futures at 60,005: 23,979 and 31,172.7', () => {
    const [maintenance, initial] = margins([perp, future(60_005, 30, 'linear')], [23, -21]);
    expect(maintenance).toBeCloseTo(23_979, 8);
    expect(initial).toBeCloseTo(31_172.7, 8);
  });

  it('BTC and ETH simply add', () => {
    const [maintenance] = margins([perp, perpetual(3_000, 'linear', 'ETH')], [1, -10]);
    expect(maintenance).toBeCloseTo(12_000 + 6_000, 9);
  });

  it('is a model once there is an option', () => {
    const lines = [perp, option(['C', 65_000, 60_000, 30, 0.5], 'linear')];
    expect(pm1({ asOfMs: AS_OF, indexes: INDEXES, lines }, values).confidence).toBe('model');
    expect(pm1({ asOfMs: AS_OF, indexes: INDEXES, lines: [perp] }, values).confidence).toBe('verified');
  });
});
