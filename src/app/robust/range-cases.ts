import { type Issue, makeIssue, type ParameterRange, type PriceHistory } from '../../domain/index.js';
import type { WorstSet } from '../../schema/stress/stress-parameters.js';
import { ParameterMargin } from '../parameters/parameter-margin.js';
import { changesAt, type Point } from '../parameters/range-point.js';
import { type ResolvedRange, resolvedRanges } from '../parameters/resolved-ranges.js';
import { worseEnds, worstSet } from '../parameters/worst-set.js';
import { worstSetLine } from '../parameters/worst-set-line.js';
import type { PreparedRun } from '../prepare-run.js';
import type { LoadedCase } from './load-robust.js';

/** All corners are cases up to so many ranges. */
const RANGES_BY_CORNERS = 3;

/** Ranges of parameters as a robust search uses them. */
export interface RangeCases {
  readonly cases: readonly LoadedCase[];
  /** The worst set for a book by line of a run, looked for anew; null where the rules allow none. */
  readonly worstFor: (run: PreparedRun, book: Float64Array) => WorstSet | null;
}

/** A case that is the run itself but for its figures. */
export function caseOf(name: string, set: Readonly<Record<string, unknown>>): LoadedCase {
  return { name, weight: 1, model: null, set, parameters: null, market: null, correlations: null, origin: null };
}

/**
 * The cases that ranges of parameters come to: the run's own figures, each range's worse end alone, the worst set found for the
 * present book, and with few ranges all corners. A case of the same figures as one before is left out.
 *
 * @returns null with errors among the issues
 */
export function rangeCases(
  asked: readonly ParameterRange[],
  run: PreparedRun,
  prices: PriceHistory | null,
  seed: number,
): { readonly found: RangeCases | null; readonly issues: readonly Issue[] } {
  const margin = new ParameterMargin(run, run.quantities, prices);
  const { ranges, issues } = resolvedRanges(asked, run, margin);
  if (issues.length > 0) return { found: null, issues };
  const worst = worstSet(margin, ranges, seed);
  if (worst === null) return { found: null, issues: [makeIssue('PAR_NO_SET', { subject: run.model.id })] };
  const ends = worseEnds(margin, ranges);
  const alone = ranges.map((range, k): [string, Point] => [
    words([range], [ends[k]!]),
    ranges.map(({ place }, i) => (i === k ? ends[k]! : place.value)),
  ]);
  const corners = ranges.length <= RANGES_BY_CORNERS ? cornersOf(ranges) : [];
  const points: [string, Point][] = [
    ['base', ranges.map(({ place }) => place.value)],
    ...alone,
    ['worst set', worst.point],
    ...corners.map((point): [string, Point] => [words(ranges, point), point]),
  ];
  const cases = new Map<string, LoadedCase>();
  for (const [name, point] of points) {
    const changes = changesAt(ranges, point);
    const key = point.join();
    if (!cases.has(key) && margin.under(changes) !== null) cases.set(key, caseOf(name, margin.figures(changes)));
  }
  const worstFor: RangeCases['worstFor'] = (among, book) => {
    const then = new ParameterMargin(among, book, prices);
    const point = worstSet(then, ranges, seed);
    return point === null ? null : worstSetLine(then, ranges, point);
  };
  return { found: { cases: [...cases.values()], worstFor }, issues: [] };
}

function words(ranges: readonly ResolvedRange[], point: Point): string {
  return ranges.map(({ place }, k) => `${place.name} ${point[k]}`).join(', ');
}

function cornersOf(ranges: readonly ResolvedRange[]): Point[] {
  return ranges.reduce<Point[]>(
    (points, { min, max }) => points.flatMap((point) => [...new Set([min, max])].map((end) => [...point, end])),
    [[]],
  );
}
