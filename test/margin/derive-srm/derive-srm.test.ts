import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/formula/index.js';
import {
  deriveSrm,
  SRM_PARAMETER_SETS,
  type SrmLine,
  type SrmMarket,
  type SrmSnapshot,
  type SrmValues,
  srmProblems,
} from '../../../src/margin/derive-srm/index.js';
import { figuresOf } from '../../../src/margin/derive-srm/srm-values.js';
import { type SeededRandom, seededRandom } from '../../../src/math/index.js';
import { holdsMinNode } from '../derive/holds-min-node.js';
import { midpointViolations } from '../derive/midpoint-violations.js';
import { independentSrm } from './independent-srm.js';

const REFERENCE: SrmValues = SRM_PARAMETER_SETS.find(({ id }) => id.includes('reference'))!.values;

type OptionRow = readonly [seconds: number, strike: number, right: 'C' | 'P', amount: number, volatility: number];

const option = (underlying: string, [secondsToExpiry, strike, right, , volatility]: OptionRow): SrmLine => ({
  kind: 'option',
  underlying,
  name: `${underlying}-${secondsToExpiry}-${strike}-${right}`,
  secondsToExpiry,
  strike,
  right,
  volatility,
});

const market = (
  underlying: string,
  spot: number,
  forwards: Readonly<Record<number, number>>,
  changes: Partial<SrmMarket> = {},
): SrmMarket => ({
  underlying,
  spot,
  spotConfidence: 1,
  perpetual: null,
  expiries: Object.entries(forwards).map(([seconds, forward]) => ({
    name: `${underlying} ${seconds} s`,
    secondsToExpiry: Number(seconds),
    forward,
    forwardConfidence: 1,
    volatilityConfidence: 1,
  })),
  ...changes,
});

function margins(lines: readonly SrmLine[], quantities: readonly number[], snapshot: SrmSnapshot, values: SrmValues) {
  const book = Float64Array.from(quantities);
  const requirement = deriveSrm(lines, snapshot, values);
  const value = evaluate(requirement.value, book);
  return {
    value,
    initial: value - evaluate(requirement.initial, book),
    maintenance: value - evaluate(requirement.maintenance, book),
  };
}

const ETH = market('ETH', 1500, { 500400: 1500.833279310994 });

/** derivexyz/v2-core at 7736900d, test/risk-managers/unit-tests/StandardManager/test-cases.json. */
const VERIFIED: readonly (readonly [string, OptionRow, number, number, number])[] = [
  ['Test1', [500_400, 1500, 'C', -1, 1.0478844940849863], -304.37158518905994, -191.87158518905994, -79.37158518905994],
  ['Test3', [500_400, 1900, 'C', -1, 1.1799938322791133], -156.00826183542665, -118.50826183542667, -6.008261835426666],
  ['Test9', [500_400, 1500, 'C', 1, 1.0478844940849863], 0, 0, 79.37158518905994],
];

describe('the venue’s own figures', () => {
  it.each(VERIFIED)('are reproduced for %s', (_name, row, initial, maintenance, value) => {
    const ours = margins([option('ETH', row)], [row[3]], { stablePrice: 1, markets: [ETH] }, REFERENCE);
    expect(ours.initial).toBeCloseTo(initial, 9);
    expect(ours.maintenance).toBeCloseTo(maintenance, 9);
    expect(ours.value).toBeCloseTo(value, 9);
  });

  it('are reproduced for a long perpetual and a broken peg', () => {
    // The same tests, test-cases-portfolio.json, long_perp_and_USDC_depeg: -2246 and -104, whole parts.
    const lines = [
      { kind: 'perpetual', underlying: 'ETH', name: 'ETH-PERP' },
      { kind: 'cash', name: 'USDC' },
    ] as const;
    const eth = market('ETH', 2000, {}, { perpetual: { price: 2001, confidence: 1 } });
    const ours = margins(lines, [1, -4], { stablePrice: 0.1, markets: [eth] }, REFERENCE);
    expect(Math.trunc(ours.initial)).toBe(-2246);
    expect(Math.trunc(ours.maintenance)).toBe(-104);
  });
});

const STRIKES = [1200, 1500, 1600, 2000];
const rows = (seconds: number): OptionRow[] =>
  STRIKES.flatMap((strike) => (['C', 'P'] as const).map((right): OptionRow => [seconds, strike, right, 0, 0.8]));
const LINES: readonly SrmLine[] = [
  ...['ETH', 'SOL'].flatMap((underlying): SrmLine[] => [
    ...[500_400, 5_000_000].flatMap((seconds) => rows(seconds).map((row) => option(underlying, row))),
    { kind: 'perpetual', underlying, name: `${underlying}-PERP` },
    { kind: 'base', underlying, name: underlying },
  ]),
  { kind: 'cash', name: 'USDC' },
];
const SNAPSHOT: SrmSnapshot = {
  stablePrice: 0.95,
  markets: ['ETH', 'SOL'].map((underlying, k) =>
    market(
      underlying,
      1500,
      { 500400: 1501, 5000000: 1540 },
      { spotConfidence: k === 0 ? 1 : 0.3, perpetual: { price: 1499, confidence: 0.35 } },
    ),
  ),
};

const randomBook = (random: SeededRandom): Float64Array =>
  Float64Array.from(LINES, ({ kind }) => {
    if (kind === 'base' || kind === 'cash') return 3 * random.uniform();
    return kind === 'perpetual' || random.uniform() < 0.4 ? 5 * random.normal() : 0;
  });

describe('the standard manager', () => {
  it.each(SRM_PARAMETER_SETS)('with $id agrees with a second implementation on 200 random books', ({ values }) => {
    const random = seededRandom(29);
    for (let k = 0; k < 200; k++) {
      const all = randomBook(random);
      // The rules look at the strikes that are held.
      const columns = [...LINES.keys()].filter((j) => all[j] !== 0);
      const held = columns.map((j) => ({ line: LINES[j]!, quantity: all[j]! }));
      const ours = margins(
        held.map(({ line }) => line),
        held.map(({ quantity }) => quantity),
        SNAPSHOT,
        values,
      );
      const parts = SNAPSHOT.markets.map((one) =>
        independentSrm(held, one, SNAPSHOT.stablePrice, figuresOf(one.underlying, values)),
      );
      const cash = all[LINES.length - 1]!;
      expect(ours.initial).toBeCloseTo(parts[0]!.initial + parts[1]!.initial + cash, 6);
      expect(ours.maintenance).toBeCloseTo(parts[0]!.maintenance + parts[1]!.maintenance + cash, 6);
    }
  });

  it('takes the better of isolated margin and maximal loss', () => {
    const call = (strike: number): SrmLine => option('ETH', [500_400, strike, 'C', 0, 0.8]);
    const feeds = { stablePrice: 1, markets: [ETH] };
    const spread = (upper: number) => margins([call(1500), call(upper)], [-1, 1], feeds, REFERENCE);
    expect(spread(1600).initial).toBeCloseTo(-100, 9);
    const naked = margins([call(1500)], [-1], feeds, REFERENCE);
    expect(spread(5000).initial).toBeCloseTo(naked.initial, 6);
  });

  it('asks no less when a strike is on the list of which nothing is held', () => {
    const random = seededRandom(31);
    const all = deriveSrm(LINES, SNAPSHOT, REFERENCE);
    for (let k = 0; k < 100; k++) {
      const book = randomBook(random);
      const columns = [...LINES.keys()].filter((j) => book[j] !== 0);
      const held = deriveSrm(
        columns.map((j) => LINES[j]!),
        SNAPSHOT,
        REFERENCE,
      );
      const exact = evaluate(
        held.initial,
        Float64Array.from(columns, (j) => book[j]!),
      );
      expect(evaluate(all.initial, book)).toBeGreaterThanOrEqual(exact - 1e-6);
    }
  });

  it.each([
    ['derive-srm-mainnet-2026-01-21', 153, 150],
    ['derive-srm-reference-2026-01-21', 154, 143],
  ])('with %s is not convex: of 2,000 random midpoints %d and %d need more than the average', (id, first, later) => {
    const near = LINES.slice(0, 8);
    const feeds = { stablePrice: 1, markets: [market('ETH', 1500, { 500400: 1501 })] };
    const { values } = SRM_PARAMETER_SETS.find((set) => set.id === id)!;
    const { initial, maintenance } = deriveSrm(near, feeds, values);
    const options = (random: SeededRandom): Float64Array =>
      Float64Array.from(near, () => (random.uniform() < 0.4 ? 5 * random.normal() : 0));
    expect(holdsMinNode(initial)).toBe(true);
    expect(midpointViolations(initial, options, 2000, 37)).toBe(first);
    expect(midpointViolations(maintenance, options, 2000, 37)).toBe(later);
  });

  it('is convex in everything but options', () => {
    const { components } = deriveSrm(LINES, SNAPSHOT, REFERENCE);
    for (const name of [
      'perpetualInitial',
      'perpetualMaintenance',
      'baseInitial',
      'baseMaintenance',
      'oracle',
      'depeg',
    ]) {
      expect(holdsMinNode(components[name]!)).toBe(false);
      expect(midpointViolations(components[name]!, randomBook, 2000, 41)).toBe(0);
    }
  });

  it('grows with the book', () => {
    const random = seededRandom(43);
    const { initial } = deriveSrm(LINES, SNAPSHOT, REFERENCE);
    for (let k = 0; k < 50; k++) {
      const book = randomBook(random);
      const double = book.map((quantity) => 2 * quantity);
      expect(evaluate(initial, double)).toBeCloseTo(2 * evaluate(initial, book), 5);
    }
  });
});

describe('figures by underlying', () => {
  it('go by name, else by default, else count as zero', () => {
    const values = { ...REFERENCE, perpInitial: { default: 0.1, SOL: 0.2 }, baseMarginFactor: { ETH: 0.8 } };
    expect(figuresOf('SOL', values)).toMatchObject({ perpInitial: 0.2, baseMarginFactor: 0 });
    expect(figuresOf('ETH', values)).toMatchObject({ perpInitial: 0.1, baseMarginFactor: 0.8, confidenceMargin: 0.4 });
  });
});

describe('what the standard manager cannot work with', () => {
  const told = (lines: readonly SrmLine[], snapshot: SrmSnapshot): string[] =>
    srmProblems(lines, snapshot, REFERENCE).map(({ subject, problem }) => `${subject}: ${problem}`);

  it('is nothing in a sound market', () => {
    expect(told(LINES, SNAPSHOT)).toEqual([]);
  });

  it('includes figures that would turn a charge into a credit', () => {
    const values = { ...REFERENCE, confidenceMargin: -1, perpInitial: { default: 0.1, SOL: Number.NaN } };
    expect(srmProblems(LINES, SNAPSHOT, values).map(({ problem }) => problem)).toEqual([
      'perpInitial.SOL of NaN',
      'confidenceMargin of -1',
    ]);
  });

  it('is told, and refused', () => {
    const [eth, sol] = SNAPSHOT.markets;
    const cash = { kind: 'cash', name: 'more' } as const;
    expect(told(LINES, { ...SNAPSHOT, markets: [eth!] })).toContain('SOL-PERP: no market for its underlying');
    expect(told([...LINES, cash], SNAPSHOT)).toEqual(['more: the same contract on two lines']);
    const blind = { ...sol!, perpetual: null, expiries: [] };
    const sentences = told(LINES, { stablePrice: 0, markets: [eth!, blind] });
    expect(sentences).toContain('feeds: stablePrice of 0');
    expect(sentences).toContain('perpetual of SOL: no feed for its price');
    expect(sentences).toContain('SOL-500400-1200-C: no feed for its expiry in 500400 seconds');
    expect(() => deriveSrm(LINES, { stablePrice: 1, markets: [eth!, blind] }, REFERENCE)).toThrow('derive-srm');
  });
});
