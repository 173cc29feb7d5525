import { seededRandom } from '../../math/seeded-random.js';
import { frobeniusDistance } from '../frobenius-distance.js';
import { ascend } from './ascend.js';
import type { CorrelationBounds } from './correlation-bounds.js';
import { freePairs } from './free-pairs.js';
import { projectOntoBounds } from './project-onto-bounds.js';
import { type Found, worstOfPair } from './worst-of-pair.js';

/** A margin as a function of the correlation matrix, row-major. */
export type MarginOfCorrelation = (values: Float64Array) => number;

export interface WorstCorrelationQuestion {
  /** How many underlyings the matrix has. */
  readonly n: number;
  readonly bounds: CorrelationBounds;
  /** By full re-evaluation. */
  readonly margin: MarginOfCorrelation;
  /** A cheap stand-in that the search climbs; the margin itself where there is none. */
  readonly quick: MarginOfCorrelation | null;
  /** How many climbs there are, the first of them from the present matrix. */
  readonly starts: number;
  readonly seed: number;
  /** Margins that the climbs may ask for, by the stand-in; a climb ends when they are spent, and no other begins. None by default. */
  readonly mostEvaluations?: number;
}

/** The highest margin found, and how far that can be believed. */
export interface WorstCorrelation {
  readonly values: Float64Array;
  /** By full re-evaluation; never below that of the present matrix. */
  readonly margin: number;
  /** Frobenius distance from the present matrix. */
  readonly distance: number;
  readonly method: 'grid' | 'projected gradient';
  /** True where one correlation alone may move and all of its interval was looked at; else it is a local optimum. */
  readonly proven: boolean;
  readonly climbs: number;
  /** Margins evaluated: in full, and by the stand-in. */
  readonly evaluations: { readonly full: number; readonly quick: number };
}

/** Random matrices beside the ends of every pair, of which the climbs start. */
const RANDOM_STARTS = 8;

/**
 * The admissible correlation matrix within the bounds that raises a margin most.
 *
 * One free pair of two underlyings: a grid over its whole interval, ends included. Otherwise projected gradient ascent on
 * the correlation matrices within the bounds, from the present matrix and from the best of: every pair at either end, and
 * random matrices by `seed`. A margin is a maximum of smooth pieces, so that each climb ends on a local optimum; nothing
 * proves that it is the highest.
 */
export function worstCorrelation(question: WorstCorrelationQuestion): WorstCorrelation {
  const { n, bounds, starts, seed, mostEvaluations = Number.POSITIVE_INFINITY } = question;
  const evaluations = { full: 0, quick: 0 };
  const full = (values: Float64Array): number => {
    evaluations.full++;
    return question.margin(values);
  };
  const quick = (values: Float64Array): number => {
    if (question.quick === null) return full(values);
    evaluations.quick++;
    return question.quick(values);
  };
  const base = { values: bounds.centre, margin: full(bounds.centre) };
  const told = (best: Found, method: WorstCorrelation['method'], climbs: number): WorstCorrelation => {
    const distance = frobeniusDistance(best.values, bounds.centre);
    return { ...best, distance, method, proven: method === 'grid', climbs, evaluations };
  };
  const pairs = freePairs(bounds, n);
  if (n === 2 || pairs.length === 0) return told(worstOfPair(bounds, pairs, full, base), 'grid', 0);
  const random = seededRandom(seed);
  const candidates = [...pairEnds(n, bounds, pairs), ...randomPoints(n, bounds, pairs, random.uniform)]
    .map((values) => ({ values, margin: quick(values) }))
    .sort((a, b) => b.margin - a.margin);
  const from = [bounds.centre, ...candidates.slice(0, Math.max(0, starts - 1)).map(({ values }) => values)];
  let best: Found = base;
  let climbs = 0;
  const isSpent = (): boolean => evaluations.quick + evaluations.full >= mostEvaluations;
  for (const start of from) {
    // The candidate that was highest is margined in full even where nothing is left to climb with.
    if (climbs > 1 && isSpent()) break;
    const { values } = ascend(start, { n, bounds, pairs, margin: quick, isSpent });
    const margin = full(values);
    climbs++;
    if (margin > best.margin) best = { values, margin };
  }
  return told(best, 'projected gradient', climbs);
}

type Pairs = readonly (readonly [number, number])[];

/** Each pair at either end of its bounds, brought back among the admissible. */
function pairEnds(n: number, bounds: CorrelationBounds, pairs: Pairs): Float64Array[] {
  return pairs.flatMap(([i, j]) =>
    [bounds.low, bounds.high].map((ends) => {
      const values = bounds.centre.slice();
      values[i * n + j] = ends[i * n + j]!;
      values[j * n + i] = ends[i * n + j]!;
      return projectOntoBounds(values, n, bounds);
    }),
  );
}

/** Every free pair at one end or the other, by chance. */
function randomPoints(n: number, bounds: CorrelationBounds, pairs: Pairs, uniform: () => number): Float64Array[] {
  return Array.from({ length: RANDOM_STARTS }, () => {
    const values = bounds.centre.slice();
    for (const [i, j] of pairs) {
      const end = (uniform() < 0.5 ? bounds.low : bounds.high)[i * n + j]!;
      values[i * n + j] = end;
      values[j * n + i] = end;
    }
    return projectOntoBounds(values, n, bounds);
  });
}
