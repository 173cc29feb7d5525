import { ascendingOrder } from './ascending-order.js';
import { InversionCounter } from './inversion-counter.js';
import type { PairMeasure } from './pair-measure.js';
import { placesIn } from './reused-storage.js';

/** A column as Kendall's tau needs it. */
export interface RankedColumn {
  /** Places from the smallest return to the largest. */
  readonly order: Int32Array;
  /** By place: how many returns are smaller. */
  readonly rank: Int32Array;
  /** In the order: where each run of equal returns starts, and where the last ends; empty where all differ. */
  readonly runs: readonly (readonly [start: number, end: number])[];
  /** Pairs of places with equal returns. */
  readonly tiedPairs: number;
}

/**
 * Kendall's tau-b, in n log n steps a pair: (concordant - discordant) / sqrt((n0 - tied_a)(n0 - tied_b)), n0 = n(n - 1) / 2.
 * Its inverse hyperbolic tangent has variance about 0.437 / (n - 4).
 *
 * Source: M. Kendall, "The treatment of ties in ranking problems", Biometrika 33 (1945); W. Knight, "A computer method for
 * calculating Kendall's tau with ungrouped data", JASA 61 (1966); the variance, E. Fieller, H. Hartley and E. Pearson,
 * "Tests for rank correlation coefficients", Biometrika 44 (1957). As Pearson's: sin(pi tau / 2), R. Greiner (1909), which
 * is exact for every elliptical distribution.
 */
export function kendallMeasure(asPearson: boolean): PairMeasure<RankedColumn> {
  let counter: InversionCounter | null = null;
  return {
    prepare: (returns, order, reuse) => rankedColumn(returns, order ?? ascendingOrder(returns), reuse?.rank),
    usesOrder: true,
    correlate: (a, b) => {
      const longest = counter?.sequence.length ?? 0;
      if (counter === null || longest < a.rank.length) counter = new InversionCounter(a.rank.length);
      return tauB(a, b, counter);
    },
    transformedError: (_a, _b, _correlation, effective) => (effective > 4 ? Math.sqrt(0.437 / (effective - 4)) : null),
    equalWeights: (count) => count,
    reported: (correlation) => (asPearson ? Math.sin((Math.PI / 2) * correlation) : correlation),
  };
}

/** Null where all returns are equal; `reuse` are ranks no longer needed, whose storage may be taken. */
export function rankedColumn(returns: Float64Array, order: Int32Array, reuse?: Int32Array): RankedColumn | null {
  const rank = placesIn(reuse, order.length);
  const runs: (readonly [number, number])[] = [];
  let tiedPairs = 0;
  let distinct = 0;
  let start = 0;
  let value = Number.NaN;
  for (let k = 0; k <= order.length; k++) {
    const next = k < order.length ? returns[order[k]!]! : Number.NaN;
    if (next !== value) {
      if (k - start > 1) {
        runs.push([start, k]);
        tiedPairs += ((k - start) * (k - start - 1)) / 2;
      }
      if (k > 0) distinct += 1;
      start = k;
      value = next;
    }
    if (k < order.length) rank[order[k]!] = start;
  }
  return distinct < 2 ? null : { order, rank, runs, tiedPairs };
}

function tauB(a: RankedColumn, b: RankedColumn, counter: InversionCounter): number {
  const n = a.rank.length;
  const sequence = counter.sequence;
  for (let k = 0; k < n; k++) sequence[k] = b.rank[a.order[k]!]!;
  let tiedInBoth = 0;
  // Where a is equal nothing is discordant: ascending b makes no inversion there.
  for (const [start, end] of a.runs) {
    const run = sequence.subarray(start, end).sort();
    for (let k = 1, same = 1; k < run.length; k++) {
      same = run[k] === run[k - 1] ? same + 1 : 1;
      tiedInBoth += same - 1;
    }
  }
  // Equal b are not discordant either: in the order in which they come they make no inversion.
  if (b.runs.length > 0) counter.tellApart(n);
  const all = (n * (n - 1)) / 2;
  const discordant = counter.count(n);
  const score = all - a.tiedPairs - b.tiedPairs + tiedInBoth - 2 * discordant;
  return Math.max(-1, Math.min(1, score / Math.sqrt((all - a.tiedPairs) * (all - b.tiedPairs))));
}
