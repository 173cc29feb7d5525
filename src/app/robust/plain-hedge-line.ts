import { bookAfter, costOf, type HedgeTrade } from '../../optimizer/index.js';
import type { RobustLine } from '../../schema/robust-line.js';
import type { HedgeSearch } from '../hedge-search.js';
import { marginAim } from '../margin-aim.js';
import type { PreparedRun } from '../prepare-run.js';

/** The hedge that looks at the run alone, as documents tell it, but for what its cases come to. */
export interface PlainHedge {
  readonly book: Float64Array;
  readonly line: Omit<NonNullable<RobustLine['plain']>, 'worst' | 'saves'>;
}

/**
 * The plain hedge beside the robust one: both by the run's own margin.
 *
 * @param trades of the robust hedge
 * @param plain those of the plain one; null where there is none
 */
export function plainHedge(
  run: PreparedRun,
  { problem, horizon }: HedgeSearch,
  trades: readonly HedgeTrade[],
  plain: readonly HedgeTrade[] | null,
): PlainHedge | null {
  if (plain === null) return null;
  const own = marginAim(run, horizon);
  const objective = (some: readonly HedgeTrade[]): number =>
    problem.marginWeight * own.marginOf(bookAfter(run.quantities, some)) + costTotal(some);
  const book = bookAfter(run.quantities, plain);
  return {
    book,
    line: {
      initialMargin: own.marginOf(book),
      cost: costTotal(plain),
      costs: objective(trades) - objective(plain),
      trades: plain.map(({ instrument, direction, quantity }) => ({
        instrument,
        side: direction > 0 ? 'buy' : 'sell',
        quantity,
      })),
    },
  };
}

function costTotal(trades: readonly HedgeTrade[]): number {
  const { spread, depth, fees } = costOf(trades);
  return spread + depth + fees;
}
