import { type HedgeTrade, secondValue } from '../../optimizer/index.js';
import type { OptimizeResult, SecondAimLine } from '../../schema/optimize-document.js';
import { certificateLine } from '../certificate-line.js';
import type { HedgeSearch } from '../hedge-search.js';
import { reportedObjective } from '../reported-objective.js';
import type { SecondAnswer } from './second-search.js';

/** A gap up to this, relative, counts as none. */
const CLOSED = 1e-6;

/** The second aim as documents tell it; nothing where none was asked for. */
export function secondAimLine(
  search: HedgeSearch,
  second: SecondAnswer | null,
  { relativeGap, holds }: { readonly relativeGap: number; readonly holds: boolean },
): Pick<OptimizeResult, 'secondAim'> {
  if (second === null) return {};
  const { asked, first, trades, found } = second;
  const { aim, within } = asked;
  const valueAfter = secondValue(aim, trades);
  const bound =
    found === null || !holds || !Number.isFinite(found.bound) ? null : wholeIf(aim === 'trades', found.bound);
  const gap = bound === null ? null : Math.max(0, valueAfter - bound) / Math.max(1, Math.abs(valueAfter));
  const tolerance = found?.searchBound === null ? CLOSED : Math.max(CLOSED, relativeGap);
  return {
    secondAim: {
      aim,
      within,
      search: second.search,
      valueBefore: secondValue(aim, first),
      valueAfter,
      bound,
      gap,
      proven: gap !== null && gap <= tolerance,
      objectiveBefore: reportedObjective(search, first),
      objectiveAfter: reportedObjective(search, trades),
      tradesBefore: first.map(tradeBefore),
      certificate: found === null ? null : certificateLine(found),
    },
  };
}

function tradeBefore({ instrument, direction, quantity }: HedgeTrade): SecondAimLine['tradesBefore'][number] {
  return { instrument, side: direction > 0 ? 'buy' : 'sell', quantity };
}

/** A number of trades is whole, so a bound on it may be rounded up. */
function wholeIf(whole: boolean, bound: number): number {
  return whole ? Math.ceil(bound - CLOSED) : bound;
}
