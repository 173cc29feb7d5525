import { ascendInBall, type BallMaximum } from '../../math/ascend-in-ball.js';
import { type SeededRandom, seededRandom } from '../../math/seeded-random.js';
import { conditionalMove, jointDirections } from '../joint-directions.js';
import type { ScanBlock } from '../scan-scenarios.js';
import type { ValuedInstrument } from '../valued-instrument.js';
import { ballPoint, type EllipsoidFactor, ellipsoidFactor, moveOf, pulledBack } from './ellipsoid-factor.js';
import { type EllipsoidRegion, ellipsoidRegions } from './ellipsoid-region.js';
import type { EllipsoidTerms } from './ellipsoid-terms.js';
import type { JointPoint } from './joint-point.js';
import { LineTables } from './line-tables.js';
import { type RegionLoss, regionLoss } from './region-loss.js';

/** Random points of the ball that a search starts from, beside the listed directions. */
export const RANDOM_STARTS = 20;
/** Climbs from the worst starts alone: all of them for a book of some ten underlyings. */
const MOST_CLIMBS = { thorough: 200, quick: 8 } as const;

/** How much is tried: all starts, or only the worst of them (between two steps of a program). */
export type SearchEffort = keyof typeof MOST_CLIMBS;

/** The worst joint moves that a search found for a book: at most one a block and region. */
export interface WorstJointMoves {
  readonly points: readonly JointPoint[];
  /** Points of the ellipsoid from which was searched. */
  readonly starts: number;
}

interface SearchedBlock {
  readonly block: ScanBlock;
  readonly factor: EllipsoidFactor;
  readonly tables: LineTables;
  /** Both signs of every listed direction, as points of the ball; made when first needed, never for a linear book. */
  listed: readonly Float64Array[] | null;
}

/**
 * Searches the ellipsoids of a run for the joint moves that hurt a book most, not only along listed directions: every point
 * z' R^-1 z <= 1 with volatility up, unchanged and down, and the tails.
 *
 * A book that is linear in its underlyings loses most at R d / sqrt(d' R d), in closed form. Any other is searched from
 * there (d its delta), from every listed direction, from the unchanged point and from seeded random points; each climb ends
 * in a local maximum of the tabulated loss, so what is found is a lower bound of the worst. Source: docs/models.md.
 */
export class JointMoveSearch {
  readonly #lines: readonly ValuedInstrument[];
  readonly #blocks: readonly SearchedBlock[];
  readonly #regions: readonly EllipsoidRegion[];
  readonly #terms: EllipsoidTerms;
  readonly #random: SeededRandom;

  /** @param seed of the random starts: the same one finds the same moves */
  constructor(lines: readonly ValuedInstrument[], blocks: readonly ScanBlock[], terms: EllipsoidTerms, seed: number) {
    this.#lines = lines;
    this.#terms = terms;
    this.#regions = ellipsoidRegions(terms);
    this.#random = seededRandom(seed);
    this.#blocks = blocks.map((block) => {
      const factor = ellipsoidFactor(block.correlation, block.names.length);
      const tables = new LineTables(block, this.#regions, terms);
      return { block, factor, tables, listed: null };
    });
  }

  /** The worst joint moves of a book that loses something in them; each call draws random starts of its own. */
  worst(quantities: Float64Array, effort: SearchEffort): WorstJointMoves {
    const points: JointPoint[] = [];
    let starts = 0;
    this.#blocks.forEach((searched, b) => {
      this.#regions.forEach((region, r) => {
        const { block } = searched;
        const loss = this.#loss(quantities, searched, region, r);
        const point = loss.straight === null ? null : straightWorst(block, loss.straight, region);
        if (loss.straight !== null) {
          if (point !== null) points.push({ ...point, block: b });
          return;
        }
        const { factor } = searched;
        searched.listed ??= listedStarts(block, factor, this.#terms);
        const drawn = Array.from({ length: RANDOM_STARTS }, () => randomPoint(factor.axes, this.#random));
        const from = [...searched.listed, ...drawn];
        starts += from.length + 1;
        const climbed = climbedWorst(factor, from, loss, region, MOST_CLIMBS[effort]);
        if (climbed !== null) points.push({ ...climbed, block: b });
      });
    });
    return { points, starts };
  }

  /** Whether a book is linear in its underlyings wherever is looked: then nothing is worse than what is found. */
  isLinear(quantities: Float64Array): boolean {
    return this.#blocks.every((searched) =>
      this.#regions.every((region, r) => this.#loss(quantities, searched, region, r).straight !== null),
    );
  }

  #loss(quantities: Float64Array, { block, tables }: SearchedBlock, region: EllipsoidRegion, r: number): RegionLoss {
    return regionLoss(this.#lines, quantities, { block, tables, terms: this.#terms }, region, r);
  }
}

/** R d / sqrt(d' R d), as far as the region reaches; null where nothing is lost. */
function straightWorst(
  { correlation }: ScanBlock,
  slopes: Float64Array,
  { volatility, reach, weight }: EllipsoidRegion,
): Omit<JointPoint, 'block'> | null {
  const size = slopes.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
  if (!(size > 0)) return null;
  const z = conditionalMove(
    correlation,
    slopes.map((slope) => slope / size),
  );
  return z === null ? null : { z: z.map((value) => value * reach), volatility, weight };
}

function climbedWorst(
  factor: EllipsoidFactor,
  starts: readonly Float64Array[],
  { at }: RegionLoss,
  { volatility, reach, weight }: EllipsoidRegion,
  climbs: number,
): Omit<JointPoint, 'block'> | null {
  const n = factor.underlyings;
  const z = new Float64Array(n);
  const slopes = new Float64Array(n);
  const lossAt = (y: Float64Array, gradient: Float64Array): number => {
    moveOf(factor, y, z);
    for (let i = 0; i < n; i++) z[i]! *= reach;
    const loss = at(z, slopes);
    pulledBack(factor, slopes, gradient);
    for (let a = 0; a < gradient.length; a++) gradient[a]! *= reach;
    return loss;
  };
  const unused = new Float64Array(factor.axes);
  const ranked = starts.map((start, i) => ({ start, i, loss: lossAt(start, unused) }));
  ranked.sort((a, b) => b.loss - a.loss || a.i - b.i);
  const still = new Float64Array(factor.axes);
  let best: BallMaximum = { y: still, value: 0 };
  // From the unchanged point the first step is to R d / sqrt(d' R d) of the book's delta.
  for (const start of [still, ...ranked.slice(0, climbs).map((one) => one.start)]) {
    const end = ascendInBall(lossAt, start);
    if (end.value > best.value) best = end;
  }
  if (!(best.value > 0)) return null;
  const found = new Float64Array(n);
  moveOf(factor, best.y, found);
  return { z: found.map((value) => value * reach), volatility, weight };
}

/** Both signs of every listed direction. */
function listedStarts(
  { names, correlation }: ScanBlock,
  factor: EllipsoidFactor,
  { directions }: EllipsoidTerms,
): Float64Array[] {
  return jointDirections(names, correlation, directions).flatMap(({ z }) => {
    const y = ballPoint(factor, z);
    return [y.map((value) => -value), y];
  });
}

/** A direction drawn evenly, at a radius drawn evenly. */
function randomPoint(axes: number, random: SeededRandom): Float64Array {
  const y = Float64Array.from({ length: axes }, () => random.normal());
  const length = Math.sqrt(y.reduce((square, value) => square + value * value, 0));
  const radius = random.uniform();
  return y.map((value) => (value / length) * radius);
}
