import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/formula/index.js';
import { findModel } from '../../../src/margin/index.js';
import {
  AS_OF,
  future,
  index,
  instrument,
  inverse,
  option,
  perpetual,
  quote,
  spot,
} from '../../scenario/sample-market.js';
import { amounts, inputsOf, requirementBy } from '../adapters/a-requirement.js';

/** Shares at a hundred dollars each. */
const SHARES = ['SPY', 'QQQ', 'IWM', 'IBM', 'XYZ'].map((name) => spot(name, 100));
const SHARE_BOOK = (changes = {}) => requirementBy('tims', { quotes: SHARES, asOf: AS_OF }, { changes });
const marginOf = (book: readonly number[], changes = {}): number => amounts(SHARE_BOOK(changes), book).initial;

describe('the valuation points', () => {
  it.each([
    // SEC release 34-46576: ten equidistant points of -8 % to +6 %, +-10 %, +-15 %.
    ['SPY', 0, ['-8%', '-6.4%', '-4.8%', '-3.2%', '-1.6%', '+1.2%', '+2.4%', '+3.6%', '+4.8%', '+6%']],
    ['IWM', 2, ['-10%', '-8%', '-6%', '-4%', '-2%', '+2%', '+4%', '+6%', '+8%', '+10%']],
    ['IBM', 3, ['-15%', '-12%', '-9%', '-6%', '-3%', '+3%', '+6%', '+9%', '+12%', '+15%']],
  ] as const)('of %s move its shares', (_name, column, moves) => {
    const { scenarios } = requirementBy('tims', { quotes: [SHARES[column]!], asOf: AS_OF });
    expect(scenarios.map(({ scenario }) => scenario.name.split(' ').at(-1))).toEqual(moves);
    const profits = scenarios.map(({ pnl }) => evaluate(pnl, Float64Array.of(7)));
    moves.forEach((move, k) => {
      expect(profits[k]).toBeCloseTo(7 * Number.parseFloat(move), 8);
    });
  });

  it('are as many, and reach as far, as the parameters say', () => {
    expect(SHARE_BOOK({ pointsPerSide: 2 }).scenarios.map(({ scenario }) => scenario.name)).toContain('IBM -7.5%');
    expect(marginOf([0, 0, 0, 1, 1], { houseRanges: { IBM: 0.3 } })).toBeCloseTo(30 + 15, 9);
    expect(marginOf([0, 0, 0, 1, 1], { equityDown: 0.2, equityUp: 0.5 })).toBeCloseTo(20 + 20, 9);
  });
});

describe('groups', () => {
  it('net an index, its funds and its options in full', () => {
    const quotes = [
      index('SPX', 1000),
      option('SPX', 30, 1000, 'C', { iv: 0.2 }, { multiplier: 100 }),
      spot('SPY', 100),
    ];
    const covered = amounts(requirementBy('tims', { quotes, asOf: AS_OF }), [-1, 1000]);
    // Covered call: all the shares lose at -8 %, less all of the premium that a call so far out of the money loses.
    expect(covered.initial).toBeLessThan(8000);
    expect(covered.initial).toBeCloseTo(-Math.min(...Object.values(covered.pnl)), 9);
  });

  it('of a product offset gains at its percentage', () => {
    // Long SPY, short QQQ: at -8 % 8,000 lost, and 90 % of 8,000 gained; at +6 % 6,000 and 5,400.
    expect(marginOf([1000, -1000, 0, 0, 0])).toBeCloseTo(800, 9);
    const { pnl } = amounts(SHARE_BOOK(), [1000, -1000, 0, 0, 0]);
    expect(pnl['index products down 5/5']).toBeCloseTo(-800, 9);
    expect(pnl['index products up 5/5']).toBeCloseTo(-600, 9);
  });

  it('of a portfolio offset at theirs, points matched by place', () => {
    const half = {
      portfolioGroups: [{ name: 'indexes', offset: 0.5, members: ['high-cap indexes', 'broad indexes'] }],
    };
    // Long SPY, short IWM: up, 10,000 are lost, and of 6,000 gained 90 % count in their product group, half of that outside.
    expect(marginOf([1000, 0, -1000, 0, 0], half)).toBeCloseTo(10_000 - 0.5 * 0.9 * 6000, 9);
    const alone = { quotes: [SHARES[0]!, SHARES[2]!], asOf: AS_OF };
    expect(amounts(requirementBy('tims', alone, { changes: half }), [1000, -1000]).initial).toBeCloseTo(7300, 9);
    // The shipped set lets nothing offset between them.
    expect(marginOf([1000, 0, -1000, 0, 0])).toBeCloseTo(10_000, 9);
  });

  it('are alone where no list names them, and add up', () => {
    expect(marginOf([0, 0, 0, 100, -100])).toBeCloseTo(3000, 9);
    const pair = { productGroups: [{ name: 'computers', offset: 0.9, members: ['IBM', 'XYZ'] }], portfolioGroups: [] };
    expect(marginOf([0, 0, 0, 100, -100], pair)).toBeCloseTo(150, 9);
    expect(SHARE_BOOK().confidence).toBe('model');
    expect(requirementBy('tims', { quotes: [SHARES[3]!], asOf: AS_OF }).confidence).toBe('verified');
  });

  it('never take a member twice', () => {
    const { figureRules } = findModel('tims')!;
    const rule = figureRules.productGroups!;
    const group = (name: string, ...members: string[]) => ({ name, offset: 0.5, members });
    const together = rule.shape === 'list' ? rule.together! : () => null;
    expect(together([group('a', 'SPX'), group('b', 'NDX')])).toBeNull();
    expect(together([group('a', 'SPX'), group('b', 'NDX', 'SPX')])).toEqual({
      at: [1, 'members', 1],
      expected: 'a member of no other group',
    });
    expect(together([group('a', 'SPX'), group('a', 'NDX')])!.at).toEqual([1, 'name']);
  });
});

describe('floors', () => {
  const quotes = [
    index('IBM', 100),
    option('IBM', 30, 200, 'C', { mark: 0.1, iv: 1.5 }, { multiplier: 100, exercise: 'american' }),
    option('IBM', 30, 100, 'C', { mark: 3, iv: 0.25 }, { multiplier: 100, exercise: 'american' }),
    option('IBM', 30, 100, 'P', { mark: 3, iv: 0.25 }, { multiplier: 100, exercise: 'american' }),
  ];
  const at = (book: readonly number[], changes = {}) =>
    amounts(requirementBy('tims', { quotes, asOf: AS_OF }, { changes }), book);

  it('charge 37.50 for an option of a hundred, a long one at most its value', () => {
    expect(at([0, 10, 10]).component('IBM minimum')).toBeCloseTo(750, 9);
    expect(at([10, 0, 0]).component('IBM minimum')).toBeCloseTo(10 * 0.1 * 100, 9);
    expect(at([-10, 0, 0]).component('IBM minimum')).toBeCloseTo(375, 9);
  });

  it('hold where the points ask for less', () => {
    const straddle = at([0, 10, 10]);
    expect(straddle.component('IBM worst point')).toBeLessThan(750);
    expect(straddle.initial).toBeCloseTo(750, 9);
    expect(straddle.maintenance).toBe(straddle.initial);
  });

  it('are the largest single class at the house’s move, where the house has one', () => {
    expect(marginOf([0, 0, 0, 100, 100])).toBeCloseTo(3000, 9);
    expect(marginOf([0, 0, 0, 100, 100], { concentrationMove: 0.3 })).toBeCloseTo(6000, 9);
    // SPX and NDX are of one portfolio group: the larger of 30 % of each, not their sum; the points ask for 8 % of each.
    expect(marginOf([100, 50, 0, 0, 0], { concentrationMove: 0.3 })).toBeCloseTo(3000, 9);
    expect(at([-1, 0, 0], { concentrationMove: 0.5 }).component('IBM concentration')).toBeGreaterThan(0);
  });
});

describe('what the account cannot hold', () => {
  const { refuses } = findModel('tims')!;
  const reasonOf = (...quotes: Parameters<typeof inputsOf>[0]['quotes'][number][]) => {
    const { lines, view } = inputsOf({ quotes, asOf: AS_OF });
    return lines.map((line) => refuses(line, view)).at(-1);
  };

  it('is refused with the reason', () => {
    expect(reasonOf(future('ES', 30, 5000))).toBe('is a future, which counts only in a cross-margining account');
    expect(reasonOf(option('ES', 30, 5000, 'C', { iv: 0.2, underlyingPrice: 5000 }))).toContain(
      'an option on a future',
    );
    expect(reasonOf(perpetual('BTC', 60_000))).toBe('is a perpetual, and the account holds securities');
    expect(reasonOf(index('BTC', 60_000), perpetual('BTC', 60_000, inverse('BTC', 'future')))).toContain('in a coin');
    const dax = quote({ name: 'SAP', type: 'spot', underlying: 'SAP', currency: 'EUR' }, { mark: 100 });
    const euro = quote({ name: 'EUR', type: 'index', underlying: 'EUR' }, { mark: 1.1 });
    expect(reasonOf(euro, dax)).toBe('is priced in EUR, not in US dollars');
  });

  it('is not an index or equity option, American or European', () => {
    expect(reasonOf(index('SPX', 1000), option('SPX', 30, 1000, 'C', { iv: 0.2, underlyingPrice: 1001 }))).toBeNull();
    expect(reasonOf(spot('IBM', 100), option('IBM', 30, 100, 'P', { iv: 0.2 }, { exercise: 'american' }))).toBeNull();
    expect(instrument({ name: 'x', type: 'option', underlying: 'IBM' }).exercise).toBe('european');
  });
});

describe('the formula', () => {
  const quotes = [
    index('SPX', 1000),
    option('SPX', 30, 980, 'P', { iv: 0.2 }, { multiplier: 100 }),
    spot('QQQ', 100),
    spot('IWM', 100),
    option('QQQ', 30, 102, 'C', { iv: 0.25, rate: 0.05 }, { multiplier: 100, exercise: 'american' }),
  ];
  const requirement = requirementBy('tims', { quotes, asOf: AS_OF }, { changes: { concentrationMove: 0.2 } });
  const book = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 4, maxLength: 4 });
  const margin = (quantities: readonly number[]): number =>
    evaluate(requirement.initial, Float64Array.from(quantities));

  it('is convex, positively homogeneous and never negative', () => {
    fc.assert(
      fc.property(book, book, (a, b) => {
        const middle = margin(a.map((quantity, j) => (quantity + b[j]!) / 2));
        expect(middle).toBeLessThanOrEqual((margin(a) + margin(b)) / 2 + 1e-6);
        expect(margin(a.map((quantity) => 3 * quantity))).toBeCloseTo(3 * margin(a), 4);
        expect(margin(a)).toBeGreaterThanOrEqual(0);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });

  it('moves in the reporting currency', () => {
    const coins = [...quotes, index('BTC', 50_000)];
    const inCoins = amounts(requirementBy('tims', { quotes: coins, asOf: AS_OF, currency: 'BTC' }), [-3, 5, 0, 2]);
    const inDollars = amounts(requirementBy('tims', { quotes, asOf: AS_OF }), [-3, 5, 0, 2]);
    expect(inCoins.initial * 50_000).toBeCloseTo(inDollars.initial, 5);
  });
});
