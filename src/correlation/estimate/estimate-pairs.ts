import { JointColumns } from './joint-columns.js';
import type { PairMeasure } from './pair-measure.js';
import { type ColumnGroup, type PricePanel, sharedDates } from './price-panel.js';
import { independentReturns, type ReturnTerms, returnsIn } from './return-terms.js';

/** A pair's estimate; places are those of the panel's names. */
export interface PairEstimate {
  readonly i: number;
  readonly j: number;
  readonly observations: number;
  /** Independent returns of equal weight that tell as much. */
  readonly effective: number;
  /** Null where the prices do not determine it. */
  readonly correlation: number | null;
  /** Standard error and the ends of the interval of two-sided probability `INTERVAL_LEVEL`; null where unknown. */
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Why there is no correlation; null where there is one. */
  readonly undetermined: 'tooFewReturns' | 'constant' | null;
}

/** Probability of an interval, and how many standard errors of a normal figure it reaches to either side. */
export const INTERVAL_LEVEL = 0.95;
const INTERVAL_ERRORS = 1.959963984540054;
const SLOPE_STEP = 1e-5;
/** Pairs between two pauses: well below a second even of very long columns. */
const PAIRS_AT_ONCE = 50;

/**
 * Each pair's correlation over the dates that both have, by a measure of pairs. Columns with the same dates are prepared
 * together; no more than two such groups are held at a time.
 *
 * @param pause awaited between runs of pairs; rejects to stop.
 */
export async function estimatePairs<P>(
  panel: PricePanel,
  terms: ReturnTerms,
  measure: PairMeasure<P>,
  minimumReturns: number,
  pause: () => Promise<void>,
): Promise<PairEstimate[]> {
  const pairs: PairEstimate[] = [];
  const columns = new JointColumns(panel, terms, measure);
  // A calendar of its own: that of a group must not be written over.
  const scratch = new Int32Array(panel.dates.length);
  for (const [g, first] of panel.groups.entries()) {
    for (const second of panel.groups.slice(g)) {
      const calendar = sharedDates(first.calendar, second.calendar, scratch);
      const count = returnsIn(calendar.length, terms);
      const isAlone = first === second && first.members.length < 2;
      const enough = !isAlone && count >= Math.max(2, minimumReturns);
      const prepare = (side: 'left' | 'right', members: readonly number[]) =>
        enough ? columns.prepare(side, members, calendar) : members.map(() => null);
      const left = prepare('left', first.members);
      const right = first === second ? left : prepare('right', second.members);
      for (const [a, b] of placesOf(first, second)) {
        const [i, j] = [first.members[a]!, second.members[b]!];
        const place = i < j ? { i, j } : { i: j, j: i };
        pairs.push({ ...place, ...estimateOf(measure, left[a]!, right[b]!, count, terms, enough) });
        if (pairs.length % PAIRS_AT_ONCE === 0) await pause();
      }
    }
  }
  return pairs.sort((p, q) => p.i - q.i || p.j - q.j);
}

/** The pairs of one group with another, or within itself, by place in the groups. */
function* placesOf(first: ColumnGroup, second: ColumnGroup): Generator<readonly [a: number, b: number]> {
  for (let a = 0; a < first.members.length; a++) {
    for (let b = first === second ? a + 1 : 0; b < second.members.length; b++) yield [a, b];
  }
}

function estimateOf<P>(
  measure: PairMeasure<P>,
  a: P | null,
  b: P | null,
  count: number,
  terms: ReturnTerms,
  enough: boolean,
): Omit<PairEstimate, 'i' | 'j'> {
  const effective = independentReturns(measure.equalWeights(count), terms);
  const unknown = { correlation: null, standardError: null, low: null, high: null };
  const facts = { observations: count, effective };
  if (!enough) return { ...facts, ...unknown, undetermined: 'tooFewReturns' };
  if (a === null || b === null) return { ...facts, ...unknown, undetermined: 'constant' };
  const correlation = measure.correlate(a, b);
  const error = measure.transformedError(a, b, correlation, effective);
  return {
    ...facts,
    correlation: measure.reported(correlation),
    ...intervalOf(measure.reported, correlation, error),
    undetermined: null,
  };
}

/** Ends at tanh(atanh r -+ so many errors), and the standard error by the slope there: SOURCE Fisher (1921), delta method. */
function intervalOf(
  reported: (correlation: number) => number,
  correlation: number,
  error: number | null,
): Pick<PairEstimate, 'standardError' | 'low' | 'high'> {
  if (error === null) return { standardError: null, low: null, high: null };
  if (Math.abs(correlation) >= 1) return { standardError: 0, low: reported(correlation), high: reported(correlation) };
  const centre = Math.atanh(correlation);
  const at = (step: number): number => reported(Math.tanh(centre + step));
  // What is reported may have a slope of its own.
  const slope = (at(SLOPE_STEP) - at(-SLOPE_STEP)) / (2 * SLOPE_STEP);
  return { standardError: slope * error, low: at(-INTERVAL_ERRORS * error), high: at(INTERVAL_ERRORS * error) };
}
