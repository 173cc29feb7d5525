import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/math/index.js';
import { ellipsoidFactor, moveOf } from '../../../src/scenario/ellipsoid/ellipsoid-factor.js';
import { JointMoveSearch } from '../../../src/scenario/ellipsoid/index.js';
import type { JointPoint } from '../../../src/scenario/ellipsoid/joint-point.js';
import type { ScanBlock } from '../../../src/scenario/index.js';
import { index, inverse, linesOf, option, perpetual, spot } from '../sample-market.js';
import { ellipsoidLength, lossAt, spotWorld, termsOf } from './ellipsoid-cases.js';

describe('JointMoveSearch on a linear book', () => {
  it.each([2, 5, 20, 50])('finds sqrt(d R d) over %i underlyings, and knows that it is exact', (n) => {
    const { lines, block, ranges, terms, names } = spotWorld(n, n);
    const random = seededRandom(100 + n);
    const book = Float64Array.from(lines, () => 20 * random.normal());
    const search = new JointMoveSearch(lines, [block], terms, 0);
    const found = search.worst(book, 'thorough');
    const losses = found.points.map((point) => lossAt(lines, book, [block], terms, point));
    const d = names.map((name, i) => book[i]! * lines[i]!.level * ranges[name]!);
    const expected = ellipsoidLength(block.correlation, d);
    expect(Math.max(...losses) / expected).toBeCloseTo(1, 9);
    expect(search.isLinear(book)).toBe(true);
    expect(found.starts).toBe(0);
  });

  it('takes a singular matrix: what moves only together cancels', () => {
    const block: ScanBlock = { names: ['A', 'B'], correlation: Float64Array.of(1, 1, 1, 1) };
    const lines = linesOf([index('A', 100), spot('A', 100), index('B', 50), spot('B', 50)]);
    const terms = termsOf({ A: 0.1, B: 0.2 });
    const worst = (...book: number[]) =>
      new JointMoveSearch(lines, [block], terms, 0).worst(Float64Array.from(book), 'thorough').points;
    // 10 per scan range of A each; 10 of B each.
    expect(worst(3, -3)).toEqual([]);
    expect(lossAt(lines, Float64Array.of(3, -1), [block], terms, worst(3, -1)[0]!)).toBeCloseTo(20, 9);
  });

  it('says nothing of a book that loses nothing', () => {
    const { lines, block, terms } = spotWorld(3, 1);
    expect(new JointMoveSearch(lines, [block], terms, 0).worst(new Float64Array(3), 'thorough').points).toEqual([]);
  });
});

const LEVELS = [index('BTC', 60_000), index('ETH', 1_500)];
const PAIR: ScanBlock = { names: ['BTC', 'ETH'], correlation: Float64Array.of(1, 0.7, 0.7, 1) };
const TERMS = termsOf({ BTC: 0.12, ETH: 0.18 });
const LINES = linesOf([
  ...LEVELS,
  option('BTC', 14, 58_000, 'P', { iv: 0.5, underlyingPrice: 60_100 }, inverse('BTC', 'option')),
  option('BTC', 30, 66_000, 'C', { iv: 0.45, underlyingPrice: 60_300 }, inverse('BTC', 'option')),
  option('ETH', 60, 1_300, 'P', { iv: 0.7, underlyingPrice: 1_520 }, { multiplier: 40 }),
  perpetual('ETH', 1_499, { ...inverse('ETH', 'future'), multiplier: 60_000 }),
  // Paid in the other coin of the block: its gain is a product of both moves.
  perpetual('ETH', 0.025, { name: 'ETHBTC', currency: 'BTC', multiplier: 1_000_000 }),
]);

/** The worst loss over a fine polar grid of the ellipsoid, and of its tails, by full revaluation. */
function byGrid(book: Float64Array): number {
  const factor = ellipsoidFactor(PAIR.correlation, 2);
  let worst = 0;
  for (const [volatility, reach, weight] of [
    ['up', 1, 1],
    ['none', 1, 1],
    ['down', 1, 1],
    ['up', 3, 0.33],
  ] as const) {
    for (let a = 0; a < 90; a++) {
      for (let k = 0; k <= 12; k++) {
        const angle = (2 * Math.PI * a) / 90;
        const z = new Float64Array(2);
        moveOf(factor, Float64Array.of(Math.cos(angle), Math.sin(angle)), z);
        const point: JointPoint = { block: 0, z: z.map((v) => (v * reach * k) / 12), volatility, weight };
        worst = Math.max(worst, lossAt(LINES, book, [PAIR], TERMS, point));
      }
    }
  }
  return worst;
}

describe('JointMoveSearch on a book with options', () => {
  const random = seededRandom(5);
  const books = [
    Float64Array.of(-3, -2, 0, 0, 0),
    Float64Array.of(2, 2, -2, 0, 0),
    Float64Array.of(0, 0, 0, 1, -1),
    ...Array.from({ length: 3 }, () => Float64Array.from(LINES, () => 3 * random.normal())),
  ];

  it.each(books.map((book) => [book]))('loses as much as a fine grid finds, or more: %s', (book) => {
    const search = new JointMoveSearch(LINES, [PAIR], TERMS, 0);
    const { points, starts } = search.worst(book, 'thorough');
    const found = Math.max(0, ...points.map((point) => lossAt(LINES, book, [PAIR], TERMS, point)));
    const grid = byGrid(book);
    expect(found).toBeGreaterThanOrEqual(grid * (1 - 1e-6));
    // A step of the grid is 4 degrees and a twelfth of the radius: it cannot be far below.
    expect(found).toBeLessThanOrEqual(grid * 1.03 + 1);
    expect(search.isLinear(book)).toBe(false);
    expect(starts).toBeGreaterThan(80);
  });

  it('stays in the ellipsoid, and in its tails at their weight', () => {
    const { points } = new JointMoveSearch(LINES, [PAIR], TERMS, 0).worst(books[3]!, 'thorough');
    const [a, b] = [1 / (1 - 0.49), -0.7 / (1 - 0.49)];
    for (const { z, weight } of points) {
      const square = a * z[0]! ** 2 + 2 * b * z[0]! * z[1]! + a * z[1]! ** 2;
      expect(Math.sqrt(square)).toBeLessThanOrEqual((weight === 1 ? 1 : 3) * (1 + 1e-9));
    }
  });

  it('finds the same moves from the same seed', () => {
    const worst = (seed: number) => new JointMoveSearch(LINES, [PAIR], TERMS, seed).worst(books[4]!, 'thorough');
    expect(worst(7)).toEqual(worst(7));
  });

  it('searches blocks apart', () => {
    const alone = (name: string): ScanBlock => ({ names: [name], correlation: Float64Array.of(1) });
    const blocks = [alone('BTC'), alone('ETH')];
    const { points } = new JointMoveSearch(LINES, blocks, TERMS, 0).worst(Float64Array.of(-1, 0, -1, 0, 0), 'quick');
    expect(new Set(points.map(({ block }) => block))).toEqual(new Set([0, 1]));
    expect(points.every(({ z }) => z.length === 1)).toBe(true);
  });
});
