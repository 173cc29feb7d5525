import { describe, expect, it } from 'vitest';
import type { Quote } from '../../src/domain/index.js';
import { evaluate } from '../../src/formula/index.js';
import { ageLine } from '../../src/scenario/index.js';
import { future, inverse, option, perpetual, spot } from '../scenario/sample-market.js';
import { type Holding, independentScan } from './independent-scan.js';
import { alone, LEVELS, linesAt, pair, partsOf, requirementOf } from './scan-book.js';

const PERPETUAL = perpetual('BTC', 60_000, inverse('BTC', 'future'));
const BTC = [alone('BTC')];

describe('scan, worked by hand', () => {
  it('a short perpetual of 1,000 dollars: 12 % of it, and 5 hundredths of a per cent for the basis', () => {
    const requirement = requirementOf(linesAt([PERPETUAL]), BTC);
    const { scanRisk, shortOption, basis, initial, told } = partsOf(requirement, -100);
    expect(scanRisk).toBeCloseTo(120, 9);
    expect(shortOption).toBe(0);
    expect(basis).toBeCloseTo(0.5, 12);
    expect(initial).toBeCloseTo(120.5, 9);
    expect(evaluate(requirement.maintenance, Float64Array.of(-100))).toBeCloseTo(96.4, 9);
    // Price alone: all three volatilities tie, and the tail of 3 x 0.33 comes to 118.8.
    const worst = told.children[0]!.children;
    expect(worst.filter(({ active }) => active).map(({ name }) => name)).toEqual(
      ['up', 'none', 'down'].map((volatility) => `up 3/3: BTC ladder, vol ${volatility}`),
    );
    expect(worst[3]).toMatchObject({ name: 'up 3x: BTC ladder, vol up', active: false });
    expect(worst[3]!.amount).toBeCloseTo(118.8, 9);
  });

  it.each([
    ['below the least scan', { minScan: 0.2 }, 200],
    ['above the widest scan', { maxScan: 0.05 }, 50],
    ['over four days', { horizonDays: 4 }, 240],
    ['with wider tails', { tailCover: 0.5 }, 180],
  ])('%s', (_what, values, expected) => {
    expect(partsOf(requirementOf(linesAt([PERPETUAL]), BTC, values), -100).scanRisk).toBeCloseTo(expected, 9);
  });

  it('nothing held needs nothing, and says that nothing is lost', () => {
    const { initial, told } = partsOf(requirementOf(linesAt([PERPETUAL]), BTC), 0);
    expect(initial).toBe(0);
    expect(told.children.map(({ name }) => name)).toEqual(['scan risk', 'short option minimum', 'basis']);
  });

  it('long BTC against short ETH, correlated by 0.8, is charged for the spread', () => {
    const lines = linesAt([spot('BTC', 60_000), spot('ETH', 1_500)]);
    // 12,000 per scan range on each side: sqrt(12,000^2 x (2 - 1.6)) = 7,589.47, reached by the pair's direction.
    const quantities = [100_000 / 60_000, -100_000 / 1_500 / 1.5];
    const spread = partsOf(requirementOf(lines, [pair('BTC', 'ETH', 0.8)]), ...quantities);
    expect(spread.initial).toBeCloseTo(12_000 * Math.sqrt(0.4), 6);
    const apart = partsOf(requirementOf(lines, [alone('BTC'), alone('ETH')]), ...quantities);
    expect(apart.initial).toBeCloseTo(24_000, 6);
  });
});

describe('scan, worked out a second time from its description', () => {
  const figures = (forward: number, iv: number) => ({ underlyingPrice: forward, iv });
  const book: [Quote, Omit<Holding, 'level'>][] = [];
  const add = (entry: Quote, quantity: number, iv = 0, forward = entry.mark ?? entry.underlyingPrice!): void => {
    const { type, settlement, underlying, strike, right, multiplier, expiry } = entry.instrument;
    const days = expiry === null ? null : Number(/-(\d+)D/.exec(entry.instrument.name)![1]);
    const kind = type === 'spot' || type === 'option' ? type : 'delta-one';
    const of = underlying === 'BTC' ? 0 : 1;
    book.push([
      entry,
      {
        kind,
        coinSettled: settlement === 'inverse',
        underlying: of,
        forward,
        days,
        strike: strike ?? 0,
        right: right ?? 'C',
        iv,
        multiplier,
        quantity,
      },
    ]);
  };
  const coin = inverse('BTC', 'option');
  add(option('BTC', 20, 54_000, 'P', figures(60_300, 0.5), coin), -40, 0.5);
  add(option('BTC', 20, 67_000, 'C', figures(60_300, 0.42), coin), -35, 0.42);
  add(option('BTC', 20, 67_000, 'P', figures(60_300, 0.42), coin), 5, 0.42);
  add(option('BTC', 120, 70_000, 'C', figures(61_200, 0.45), coin), 25, 0.45);
  add(option('ETH', 45, 1_400, 'P', figures(1_510, 0.6), { multiplier: 10 }), -30, 0.6);
  add(option('ETH', 1, 1_600, 'C', figures(1_501, 0.07), { multiplier: 10 }), 20, 0.07);
  add(PERPETUAL, 30_000);
  add(future('BTC', 120, 61_200), -4);
  add(future('ETH', 45, 1_510), 90);
  add(spot('ETH', 1_499), -60);
  const lines = linesAt(book.map(([entry]) => entry));

  it.each([0.8, 0, -0.5, 1])('ten lines of two underlyings at correlation %d', (rho) => {
    const requirement = requirementOf(lines, [pair('BTC', 'ETH', rho)]);
    for (const turn of [1, -1]) {
      const holdings = book.map(([entry, holding]) => ({
        ...holding,
        quantity: turn * holding.quantity,
        level: LEVELS[entry.instrument.underlying]!,
      }));
      const expected = independentScan(holdings, rho, [0.12, 0.18]);
      const parts = partsOf(requirement, ...holdings.map(({ quantity }) => quantity));
      expect(parts.scanRisk / expected.scanRisk).toBeCloseTo(1, 9);
      expect(parts.shortOption / expected.shortOption).toBeCloseTo(1, 12);
      expect(parts.basis / expected.basis).toBeCloseTo(1, 6);
      expect(parts.initial / expected.initial).toBeCloseTo(1, 8);
    }
  });
});

describe('the short option minimum', () => {
  const call = option('BTC', 30, 70_000, 'C', { iv: 0.5 });
  const put = option('BTC', 30, 70_000, 'P', { iv: 0.5 });
  const shortOption = (quotes: Quote[], ...quantities: number[]): number =>
    partsOf(requirementOf(linesAt(quotes), BTC), ...quantities).shortOption;
  /** 0.5 % of 60,000. */
  const CHARGE = 300;

  it.each<[string, Quote[], number[], number]>([
    ['a short call', [call], [-2], 2 * CHARGE],
    ['a long call costs nothing', [call], [2], 0],
    ['a straddle is charged for both', [call, put], [-1, -2], 3 * CHARGE],
    ['calls and puts of a strike are netted', [call, put], [-3, 2], CHARGE],
    ['a long strike does not pay for another', [call, option('BTC', 30, 71_000, 'C', { iv: 0.5 })], [-1, 5], CHARGE],
    ['nor one expiry for another', [call, option('BTC', 31, 70_000, 'C', { iv: 0.5 })], [-1, 5], CHARGE],
    ['the multiplier counts', [option('BTC', 30, 70_000, 'P', { iv: 0.5 }, { multiplier: 0.1 })], [-2], 0.2 * CHARGE],
    [
      'contracts of other sizes net by what they are on',
      [call, option('BTC', 30, 70_000, 'P', { iv: 0.5 }, { name: 'MINI', multiplier: 0.1 })],
      [-1, 4],
      0.6 * CHARGE,
    ],
    [
      'coin-settled and linear options of a strike net',
      [call, option('BTC', 30, 70_000, 'P', { iv: 0.5 }, { ...inverse('BTC', 'option'), name: 'COIN' })],
      [-1, 1],
      0,
    ],
    ['futures are no options', [future('BTC', 30, 60_000)], [-1], 0],
    ['two expiries of one date stay apart', [call, option('BTC', 30.25, 70_000, 'C', { iv: 0.5 })], [-1, 1], CHARGE],
  ])('%s', (_what, quotes, quantities, expected) => {
    expect(shortOption(quotes, ...quantities)).toBeCloseTo(expected, 9);
  });
});

describe('the basis', () => {
  const basis = (quotes: Quote[], ...quantities: number[]): number =>
    partsOf(requirementOf(linesAt(quotes), BTC), ...quantities).basis;
  const dated = (days: number): Quote => future('BTC', days, 60_000);

  it.each<[string, Quote[], number[], number]>([
    // exp(0.02 x 9 / 365) - 1 = 0.00049327 is still below the least rate; ten days give 0.00054810.
    ['nine days pay the least rate', [dated(9)], [1], 30],
    ['ten days pay by time', [dated(10)], [1], 60_000 * 0.000548095],
    ['a year pays exp(0.02) - 1', [dated(365)], [-1], 60_000 * 0.0202013400267558],
    ['a perpetual pays the least rate', [PERPETUAL], [-600], 3],
    ['spot pays nothing', [spot('BTC', 60_000)], [7], 0],
    ['one expiry nets', [dated(9), { ...dated(9), instrument: { ...dated(9).instrument, name: 'SAME' } }], [1, -1], 0],
    ['two expiries do not', [dated(8), dated(9)], [1, -1], 60],
    ['not even on one date', [dated(8), dated(8.25)], [1, -1], 60],
  ])('%s', (_what, quotes, quantities, expected) => {
    expect(basis(quotes, ...quantities)).toBeCloseTo(expected, 4);
  });
});

describe('a scan requirement', () => {
  const quotes = [PERPETUAL, perpetual('ETH', 1_500), spot('SOL', 100), option('SOL', 30, 90, 'P', { iv: 0.9 })];
  const lines = linesAt(quotes);

  it('of blocks without correlations is the sum of theirs', () => {
    const together = partsOf(requirementOf(lines, [pair('BTC', 'ETH', 0.8), alone('SOL')]), -500, 3, 40, -50);
    const first = partsOf(requirementOf(lines.slice(0, 2), [pair('BTC', 'ETH', 0.8)]), -500, 3);
    const second = partsOf(requirementOf(lines.slice(2), [alone('SOL')]), 40, -50);
    expect(together.initial).toBeCloseTo(first.initial + second.initial, 8);
    expect(together.scanRisk).toBeCloseTo(first.scanRisk + second.scanRisk, 8);
    expect(together.told.children[0]!.children.map(({ name }) => name)).toEqual(['BTC, ETH', 'SOL']);
  });

  it('hands out its scenarios with the P&L of each', () => {
    const { scenarios, underlyings } = requirementOf(lines.slice(0, 1), BTC);
    expect(underlyings).toEqual(['BTC']);
    expect(scenarios).toHaveLength(25);
    const { scenario, pnl } = scenarios.find((entry) => entry.scenario.name.startsWith('down 3x'))!;
    expect(scenario.weight).toBe(0.33);
    // The loss before the weight: ten dollars down by 36 %.
    expect(evaluate(pnl, Float64Array.of(1))).toBeCloseTo(-3.6, 12);
  });

  it('names expiries by date, and to the second where a date has two', () => {
    const names = (...entries: Quote[]): string[] =>
      partsOf(requirementOf(linesAt(entries), BTC), ...entries.map(() => 1)).told.children[2]!.children.map(
        ({ name }) => name,
      );
    expect(names(future('BTC', 10, 60_000), PERPETUAL)).toEqual(['BTC 2026-07-07', 'BTC perpetual']);
    expect(names(future('BTC', 10, 60_000), future('BTC', 10.25, 60_000))).toEqual([
      'BTC 2026-07-07T08:00:00.000Z',
      'BTC 2026-07-07T14:00:00.000Z',
    ]);
  });

  it('leaves settled lines out', () => {
    const call = linesAt([option('BTC', 3, 50_000, 'C', { iv: 0.5 })])[0]!;
    expect(partsOf(requirementOf([ageLine(call, 3)], BTC), -10).initial).toBe(0);
    expect(partsOf(requirementOf([ageLine(call, 2)], BTC), -10).initial).toBeGreaterThan(0);
  });

  it('is refused for a line that no scenario moves', () => {
    expect(() => requirementOf(lines, [pair('BTC', 'ETH', 0.8)])).toThrow(
      /no scenario moves 'SOL', the underlying of 'SOL'/,
    );
  });
});
