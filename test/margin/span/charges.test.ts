import { describe, expect, it } from 'vitest';
import type { SpanInterSpread, SpanIntraSpread } from '../../../src/domain/index.js';
import { interCredits } from '../../../src/margin/span/inter-credits.js';
import { intraCharges } from '../../../src/margin/span/intra-charge.js';
import { MonthDeltas } from '../../../src/margin/span/month-deltas.js';
import { spotCharge } from '../../../src/margin/span/spot-charge.js';

const of = (deltas: Readonly<Record<string, number>>): MonthDeltas => new MonthDeltas(new Map(Object.entries(deltas)));

const spread = (
  name: string,
  near: string,
  far: string,
  rate: number,
  more: Partial<SpanIntraSpread> = {},
): SpanIntraSpread => ({
  name,
  method: 'flat',
  rate,
  legs: [
    { from: near, to: near, ratio: 1, side: 'A' },
    { from: far, to: far, ratio: 1, side: 'B' },
  ],
  ...more,
});

describe('charges between months', () => {
  it('are formed in order of priority, either way round, from what is left', () => {
    const deltas = of({ '202603': 10, '202606': -4, '202609': -9 });
    const spreads = [spread('H-M', '202603', '202606', 50), spread('U-H', '202609', '202603', 20)];
    expect(intraCharges(spreads, deltas, 0)).toEqual([
      { name: 'H-M', spreads: 4, charge: 200 },
      { name: 'U-H', spreads: 6, charge: 120 },
    ]);
    expect(deltas.net).toBe(-3);
  });

  it('take several deltas of a leg with a ratio, as a butterfly does', () => {
    const deltas = of({ '202603': 3, '202606': -5, '202609': 4 });
    const legs = [
      { from: '202603', to: '202603', ratio: 1, side: 'A' as const },
      { from: '202606', to: '202606', ratio: 2, side: 'B' as const },
      { from: '202609', to: '202609', ratio: 1, side: 'A' as const },
    ];
    expect(intraCharges([spread('fly', '', '', 10, { legs })], deltas, 0)).toEqual([
      { name: 'fly', spreads: 2.5, charge: 25 },
    ]);
    expect([deltas.leftIn('202603'), deltas.leftIn('202606'), deltas.leftIn('202609')]).toEqual([0.5, 0, 1.5]);
  });

  it('are by the month between legs, or by the price risk of a delta', () => {
    const months = { '202511': 2, '202602': -2 };
    const perMonth = [spread('months', '202511', '202602', 7, { method: 'perMonth' })];
    expect(intraCharges(perMonth, of(months), 0)[0]!.charge).toBe(2 * 7 * 3);
    const weighted = [spread('weighted', '202511', '202602', 0.1, { method: 'weightedPrice' })];
    expect(intraCharges(weighted, of(months), 400)[0]!.charge).toBe(2 * 0.1 * 400);
  });

  it('are none where all deltas are of one sign', () => {
    expect(intraCharges([spread('H-M', '202603', '202606', 50)], of({ '202603': 1, '202606': 3 }), 0)).toEqual([]);
  });
});

it('near delivery what is left and what spreads took are charged apart', () => {
  const deltas = of({ '202603': -10, '202606': 4 });
  intraCharges([spread('H-M', '202603', '202606', 0)], deltas, 0);
  expect(spotCharge([{ month: '202603', outrightRate: 100, spreadRate: 30 }], deltas)).toBe(6 * 100 + 4 * 30);
});

describe('credits between commodities', () => {
  const crack: SpanInterSpread = {
    name: 'crack',
    method: 'delta',
    legs: [
      { commodity: 'CL', ratio: 3, side: 'A', creditRate: 0.5 },
      { commodity: 'RB', ratio: 2, side: 'B', creditRate: 0.6 },
      { commodity: 'HO', ratio: 1, side: 'B', creditRate: 0.6 },
    ],
  };
  const sides = (cl: number, rb: number, ho: number) =>
    new Map([
      ['CL', { deltas: of({ '202603': cl }), weightedPriceRisk: 1000 }],
      ['RB', { deltas: of({ '202603': rb }), weightedPriceRisk: 1500 }],
      ['HO', { deltas: of({ '202603': ho }), weightedPriceRisk: 1600 }],
    ]);

  it('are as many as the scarcest leg allows', () => {
    const left = sides(10, -5, -9);
    expect(interCredits([crack], left, false).map(({ commodity, credit }) => [commodity, credit])).toEqual([
      ['CL', 1000 * 2.5 * 3 * 0.5],
      ['RB', 1500 * 2.5 * 2 * 0.6],
      ['HO', 1600 * 2.5 * 1 * 0.6],
    ]);
    expect([...left.values()].map(({ deltas }) => deltas.net)).toEqual([2.5, 0, -6.5]);
  });

  it('are of whole spreads where the house says so, a hair below one counting as one', () => {
    expect(interCredits([crack], sides(10, -5, -9), true)[0]!.spreads).toBe(2);
    expect(interCredits([crack], sides(3 * (1 - 1e-15), -2, -1), true)[0]!.spreads).toBe(1);
  });

  it('hold either way round, and not where a leg is on the wrong side', () => {
    expect(interCredits([crack], sides(-3, 2, 1), false)[0]!.spreads).toBe(1);
    expect(interCredits([crack], sides(3, -2, 1), false)).toEqual([]);
    expect(interCredits([crack], sides(3, -2, 0), false)).toEqual([]);
    expect(interCredits([{ ...crack, method: 'scanning' }], sides(3, -2, -1), false)).toEqual([]);
  });
});
