import { describe, expect, it } from 'vitest';
import type { Quote } from '../../../src/domain/index.js';
import { findModel, type ParameterValues } from '../../../src/margin/index.js';
import { black76 } from '../../../src/pricing/index.js';
import { AS_OF, future, index, inverse, option } from '../../scenario/sample-market.js';
import { amounts, inputsOf } from './a-requirement.js';

const SPAN = findModel('span')!;
const SET = SPAN.parameterSets[0]!.values;
const REST = (SET.commodities as readonly ParameterValues[])[0]!;

/** Amounts for the book that the requirement is built at, quantities in the order of the quotes. */
function amountsAt(quotes: readonly Quote[], book: readonly number[], changes: ParameterValues = {}) {
  const inputs = { ...inputsOf({ quotes, asOf: AS_OF }), book: Float64Array.from(book) };
  return amounts(SPAN.build(inputs, { ...SET, ...changes }), book);
}

const call = (days: number): Quote =>
  option('X', days, 100, 'C', { iv: 0.2, underlyingPrice: 100 }, { multiplier: 50 });
/** 50 contracts' worth of the call at a forward, by Black-76 without a rate. */
const worth = (forward: number, days: number, volatility = 0.2): number =>
  50 * black76('C', forward, 100, volatility * Math.sqrt(days / 365), 1);

describe('risk arrays by margo’s own pricing', () => {
  it('take a day off in every scenario, and the covered part of the whole loss in the extreme ones', () => {
    const { pnl } = amountsAt([index('X', 100), call(30)], [-1]);
    expect(pnl['X unchanged, vol down']).toBeCloseTo(worth(100, 30) - worth(100, 29, 0.15), 9);
    expect(pnl['X +3/3, vol up']).toBeCloseTo(worth(100, 30) - worth(110, 29, 0.25), 9);
    // An array's entries 15 and 16 are the value now less the value then, a day later, times the part that is covered.
    expect(pnl['X +2 ranges, 35 % covered']).toBeCloseTo(0.35 * (worth(100, 30) - worth(120, 29)), 9);
    expect(pnl['X -2 ranges, 35 % covered']).toBeCloseTo(0.35 * (worth(100, 30) - worth(80, 29)), 9);
  });

  it('settle at its exercise value what expires within the day', () => {
    const { pnl, initial } = amountsAt([index('X', 100), call(0.5)], [-1]);
    expect(pnl['X +3/3, vol up']).toBeCloseTo(worth(100, 0.5) - 500, 2);
    expect(pnl['X -3/3, vol down']).toBeCloseTo(worth(100, 0.5), 6);
    expect(initial).toBeCloseTo(1.1 * (500 - worth(100, 0.5)), 2);
  });

  it('count deltas of coin-settled options and futures in the same money', () => {
    const sold = option('BTC', 30, 60_000, 'C', { iv: 0.5, underlyingPrice: 60_000 }, inverse('BTC', 'option'));
    const later = future('BTC', 90, 60_000, inverse('BTC', 'future'));
    const { component } = amountsAt([index('BTC', 60_000), sold, later], [-1, 10_000]);
    // N(d1) coins of 60,000 dollars against contracts of 10 dollars, a dollar each way per dollar: the option's is the smaller.
    const step = 60;
    const dollars = (level: number): number => black76('C', level, 60_000, 0.5 * Math.sqrt(30 / 365), 1);
    const delta = (60_000 * (dollars(60_000 + step) - dollars(60_000 - step))) / (2 * step);
    expect(delta).toBeLessThan(100_000);
    expect(component('BTC inter-month charge')).toBeCloseTo(0, 9);
    const nearer = future('BTC', 60, 60_000, inverse('BTC', 'future'));
    const spread = amountsAt([index('BTC', 60_000), sold, nearer, later], [-1, 0, 10_000]);
    expect(spread.component('BTC inter-month charge') / (0.05 * 0.1 * delta)).toBeCloseTo(1, 5);
  });
});

describe('months of one commodity', () => {
  it('spread one for one in price scan ranges of money, whichever month is the longer', () => {
    const quotes = [
      future('X', 80, 100, { multiplier: 50 }),
      future('X', 170, 101, { multiplier: 50 }),
      future('X', 260, 102, { multiplier: 50 }),
    ];
    // Ranges of 10 % of the nearest price: -2,500, +5,050, -2,550. All 5,050 spread at 5 %, and nothing is left to scan.
    const { initial, component } = amountsAt(quotes, [-5, 10, -5]);
    expect(component('X inter-month charge')).toBeCloseTo(252.5, 9);
    expect(component('X scan risk')).toBeCloseTo(0, 9);
    expect(initial).toBeCloseTo(277.75, 9);
  });
});

describe('two commodities with a spread between them', () => {
  const quotes = [future('X', 80, 100, { multiplier: 50 }), future('Y', 80, 50, { multiplier: 100 })];
  const spreading = (method: 'delta' | 'scanning'): ParameterValues => ({
    commodities: [
      { ...REST, name: 'CX', members: ['X'] },
      { ...REST, name: 'CY', members: ['Y'], scanRange: 0.08 },
      REST,
    ],
    interSpreads: [
      {
        name: 'X:Y',
        method,
        legs: [
          { commodity: 'CX', ratio: 2, side: 'A', creditRate: 0.6 },
          { commodity: 'CY', ratio: 1, side: 'B', creditRate: 0.5 },
        ],
      },
    ],
  });

  it('are credited by deltas: as many spreads as the scarcer leg allows', () => {
    // Scan risks 5,000 and 4,000, a dollar of price risk a delta. min(5,000 / 2, 4,000 / 1) = 2,500 spreads:
    // credits 2,500 x 2 x 0.6 and 2,500 x 1 x 0.5, so that 2,000 and 2,750 are left.
    const { initial, maintenance, component } = amountsAt(quotes, [10, -10], spreading('delta'));
    expect(component('CX inter-commodity credit')).toBeCloseTo(3000, 9);
    expect(component('CY inter-commodity credit')).toBeCloseTo(1250, 9);
    expect(maintenance).toBeCloseTo(4750, 9);
    expect(initial).toBeCloseTo(5225, 9);
  });

  it('are not where both are held the same way', () => {
    expect(amountsAt(quotes, [10, 10], spreading('delta')).initial).toBeCloseTo(1.1 * 9000, 9);
  });

  it('are scanned together: losses in full, a part of the gains', () => {
    // Down: 5,000 lost on X less half of 4,000. Up: 4,000 lost on Y less 0.6 of 5,000.
    const { component } = amountsAt(quotes, [10, -10], spreading('scanning'));
    expect(component('CX + CY scan risk')).toBeCloseTo(3000, 9);
    expect(amountsAt(quotes, [-10, 10], spreading('scanning')).component('CX + CY scan risk')).toBeCloseTo(3000, 9);
  });
});
