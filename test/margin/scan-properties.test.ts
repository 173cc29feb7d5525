import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quote } from '../../src/domain/index.js';
import { evaluate, evaluateSingle } from '../../src/formula/index.js';
import { future, inverse, option, perpetual, spot } from '../scenario/sample-market.js';
import { alone, DAILY, LEVELS, linesAt, pair, partsOf, requirementOf } from './scan-book.js';

const coin = (name: string) => inverse(name, 'option');
const QUOTES: Quote[] = [
  option('BTC', 7, 58_000, 'P', { iv: 0.5, underlyingPrice: 60_100 }, coin('BTC')),
  option('BTC', 30, 70_000, 'C', { iv: 0.45, underlyingPrice: 60_300 }, coin('BTC')),
  option('BTC', 30, 70_000, 'P', { iv: 0.45, underlyingPrice: 60_300 }, coin('BTC')),
  future('BTC', 30, 60_300),
  option('ETH', 90, 1_300, 'P', { iv: 0.7, underlyingPrice: 1_520 }, { multiplier: 40 }),
  option(
    'ETH',
    90,
    1_500,
    'C',
    { iv: 0.6, underlyingPrice: 1_520, rate: 0.04 },
    { multiplier: 40, exercise: 'american' },
  ),
  perpetual('ETH', 1_499, { ...inverse('ETH', 'future'), multiplier: 60_000 }),
  option('SOL', 15, 110, 'C', { iv: 0.9 }, { multiplier: 600 }),
  spot('SOL', 100, { multiplier: 600 }),
];
const BLOCKS = [pair('BTC', 'ETH', 0.75), alone('SOL')];
const LINES = linesAt(QUOTES);
const REQUIREMENT = requirementOf(LINES, BLOCKS);
const N = QUOTES.length;

const quantity = fc.double({ min: -50, max: 50, noNaN: true });
const books = fc.array(quantity, { minLength: N, maxLength: N }).map((values) => Float64Array.from(values));
const initial = (book: Float64Array): number => evaluate(REQUIREMENT.initial, book);
/** Rounding of a sum over a book of some tens of contracts of 60,000 dollars. */
const CENT = 1e-4;

describe('properties of scan', () => {
  it('a book and its exact opposite, held as other lines, need nothing', () => {
    const twins = QUOTES.map((entry) => ({
      ...entry,
      instrument: { ...entry.instrument, name: `${entry.instrument.name}'` },
    }));
    const { initial: formula } = requirementOf(linesAt([...QUOTES, ...twins]), BLOCKS);
    fc.assert(
      fc.property(books, (book) => {
        const both = Float64Array.from([...book, ...book.map((value) => -value)]);
        expect(evaluate(formula, both)).toBeLessThan(CENT);
        expect(evaluate(formula, both)).toBeGreaterThanOrEqual(0);
      }),
      { seed: 81, numRuns: 100 },
    );
  });

  it('k books need k times as much', () => {
    fc.assert(
      fc.property(books, fc.double({ min: 0, max: 100, noNaN: true }), (book, k) => {
        const scaled = initial(book.map((value) => k * value));
        expect(Math.abs(scaled - k * initial(book))).toBeLessThanOrEqual(1e-12 * (1 + k) * (1 + initial(book)));
      }),
      { seed: 82, numRuns: 200 },
    );
  });

  it('the order of lines changes nothing', () => {
    const shuffles = fc.shuffledSubarray([...new Array(N).keys()], { minLength: N, maxLength: N });
    fc.assert(
      fc.property(books, shuffles, (book, order) => {
        const { initial: formula } = requirementOf(
          order.map((j) => LINES[j]!),
          BLOCKS,
        );
        const shuffled = evaluate(
          formula,
          Float64Array.from(order, (j) => book[j]!),
        );
        expect(Math.abs(shuffled - initial(book))).toBeLessThanOrEqual(1e-12 * (1 + initial(book)));
      }),
      { seed: 83, numRuns: 40 },
    );
  });

  it('two books together need at most the sum', () => {
    fc.assert(
      fc.property(books, books, (a, b) => {
        const together = initial(a.map((value, j) => value + b[j]!));
        expect(together).toBeLessThanOrEqual(initial(a) + initial(b) + CENT);
      }),
      { seed: 84, numRuns: 300 },
    );
  });

  it('lines margined alone need at least as much, and no book less than nothing', () => {
    fc.assert(
      fc.property(books, (book) => {
        const standalone = book.reduce((sum, value, j) => sum + evaluateSingle(REQUIREMENT.initial, j, value), 0);
        expect(initial(book)).toBeLessThanOrEqual(standalone + CENT);
        expect(initial(book)).toBeGreaterThanOrEqual(0);
        expect(evaluate(REQUIREMENT.maintenance, book)).toBeCloseTo(0.8 * initial(book), 6);
      }),
      { seed: 85, numRuns: 200 },
    );
  });
});

describe('a book linear in its underlyings', () => {
  const names = ['BTC', 'ETH', 'SOL'];
  const lines = linesAt(names.map((name) => spot(name, LEVELS[name]!)));
  const rhos = fc.tuple(...[0, 1, 2].map(() => fc.double({ min: -0.45, max: 0.9, noNaN: true })));
  const exposures = fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 3, maxLength: 3 });

  const blockOf = ([a, b, c]: readonly number[]) => ({
    names,
    correlation: Float64Array.of(1, a!, b!, a!, 1, c!, b!, c!, 1),
  });
  const definite = ([a, b, c]: readonly number[]): boolean =>
    1 - a! * a! > 1e-6 && 1 + 2 * a! * b! * c! - a! * a! - b! * b! - c! * c! > 1e-6;
  /** Contracts that gain `d` dollars when each underlying rises by its scan range. */
  const quantitiesOf = (d: readonly number[]): number[] =>
    d.map((gain, u) => gain / (4 * DAILY.get(names[u]!)! * LEVELS[names[u]!]!));
  const ellipsoid = (d: readonly number[], r: Float64Array): number =>
    Math.sqrt(d.reduce((sum, x, i) => sum + x * d.reduce((row, y, j) => row + r[i * 3 + j]! * y, 0), 0));

  it("never needs more than sqrt(d' R d), nor less than its worst ladder", () => {
    fc.assert(
      fc.property(rhos, exposures, (rho, d) => {
        fc.pre(definite(rho));
        const block = blockOf(rho);
        const { scanRisk } = partsOf(requirementOf(lines, [block]), ...quantitiesOf(d));
        expect(scanRisk).toBeLessThanOrEqual(ellipsoid(d, block.correlation) * (1 + 1e-9) + 1e-6);
        const ladders = d.map((_, i) => Math.abs(d.reduce((sum, y, j) => sum + block.correlation[i * 3 + j]! * y, 0)));
        expect(scanRisk).toBeGreaterThanOrEqual(Math.max(...ladders) * (1 - 1e-9) - 1e-6);
      }),
      { seed: 86, numRuns: 100 },
    );
  });

  it.each([
    ['one underlying', [5_000, 0, 0]],
    ['a spread', [5_000, -5_000, 0]],
    ['the other way', [0, -700, 700]],
    ['a pair together', [300, 0, 300]],
    ['the market', [-900, -900, -900]],
  ])('needs exactly that for %s', (_what, d) => {
    const block = blockOf([0.8, 0.5, 0.6]);
    const { scanRisk } = partsOf(requirementOf(lines, [block]), ...quantitiesOf(d));
    expect(scanRisk).toBeCloseTo(ellipsoid(d, block.correlation), 6);
  });
});
