import type { Quote } from '../../../src/domain/index.js';
import { seededRandom } from '../../../src/math/index.js';
import type { EllipsoidTerms } from '../../../src/scenario/ellipsoid/ellipsoid-terms.js';
import type { JointPoint } from '../../../src/scenario/ellipsoid/joint-point.js';
import { pointScenarios, revalue, type ScanBlock, type ValuedInstrument } from '../../../src/scenario/index.js';
import { index, linesOf, spot } from '../sample-market.js';

/** The volatility moves of `scan`. */
const SHOCK = {
  rangeUp: 0.5,
  rangeDown: 0.25,
  referenceDays: 30,
  shortTermPower: 0.3,
  longTermPower: 0.13,
  minDays: 1,
  minVolatility: 0.05,
};

/** An ellipsoid with these scan ranges, tails as `scan` has them. */
export function termsOf(
  ranges: Readonly<Record<string, number>>,
  changes: Partial<EllipsoidTerms> = {},
): EllipsoidTerms {
  return {
    scanRanges: new Map(Object.entries(ranges)),
    shock: SHOCK,
    tailReach: 3,
    tailCover: 0.33,
    directions: { allPairsUpTo: 12, pairThreshold: 0.3 },
    ...changes,
  };
}

/** The weighted loss of a book at a point, by full revaluation. */
export function lossAt(
  lines: readonly ValuedInstrument[],
  book: Float64Array,
  blocks: readonly ScanBlock[],
  { scanRanges, shock }: EllipsoidTerms,
  point: JointPoint,
): number {
  const names = blocks.map((block) => block.names);
  const scenarios = pointScenarios([point], blocks, scanRanges);
  const { values } = revalue(lines, { underlyings: names.flat(), blocks: names, scenarios }, shock);
  return -point.weight * values.reduce((sum, value, j) => sum + value * book[j]!, 0);
}

/** A correlation matrix of n names from three factors and noise of their own. */
export function factorCorrelation(n: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  const loadings = Array.from({ length: n }, () => {
    const row = Array.from({ length: 3 }, () => random.normal());
    return [...row, 0.5 + random.uniform()];
  });
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.slice(0, 3).reduce((sum, value, k) => sum + value * b[k]!, 0);
  const variance = loadings.map((row) => dot(row, row) + row[3]! ** 2);
  const values = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      values[i * n + j] = i === j ? 1 : dot(loadings[i]!, loadings[j]!) / Math.sqrt(variance[i]! * variance[j]!);
    }
  }
  return values;
}

/** n underlyings with a spot line each, jointly moving; levels and ranges differ. */
export function spotWorld(n: number, seed: number) {
  const names = Array.from({ length: n }, (_, i) => `U${String(i).padStart(2, '0')}`);
  const quotes: Quote[] = names.flatMap((name, i) => [index(name, 50 + 7 * i), spot(name, 50 + 7 * i)]);
  const lines = linesOf(quotes);
  const block: ScanBlock = { names, correlation: factorCorrelation(n, seed) };
  const ranges = Object.fromEntries(names.map((name, i) => [name, 0.05 + 0.004 * (i % 20)]));
  return { names, lines, block, ranges, terms: termsOf(ranges) };
}

/** sqrt(d' R d) for money of exposure d per scan range: the worst loss of a linear book over the ellipsoid. */
export function ellipsoidLength(correlation: Float64Array, d: readonly number[]): number {
  let square = 0;
  d.forEach((a, i) => {
    d.forEach((b, j) => {
      square += a * b * correlation[i * d.length + j]!;
    });
  });
  return Math.sqrt(square);
}
