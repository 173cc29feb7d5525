import type { JointReturns } from '../regimes/joint-returns.js';

/** How well one underlying hedges another over some dates. */
export interface HedgeEffectiveness {
  /** Of the returns about zero: sum uv / sqrt(sum u^2 sum v^2). */
  readonly correlation: number;
  /** 1 - sum (u - beta v)^2 / sum u^2: the part of the squared moves that the hedge takes away; below 0 it adds. */
  readonly effectiveness: number;
  /** Mean square of the exposure's returns, and of what the hedge leaves of them. */
  readonly unhedged: number;
  readonly hedged: number;
}

/** Fewer returns than this say nothing. */
const FEWEST = 5;

/** sum uv / sum v^2: the amount of v that hedges one of u best over all dates. Null where v does not move. */
export function hedgeBeta({ values }: JointReturns): number | null {
  let [both, hedge] = [0, 0];
  for (let k = 0; k < values.length; k += 2) {
    both += values[k]! * values[k + 1]!;
    hedge += values[k + 1]! ** 2;
  }
  return hedge > 0 ? both / hedge : null;
}

/**
 * How well a hedge of `beta` of the second for one of the first would have done between two dates. Moves are taken about zero,
 * not about their mean, for a hedge that drifts apart day after day has failed.
 *
 * @param returns of two underlyings, the exposure first
 * @returns null where there are too few returns or one of the two does not move
 */
export function hedgeEffectiveness(
  { dates, values }: JointReturns,
  beta: number,
  between?: { readonly from: string; readonly to: string },
): HedgeEffectiveness | null {
  let [count, exposure, hedge, both, left] = [0, 0, 0, 0, 0];
  dates.forEach((date, t) => {
    if (between !== undefined && (date < between.from || date > between.to)) return;
    const [u, v] = [values[2 * t]!, values[2 * t + 1]!];
    count += 1;
    exposure += u * u;
    hedge += v * v;
    both += u * v;
    left += (u - beta * v) ** 2;
  });
  if (count < FEWEST || exposure === 0 || hedge === 0) return null;
  return {
    correlation: both / Math.sqrt(exposure * hedge),
    effectiveness: 1 - left / exposure,
    unhedged: exposure / count,
    hedged: left / count,
  };
}
