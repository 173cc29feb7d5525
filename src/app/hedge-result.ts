import { limitTitle } from '../domain/index.js';
import { bookAfter, type HedgeFound, type HedgeInfeasible, type HedgeTrade, objectiveOf } from '../optimizer/index.js';
import type { Conflict, OptimizeResult } from '../schema/optimize-document.js';
import { certificateLine } from './certificate-line.js';
import { hedgeCollateralLine } from './collateral/hedge-collateral-line.js';
import { ellipsoidLine } from './ellipsoid/ellipsoid-line.js';
import type { HedgeSearch } from './hedge-search.js';
import { horizonLine } from './horizon/horizon-line.js';
import { limitLines, nothingTraded } from './limit-lines.js';
import { marginSummary } from './margin-summary.js';
import { cashOf } from './portfolio-value.js';
import type { PreparedRun } from './prepare-run.js';
import { reportedObjective } from './reported-objective.js';
import { plainHedge } from './robust/plain-hedge-line.js';
import { robustLine } from './robust/robust-line.js';
import { secondAimLine } from './second/second-aim-line.js';
import type { SecondAnswer } from './second/second-search.js';
import { costLine, tradedFigures, tradeLines } from './trade-lines.js';

/** A gap up to this, relative, counts as proven optimal. */
const PROVEN_GAP = 1e-6;

interface Context {
  readonly run: PreparedRun;
  readonly search: HedgeSearch;
}

/**
 * The result for trades that were found: everything re-evaluated on the final book by the full formula.
 *
 * @param second what became of a second aim, whose trades `found` has; null where there is none
 * @param plain the trades that a robust hedge is compared with; null for none
 */
export function foundResult(
  { run, search }: Context,
  found: HedgeFound,
  relativeGap: number,
  second: SecondAnswer | null = null,
  plain: readonly HedgeTrade[] | null = null,
): OptimizeResult {
  const { problem, limits, horizon, aim } = search;
  const after = bookAfter(run.quantities, found.trades);
  const cost = costLine(found.trades);
  const searched = objectiveOf(problem, found.trades);
  const objective = reportedObjective(search, found.trades);
  const same = Math.abs(searched - objective) <= PROVEN_GAP * Math.max(1, Math.abs(objective));
  // What certifies the program is not about the rules then, nor are the worths of its limits.
  const worths = aim.exactAtBook ? new Map() : found.shadowPrices;
  const bound = aim.exactAtBook ? null : boundFor(found, same);
  const gap = bound === null ? null : Math.max(0, objective - bound) / Math.max(1, Math.abs(objective));
  const tolerance = found.searchBound === null ? PROVEN_GAP : Math.max(PROVEN_GAP, relativeGap);
  // A search that stops at the gap asked for stands at it up to rounding.
  const allowed = (tolerance + (second?.asked.within ?? 0)) * (1 + 1e-9);
  return {
    model: run.model.id,
    currency: run.view.currency,
    before: marginSummary(run, [], horizon),
    after: marginSummary(run, found.trades, horizon),
    ...horizonLine(horizon),
    ...robustLine(search.robust, run.quantities, after, plainHedge(run, search, found.trades, plain)),
    ...hedgeCollateralLine(search.collateral, aim.marginOf(run.quantities), aim.marginOf(after)),
    trades: tradeLines(run, found.trades, after, 'to hedge', aim),
    cost,
    cash: cashOf(run.lines, found.trades),
    objective,
    marginWeight: problem.marginWeight,
    bound,
    gap,
    proven: gap !== null && gap <= allowed,
    limits: limitLines(limits, after, tradedFigures(run.lines.length, found.trades), worths, found.relaxed),
    candidates: candidatesLine(search, found.screened),
    certificate: certificateLine(found),
    conflict: null,
    ...secondAimLine(search, second, { relativeGap, holds: same }),
    ...ellipsoidLine(run, after),
  };
}

/**
 * The bound, where one holds for the objective that is reported. Rules that look at which lines are held may ask less than
 * the program, in which every line is there; then nothing is known of other books.
 *
 * @param same whether they ask as much of the book that was found
 */
function boundFor({ bound }: HedgeFound, same: boolean): number | null {
  return same && Number.isFinite(bound) ? bound : null;
}

/** The result when no admissible book exists: the present book, and which limits are in each other's way. */
export function infeasibleResult({ run, search }: Context, infeasible: HedgeInfeasible): OptimizeResult {
  return {
    model: run.model.id,
    currency: run.view.currency,
    before: marginSummary(run, [], search.horizon),
    after: null,
    ...horizonLine(search.horizon),
    ...robustLine(search.robust, run.quantities, null),
    ...hedgeCollateralLine(search.collateral, search.aim.marginOf(run.quantities), null),
    trades: [],
    cost: null,
    cash: null,
    objective: null,
    marginWeight: search.problem.marginWeight,
    bound: null,
    gap: null,
    proven: false,
    limits: limitLines(search.limits, run.quantities, nothingTraded(run.lines.length)),
    candidates: candidatesLine(search),
    certificate: null,
    conflict: conflictLine(infeasible),
    ...ellipsoidLine(run, run.quantities),
  };
}

/** The candidates as documents tell them. */
export function candidatesLine({ candidates, excluded }: HedgeSearch, screened?: number): OptimizeResult['candidates'] {
  return {
    considered: candidates.length,
    ...(screened === undefined ? {} : { screened }),
    excluded: excluded.map(({ instrument, reason }) => ({ instrument, reason })),
  };
}

/** A conflict of limits as documents tell it. */
export function conflictLine({ conflict, relaxations }: HedgeInfeasible): Conflict {
  return {
    limits: conflict.map(({ name }) => name),
    relaxations: [...relaxations].flatMap(([limit, ends]) => {
      const moved = (end: 'min' | 'max') => {
        const by = Math.abs(limit[end] - ends[end]);
        return by > 0
          ? [{ limit: limitTitle(limit.limit), scope: limit.scope, end, from: limit[end], to: ends[end], by }]
          : [];
      };
      return [...moved('min'), ...moved('max')];
    }),
  };
}
