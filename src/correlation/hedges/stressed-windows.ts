import type { JointReturns } from '../regimes/joint-returns.js';

/** A stretch of dates in which a book lost most, or prices moved most. */
export interface StressedDates {
  readonly kind: 'worst' | 'volatile';
  /** Dates of the first and the last return. */
  readonly from: string;
  readonly to: string;
  /** Sum over the window of exposures times returns, money. */
  readonly bookMove: number;
  /** Root mean square of the returns, each underlying's in units of its own over all dates, averaged. */
  readonly volatility: number;
}

/**
 * The windows of `days` successive returns in which a linear book lost most, then those in which prices moved most: of
 * each kind at most `most`, none overlapping another, the worst first. Losses only: a window in which the book gained is
 * no `worst` one.
 *
 * @param exposures money per 100 % move, one a name of the returns
 */
export function stressedWindows(
  returns: JointReturns,
  exposures: ArrayLike<number>,
  { days, most }: { readonly days: number; readonly most: number },
): readonly StressedDates[] {
  const { names, dates, values } = returns;
  const width = names.length;
  const starts = Math.max(0, dates.length - days + 1);
  const mean = names.map((_, i) => meanSquare(values, width, i, 0, dates.length));
  const windows = Array.from({ length: starts }, (_, start) => {
    let bookMove = 0;
    for (let t = start; t < start + days; t++) {
      for (let i = 0; i < width; i++) bookMove += exposures[i]! * values[t * width + i]!;
    }
    const shares = mean.map((all, i) => (all > 0 ? meanSquare(values, width, i, start, start + days) / all : 1));
    const volatility = Math.sqrt(shares.reduce((sum, share) => sum + share, 0) / Math.max(1, width));
    return { start, bookMove, volatility };
  });
  const taken: number[] = [];
  const pick = (kind: StressedDates['kind'], ordered: typeof windows): StressedDates[] => {
    const chosen: StressedDates[] = [];
    for (const { start, bookMove, volatility } of ordered) {
      if (chosen.length === most) break;
      if (taken.some((other) => Math.abs(other - start) < days)) continue;
      taken.push(start);
      chosen.push({ kind, from: dates[start]!, to: dates[start + days - 1]!, bookMove, volatility });
    }
    return chosen;
  };
  const losing = windows.filter(({ bookMove }) => bookMove < 0).sort((a, b) => a.bookMove - b.bookMove);
  const moving = windows.filter(({ volatility }) => volatility > 1).sort((a, b) => b.volatility - a.volatility);
  return [...pick('worst', losing), ...pick('volatile', moving)];
}

function meanSquare(values: Float64Array, width: number, i: number, from: number, to: number): number {
  let sum = 0;
  for (let t = from; t < to; t++) sum += values[t * width + i]! ** 2;
  return to > from ? sum / (to - from) : 0;
}
