import { describe, expect, it } from 'vitest';
import { findModel } from '../../../src/margin/index.js';
import { AS_OF, future, index, inverse, option, perpetual, quote, spot } from '../../scenario/sample-market.js';
import { amounts, inputsOf, requirementBy } from './a-requirement.js';

const EXPIRY = Date.UTC(2024, 5, 28, 8);
const DOCUMENTED = {
  asOf: 1_718_619_740_501,
  currency: 'BTC',
  quotes: [
    index('BTC', 65_666.19),
    perpetual('BTC', 65_910.57, inverse('BTC', 'future')),
    quote(
      { name: 'BTC-28JUN24', type: 'future', underlying: 'BTC', expiry: EXPIRY, ...inverse('BTC', 'future') },
      { mark: 67_371.75 },
    ),
  ],
};
/** Coins of the documented book as contracts of 10 dollars at the mark. */
const BOOK = [(0.314538364 * 65_910.57) / 10, (-0.001187534 * 67_371.75) / 10];

describe('deribit-pme on a book of a market file', () => {
  it('is the documented example of private/simulate_portfolio in coin, margins for protection and orders apart', () => {
    const found = amounts(requirementBy('deribit-pme', DOCUMENTED), BOOK);
    expect(found.component('worst case')).toBeCloseTo(0.05968587238, 9);
    expect(found.component('roll shock')).toBeCloseTo(0.00315725898, 9);
    expect(found.initial).toBeCloseTo(0.06284313098, 9);
    expect(found.maintenance).toBeCloseTo(0.050274504784, 9);
    expect(found.pnl['-16%, vol same']).toBeCloseTo(-0.05968587238, 9);
  });

  it('is the same in dollars, at the index', () => {
    const found = amounts(requirementBy('deribit-pme', { ...DOCUMENTED, currency: 'USD' }), BOOK);
    expect(found.initial).toBeCloseTo(0.06284313098 * 65_666.19, 4);
  });

  it('margins coin-settled books and the linear one apart, and adds them up', () => {
    const quotes = [
      index('BTC', 60_000),
      index('ETH', 3000),
      perpetual('BTC', 60_000, inverse('BTC', 'future')),
      perpetual('ETH', 3000, inverse('ETH', 'future')),
      quote({ name: 'BTC_USDC-PERPETUAL', type: 'perpetual', underlying: 'BTC', currency: 'USDC' }, { mark: 60_000 }),
    ];
    const requirement = requirementBy('deribit-pme', { quotes, asOf: AS_OF });
    const single = (book: number[]): number => amounts(requirement, book).initial;
    expect(single([600, 0, -0.1])).toBeCloseTo(single([600, 0, 0]) + single([0, 0, -0.1]), 8);
    expect(single([600, 300, 0])).toBeCloseTo(single([600, 0, 0]) + single([0, 300, 0]), 8);
    expect(requirement.underlyings).toEqual(['BTC', 'ETH']);
    expect(new Set(requirement.scenarios.map(({ scenario }) => scenario.block)).size).toBe(3);
    expect(Object.keys(requirement.components)).toContain('BTC book worst case');
  });

  it('takes each coin by its own figures', () => {
    const range = (coin: string): number => {
      const quotes = [index(coin, 1000), perpetual(coin, 1000, inverse(coin, 'future'))];
      const { scenarios } = requirementBy('deribit-pme', { quotes, asOf: AS_OF });
      return Math.max(
        ...scenarios
          .filter(({ scenario }) => !scenario.name.startsWith('ext'))
          .map(({ scenario }) => scenario.moves[0]!),
      );
    };
    expect([range('BTC'), range('ETH')]).toEqual([0.16, 0.18]);
  });

  it('counts spot as equity and refuses what Deribit does not list', () => {
    const model = findModel('deribit-pme')!;
    const { lines, view } = inputsOf({
      asOf: AS_OF,
      quotes: [
        index('BTC', 60_000),
        spot('BTC', 60_000),
        future('BTC', 30, 60_100),
        index('SPY', 600),
        spot('SPY', 600),
        option('SPY', 30, 600, 'C', { iv: 0.2, underlyingPrice: 602 }, { exercise: 'american' }),
        perpetual('BTC', 60_000, { currency: 'EUR', name: 'BTC-EUR', settlement: 'inverse' }),
      ],
    });
    const { values } = model.parameterSets[0]!;
    expect(lines.map((line) => model.refuses(line, view))).toEqual([
      null,
      null,
      'is on SPY, which pays dividends or has American options: no coin',
      'is an American option, and the venue has European ones',
      null,
    ]);
    expect(lines.map(model.restates)).toEqual([
      'as equity: it needs no margin and offsets nothing',
      null,
      'as equity: it needs no margin and offsets nothing',
      null,
      null,
    ]);
    const requirement = model.build(
      { ...inputsOf({ asOf: AS_OF, quotes: [index('BTC', 60_000), spot('BTC', 60_000)] }) },
      values,
    );
    expect(amounts(requirement, [5])).toMatchObject({ initial: 0, maintenance: 0 });
  });

  it('has a heat map as wide as the standard scenarios', () => {
    const model = findModel('deribit-pme')!;
    const reach = model.heatMapReach('ETH', inputsOf({ quotes: [], asOf: AS_OF }), model.parameterSets[0]!.values)!;
    expect(reach).toMatchObject({ priceRange: 0.18, volatility: { rangeUp: 0.4, rangeDown: 0.25, referenceDays: 30 } });
  });
});
