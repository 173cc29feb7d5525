import { seededRandom } from '../../math/seeded-random.js';
import { variance } from '../../math/statistics.js';
import { INTERVAL_LEVEL, type PairEstimate } from './estimate-pairs.js';
import type { PairMeasure } from './pair-measure.js';
import { levelsOf, type PricePanel, sharedDates } from './price-panel.js';
import { type ReturnTerms, returnsIn, returnsOn } from './return-terms.js';

export interface BootstrapTerms {
  readonly resamples: number;
  /** Returns in a block. */
  readonly block: number;
  readonly seed: number;
}

/** Returns in a block unless told otherwise: the cube root of their number, and never fewer than dates in a return. */
export function blockLength(returns: number, days: number): number {
  return Math.max(days, Math.ceil(Math.cbrt(returns)));
}

/**
 * The pairs with standard error and percentile interval from resamples: blocks of successive returns, drawn with replacement
 * and put in a row until there are as many as before, the same dates for every column. Blocks run on from the last return
 * to the first, so that each return is as likely as another.
 *
 * Source: D. Politis and J. Romano, "A circular block-resampling procedure for stationary data" (1992).
 *
 * @param pairs as `estimatePairs` has them; those that are undetermined stay as they are.
 * @param scale what every correlation is multiplied by: 1, or what a shrinkage leaves.
 * @param pause awaited between resamples; rejects to stop.
 */
export async function bootstrapPairs<P>(
  panel: PricePanel,
  terms: ReturnTerms,
  measure: PairMeasure<P>,
  pairs: readonly PairEstimate[],
  { resamples, block, seed }: BootstrapTerms,
  scale: number,
  pause: () => Promise<void>,
): Promise<PairEstimate[]> {
  const byPlace = new Map(pairs.map((pair) => [placeOf(pair.i, pair.j), pair]));
  for (let g = 0; g < panel.groups.length; g++) {
    for (let h = g; h < panel.groups.length; h++) {
      const [first, second] = [panel.groups[g]!, panel.groups[h]!];
      const calendar = sharedDates(first.calendar, second.calendar);
      const count = returnsIn(calendar.length, terms);
      const open = pairsOf(first.members, second.members).filter(
        ([i, j]) => (byPlace.get(placeOf(i, j))?.correlation ?? null) !== null,
      );
      if (open.length === 0) continue;
      const members = [...new Set(open.flat())];
      const returns = new Map(members.map((i) => [i, returnsOn(levelsOf(panel, i, terms.kind), calendar, terms)]));
      const drawn = open.map(() => new Float64Array(resamples));
      const random = seededRandom(seed);
      for (let r = 0; r < resamples; r++) {
        const rows = blockRows(count, block, () => random.integer(count));
        const prepared = new Map(members.map((i) => [i, measure.prepare(rows.map((t) => returns.get(i)![t]!))]));
        open.forEach(([i, j], k) => {
          const [a, b] = [prepared.get(i)!, prepared.get(j)!];
          // A resample in which one does not move says nothing of the two.
          drawn[k]![r] = a === null || b === null ? 0 : scale * measure.reported(measure.correlate(a, b));
        });
        await pause();
      }
      open.forEach(([i, j], k) => {
        const place = placeOf(i, j);
        byPlace.set(place, { ...byPlace.get(place)!, ...spreadOf(drawn[k]!.sort()) });
      });
    }
  }
  return [...byPlace.values()];
}

const placeOf = (i: number, j: number): string => (i < j ? `${i} ${j}` : `${j} ${i}`);

function pairsOf(first: readonly number[], second: readonly number[]): [number, number][] {
  if (first !== second) return first.flatMap((i) => second.map((j): [number, number] => [i, j]));
  return first.flatMap((i, a) => first.slice(a + 1).map((j): [number, number] => [i, j]));
}

/** Rows of a resample, as figures so that a column's returns can be mapped from them. */
function blockRows(count: number, block: number, start: () => number): Float64Array {
  const rows = new Float64Array(count);
  for (let t = 0, row = 0; t < count; t++) {
    row = t % block === 0 ? start() : (row + 1) % count;
    rows[t] = row;
  }
  return rows;
}

function spreadOf(ascending: Float64Array): Pick<PairEstimate, 'standardError' | 'low' | 'high'> {
  const tail = (1 - INTERVAL_LEVEL) / 2;
  return {
    standardError: Math.sqrt(variance(ascending)),
    low: quantile(ascending, tail),
    high: quantile(ascending, 1 - tail),
  };
}

/** Between the two nearest values, in proportion. */
function quantile(ascending: Float64Array, probability: number): number {
  const place = probability * (ascending.length - 1);
  const below = Math.floor(place);
  const above = Math.min(ascending.length - 1, below + 1);
  return ascending[below]! + (place - below) * (ascending[above]! - ascending[below]!);
}
