import type { Io } from '../domain/index.js';
import {
  type Candidate,
  type CandidateFilter,
  type Exclusion,
  type HedgeOutcome,
  type HedgeProblem,
  matchesPattern,
  type ResolvedLimit,
  type Solver,
  selectCandidates,
  solveAnyHedge,
} from '../optimizer/index.js';
import { candidateFilter } from './candidate-filters.js';
import { type CollateralCost, collateralFormula, collateralLimit } from './collateral/hedge-collateral-cost.js';
import { type Execution, feesOf, TOP_OF_BOOK } from './execution.js';
import { type HorizonMargin, horizonMargin } from './horizon/horizon-margin.js';
import { type MarginAim, marginAim } from './margin-aim.js';
import type { PreparedRun } from './prepare-run.js';
import type { OptimizeRequest } from './request.js';
import { type RobustMargin, robustMargin } from './robust/robust-margin.js';
import type { RobustRuns } from './robust/robust-runs.js';
import { tradeLimits, wholeLevels } from './trade-limits.js';

const DAYS_PER_YEAR = 365;

/** A hedge problem as asked, ready to be solved. */
export interface HedgeSearch {
  readonly problem: HedgeProblem;
  readonly candidates: readonly Candidate[];
  readonly excluded: readonly Exclusion[];
  readonly limits: readonly ResolvedLimit[];
  /** The margin that the problem makes small. */
  readonly aim: MarginAim;
  /** The margin of the run's own rule book, over the horizon. */
  readonly horizon: HorizonMargin;
  /** The margins of several cases, whose rule the aim is; null where the run's own is. */
  readonly robust: RobustMargin | null;
  /** What that margin costs by the cheapest collateral for it; null where it has a weight. */
  readonly collateral: CollateralCost | null;
}

/** How much a unit of margin weighs against a unit of cost: 1, or what holding it over the horizon costs. */
export function marginWeight(request: Pick<OptimizeRequest, 'capitalCost' | 'horizonDays'>): number {
  return request.capitalCost === null ? 1 : (request.capitalCost * request.horizonDays) / DAYS_PER_YEAR;
}

/**
 * Turns a request into a problem: which instruments may be traded, within what, at what weight.
 *
 * @param names the candidates asked for by file; null when a pattern or nothing was given
 * @param filter the request's own filters unless given
 * @param execution prices and fees; the best quotes and their own fees unless given
 * @param cases what is hedged against at once; the run alone unless given
 * @param collateral what margin costs, and how much there is for it
 */
export function hedgeSearch(
  request: OptimizeRequest,
  run: PreparedRun,
  limits: readonly ResolvedLimit[],
  names: ReadonlySet<string> | null,
  filter: CandidateFilter = candidateFilter(request.filters, []).filter,
  execution: Execution = TOP_OF_BOOK,
  cases: RobustRuns | null = null,
  collateral: CollateralCost | null = null,
): HedgeSearch {
  const pattern = names === null ? request.candidates : null;
  const wanted = (instrument: string): boolean => {
    if (names !== null) return names.has(instrument);
    return pattern === null || matchesPattern(instrument, pattern);
  };
  const { candidates: selected, excluded } = selectCandidates(run.lines, {
    minDays: request.minDays ?? (request.horizonRule === 'now' ? request.horizonDays : 0),
    wanted,
    room: (line) => positionRoom(run, limits, line),
    owned: (line) => ownedOnly([run, ...(cases?.cases ?? []).map((one) => one.run)], line),
    rates: run.view.rates,
    owner: { filter, held: run.quantities },
    depth: execution.depth,
    fees: feesOf(execution, run),
  });
  const candidates = request.allOrNone && request.lots ? wholeLevels(selected) : selected;
  const all = [...limits, ...tradeLimits(request, run, candidates)];
  const offered = onOffer(candidates);
  const horizon = horizonMargin(run, request, offered);
  const robust = cases === null ? null : robustMargin(cases, request, offered);
  const aim = robust?.aim ?? marginAim(run, horizon);
  const problem: HedgeProblem = {
    present: run.quantities,
    candidates,
    limits: collateral === null ? all : [...all, collateralLimit(collateral, aim.formula, run)],
    margin: collateral === null ? aim.formula : collateralFormula(collateral, aim.formula),
    marginWeight: collateral === null ? marginWeight(request) : 1,
    wholeLots: request.lots,
  };
  const left = [...excluded, ...run.unvalued];
  return { problem, candidates, excluded: left, limits: problem.limits, aim, horizon, robust, collateral };
}

/** Money of underlying exposure that the candidates can trade, by line. */
function onOffer(candidates: readonly Candidate[]): Map<number, number> {
  return new Map(
    candidates.map(({ line, asks, bids, notional }) => {
      const contracts = [...asks, ...bids].reduce((total, { size }) => total + size, 0);
      return [line, contracts * notional];
    }),
  );
}

/** Contracts of a line that can be sold where a rule book that counts lets it only be owned; Infinity where none does. */
function ownedOnly(runs: readonly [PreparedRun, ...PreparedRun[]], line: number): number {
  const onlyOwned = runs.some(({ model, lines }) => model.longOnly(lines[line]!));
  return onlyOwned ? Math.max(0, runs[0].quantities[line]!) : Infinity;
}

/** A size made from a limit is so many times what the limit leaves: the limit's own row is to bind, so that its worth is told. */
const BEYOND_LIMIT = 2;

/** What stands for the size of a line that displays none: more than the hard position limits leave to buy and to sell of it. */
function positionRoom(run: PreparedRun, limits: readonly ResolvedLimit[], line: number): { buy: number; sell: number } {
  let buy = Infinity;
  let sell = Infinity;
  const held = run.quantities[line]!;
  for (const { limit, scope, min, max } of limits) {
    if (limit.kind !== 'position' || limit.priority !== 'hard' || scope !== run.lines[line]!.instrument.name) continue;
    buy = Math.min(buy, Math.max(0, max - held));
    sell = Math.min(sell, Math.max(0, held - min));
  }
  return { buy: BEYOND_LIMIT * buy, sell: BEYOND_LIMIT * sell };
}

/** The solver's answer to a problem. */
export async function search(
  request: OptimizeRequest,
  problem: HedgeProblem,
  solver: Solver,
  io: Io,
): Promise<{ readonly outcome: HedgeOutcome; readonly solver: { readonly id: string; readonly version: string } }> {
  const outcome = await solveAnyHedge(problem, solver, {
    timeLimit: request.timeLimit ?? Infinity,
    relativeGap: request.relativeGap,
    seed: request.seed,
    start: null,
    signal: io.signal,
  });
  return { outcome, solver };
}
