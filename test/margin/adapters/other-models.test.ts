import { describe, expect, it } from 'vitest';
import { findModel } from '../../../src/margin/index.js';
import { AS_OF, index, inverse, option, perpetual, quote, spot } from '../../scenario/sample-market.js';
import { amounts, inputsOf, requirementBy } from './a-requirement.js';

describe('okx-pm on a book of a market file', () => {
  const swap = (coin: string, mark: number, multiplier: number) =>
    quote({ name: `${coin}-USDT-SWAP`, type: 'perpetual', underlying: coin, currency: 'USDT', multiplier }, { mark });

  it('is the position-builder example: ten short contracts of 0.01 BTC', () => {
    // Index by the example's MR1 of 12 %, the dollar price of USDT by its delta.
    const quotes = [index('USDT', 0.99954), index('BTC', 97_034.243706), swap('BTC', 97_093.7, 0.01)];
    const found = amounts(requirementBy('okx-pm', { quotes, asOf: AS_OF }), [-10]);
    expect(found.maintenance).toBeCloseTo(1183.8207318516, 6);
    expect(found.initial).toBeCloseTo(1538.9669514071, 6);
    expect(found.component('BTC MR1')).toBeCloseTo(1164.410924472, 6);
    expect(found.component('BTC MR4')).toBeCloseTo(19.4098073796, 9);
  });

  it('does not net coins', () => {
    const quotes = [index('BTC', 60_000), index('LTC', 100), swap('BTC', 60_000, 1), swap('LTC', 100, 1)];
    const requirement = requirementBy('okx-pm', { quotes, asOf: AS_OF });
    const single = (book: number[]): number => amounts(requirement, book).initial;
    expect(single([1, -600])).toBeCloseTo(single([1, 0]) + single([0, -600]), 8);
    expect(Object.keys(requirement.components)).toContain('LTC MR7');
  });

  it('counts spot that hedges', () => {
    const quotes = [index('BTC', 60_000), swap('BTC', 60_000, 1), spot('BTC', 60_000)];
    const requirement = requirementBy('okx-pm', { quotes, asOf: AS_OF });
    expect(amounts(requirement, [-1, 1]).initial).toBeLessThan(amounts(requirement, [-1, 0]).initial);
  });
});

describe('paradex-pm on a book of a market file', () => {
  it('is the worse of SCAN and MinDelta, with half of it for maintenance', () => {
    const quotes = [index('BTC', 70_000), perpetual('BTC', 70_000)];
    const found = amounts(requirementBy('paradex-pm', { quotes, asOf: AS_OF }), [1]);
    // The page: 2 % of the net delta is the minimum; +-16 % is the range, and a tail counts for no more.
    expect(found.component('BTC MinDelta')).toBeCloseTo(1400, 8);
    expect(found.component('BTC SCAN')).toBeCloseTo(0.16 * 70_000, 6);
    expect([found.initial, found.maintenance]).toEqual([expect.closeTo(11_200, 6), expect.closeTo(5600, 6)]);
    expect(found.component('mark to market')).toBe(0);
  });
});

describe('pm1 on a book of a market file', () => {
  it('is GRVT’s figure for a perpetual of one coin: 12,000 and 15,600', () => {
    const quotes = [index('BTC', 60_000), perpetual('BTC', 60_000)];
    const requirement = requirementBy('pm1', { quotes, asOf: AS_OF }, { set: 'pm1-grvt' });
    expect(amounts(requirement, [1])).toMatchObject({ initial: 15_600, maintenance: 12_000 });
    expect(requirement.confidence).toBe('verified');
  });

  it('counts a set of coin margin in coin, per underlying', () => {
    const quotes = [
      index('BTC', 60_000),
      index('ETH', 3000),
      perpetual('BTC', 60_000, inverse('BTC', 'future')),
      perpetual('ETH', 3000, inverse('ETH', 'future')),
    ];
    const requirement = requirementBy('pm1', { quotes, asOf: AS_OF }, { set: 'pm1-deribit-10' });
    // Ten per cent down on one coin of a dollar future: 1/(1 - 0.1) - 1 coins; the set's factor for initial margin is 1.3.
    expect(amounts(requirement, [6000, 0]).initial).toBeCloseTo(1.3 * (1 / 0.9 - 1) * 60_000, 6);
    expect(amounts(requirement, [6000, 300]).initial).toBeCloseTo(1.3 * (1 / 0.9 - 1) * 63_000, 6);
  });
});

describe.each(['okx-pm', 'paradex-pm', 'pm1', 'deribit-pme'])('%s', (id) => {
  const model = findModel(id)!;
  const { values } = model.parameterSets[0]!;

  it('refuses American options and prices that are not in dollars', () => {
    const { lines, view } = inputsOf({
      asOf: AS_OF,
      quotes: [
        index('BTC', 60_000),
        index('ETH', 3000),
        option('BTC', 30, 60_000, 'C', { iv: 0.5, underlyingPrice: 60_000 }, { exercise: 'american' }),
        quote({ name: 'ETH-BTC', type: 'perpetual', underlying: 'ETH', currency: 'BTC' }, { mark: 0.05 }),
      ],
    });
    expect(lines.map((line) => model.refuses(line, view))).toEqual([
      'is an American option, and the venue has European ones',
      'is priced in BTC, not in dollars',
    ]);
  });

  it('margins an aged universe at its later instant', () => {
    const quotes = [index('BTC', 60_000), option('BTC', 30, 60_000, 'P', { iv: 0.5, underlyingPrice: 60_000 })];
    const inputs = inputsOf({ quotes, asOf: AS_OF });
    const later = { ...inputs, asOf: AS_OF + 29 * 86_400_000 };
    const margin = (at: typeof inputs): number => amounts(model.build(at, values), [-1]).initial;
    expect(margin(later)).not.toBe(margin(inputs));
  });
});
