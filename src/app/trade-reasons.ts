import { evaluate } from '../formula/index.js';
import {
  bookAfter,
  costOf,
  type HedgeProblem,
  type HedgeTrade,
  type LeftOut,
  objectiveOf,
} from '../optimizer/index.js';
import type { TradeReasons } from '../schema/hedge-reasons.js';
import type { MarginAim } from './margin-aim.js';
import type { PreparedRun } from './prepare-run.js';

/** Scenarios named per trade. */
const MOST_SCENARIOS = 5;
/** A loss counts as larger beyond this part of what it is compared with. */
const LARGER = 1e-6;

/**
 * Why each trade is there, in the order of `trades`.
 *
 * @param aim whose margin is meant
 * @param leftOut by line, the search without it; a line that is missing was not searched again
 */
export function tradeReasons(
  run: PreparedRun,
  problem: HedgeProblem,
  { marginOf }: MarginAim,
  trades: readonly HedgeTrade[],
  leftOut: ReadonlyMap<number, LeftOut>,
): TradeReasons[] {
  const after = bookAfter(run.quantities, trades);
  const [marginBefore, marginAfter] = [marginOf(run.quantities), marginOf(after)];
  return trades.map((trade) => {
    const without = bookAfter(after, [{ ...trade, direction: trade.direction > 0 ? -1 : 1 }]);
    const { spread, fees } = costOf([trade]);
    const cost = spread + fees;
    const saved = marginOf(without) - marginAfter;
    return {
      savedAlone: marginBefore - marginOf(bookAfter(run.quantities, [trade])),
      savedPerCost: cost > 0 ? saved / cost : null,
      relieves: relieved(run, after, without),
      leftOut: leftOutLine(problem, trades, (book) => marginOf(book) - marginAfter, leftOut.get(trade.line)),
    };
  });
}

/** The scenarios that would lose more than any of their block does after all trades, those that would lose most first. */
function relieved(run: PreparedRun, after: Float64Array, without: Float64Array): TradeReasons['relieves'] {
  const { scenarios } = run.requirement;
  const lossOf = (book: Float64Array) => scenarios.map(({ scenario, pnl }) => -scenario.weight * evaluate(pnl, book));
  const [now, then] = [lossOf(after), lossOf(without)];
  const worst = new Map<number, number>();
  for (const [i, { scenario }] of scenarios.entries()) {
    worst.set(scenario.block, Math.max(worst.get(scenario.block) ?? 0, now[i]!));
  }
  return [...scenarios.keys()]
    .filter((i) => then[i]! > (1 + LARGER) * worst.get(scenarios[i]!.scenario.block)! && then[i]! > now[i]!)
    .sort((a, b) => then[b]! - then[a]! || a - b)
    .slice(0, MOST_SCENARIOS)
    .map((i) => ({ scenario: scenarios[i]!.scenario.name, gain: then[i]! - now[i]! }));
}

function leftOutLine(
  problem: HedgeProblem,
  trades: readonly HedgeTrade[],
  marginLost: (book: Float64Array) => number,
  found: LeftOut | undefined,
): TradeReasons['leftOut'] {
  if (found === undefined) return null;
  if (found.status === 'infeasible') return { possible: false, marginLost: null, objectiveLost: null, proven: true };
  return {
    possible: true,
    marginLost: marginLost(bookAfter(problem.present, found.trades)),
    objectiveLost: objectiveOf(problem, found.trades) - objectiveOf(problem, trades),
    proven: found.proven,
  };
}
