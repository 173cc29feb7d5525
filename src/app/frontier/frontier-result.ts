import { evaluate } from '../../formula/index.js';
import {
  type Frontier,
  type FrontierPoint,
  hasBook,
  onCurve,
  type Resource,
  usedBy,
} from '../../optimizer/frontier/index.js';
import { bookAfter, type HedgeInfeasible, objectiveOf } from '../../optimizer/index.js';
import type { FrontierPointLine, FrontierResult } from '../../schema/frontier-document.js';
import { bookFigures } from '../book-figures.js';
import { candidatesLine, conflictLine } from '../hedge-result.js';
import type { HedgeSearch } from '../hedge-search.js';
import { horizonLine } from '../horizon/horizon-line.js';
import type { PreparedRun } from '../prepare-run.js';
import type { FrontierRequest } from '../request.js';
import { costLine, tradeLines } from '../trade-lines.js';
import type { FrontierScale } from './frontier-scale.js';

/** Objectives within this part of each other are the same. */
const SAME = 1e-6;

/** What a frontier was asked of. */
export interface FrontierContext {
  readonly request: FrontierRequest;
  readonly run: PreparedRun;
  readonly search: HedgeSearch;
  readonly resource: Resource;
  readonly scale: FrontierScale;
}

/** The result for a frontier: every book of it re-evaluated by the full formula. */
export function frontierResult(context: FrontierContext, frontier: Frontier): FrontierResult {
  const { scale, search } = context;
  const { looksAtHeldLines } = search.aim;
  const isExact = frontier.exact && !looksAtHeldLines;
  const lines = frontier.points.map((point, i) => pointLine(context, frontier, point, i));
  const breakpoints = looksAtHeldLines ? null : frontier.breakpoints;
  return {
    ...headOf(context),
    exact: isExact,
    points: lines.map((line, i) => ({ ...line, slope: slopeAt(context, frontier, lines, i) })),
    breakpoints:
      breakpoints?.map(({ at, value, slopeAfter }, i) => ({
        bound: at,
        objective: scale.objective(value, at),
        slope: i === breakpoints.length - 1 ? 0 : scale.slope(slopeAfter),
      })) ?? null,
    knee: frontier.knee,
    optimum: frontier.indifferent,
    ends: { from: frontier.from, to: frontier.to },
    conflict: null,
  };
}

/** The result when the limits cannot be kept however much of the resource is used. */
export function infeasibleFrontier(context: FrontierContext, infeasible: HedgeInfeasible): FrontierResult {
  return {
    ...headOf(context),
    exact: false,
    points: [],
    breakpoints: null,
    knee: null,
    optimum: null,
    ends: { from: null, to: null },
    conflict: conflictLine(infeasible),
  };
}

/** What a result begins with, and its candidates. */
function headOf({ request, run, search, resource }: FrontierContext) {
  const { requirement, quantities } = bookFigures(run, run.quantities);
  return {
    model: run.model.id,
    currency: run.view.currency,
    by: request.along,
    scope: resource.scope,
    unit: resource.unit,
    marginWeight: search.problem.marginWeight,
    ...horizonLine(search.horizon),
    before: {
      margin: evaluate(requirement.initial, quantities),
      maintenanceMargin: evaluate(requirement.maintenance, quantities),
    },
    candidates: candidatesLine(search),
  };
}

const NO_BOOK = {
  used: null,
  margin: null,
  maintenanceMargin: null,
  cost: null,
  objective: null,
  lowerBound: null,
  gap: null,
};

function pointLine(context: FrontierContext, frontier: Frontier, point: FrontierPoint, i: number): FrontierPointLine {
  const { run, search, resource, request } = context;
  const { bound, status, trades } = point;
  const marks = { knee: frontier.knee === i, optimum: frontier.indifferent === i };
  if (!hasBook(point)) return { bound, status, ...NO_BOOK, slope: null, ...marks, trades: [] };
  const after = bookAfter(run.quantities, trades);
  const { requirement, quantities } = bookFigures(run, after);
  const cost = costLine(trades).total;
  const margin = search.aim.marginOf(after);
  const objective = request.along === 'cost' ? margin : search.problem.marginWeight * margin + cost;
  const lowerBound = boundOf(context, point, objective);
  return {
    bound,
    status,
    used: usedBy(resource, search.problem, trades),
    margin: evaluate(requirement.initial, quantities),
    maintenanceMargin: evaluate(requirement.maintenance, quantities),
    cost,
    objective,
    lowerBound,
    gap: lowerBound === null ? null : Math.max(0, objective - lowerBound) / Math.max(1, Math.abs(objective)),
    slope: null,
    ...marks,
    trades: tradeLines(run, trades, after, 'to hedge', search.aim),
  };
}

/**
 * The bound on the objective that is told, where one holds: rules that look at which lines are held may ask less than the
 * program does, in which every line is there. None holds of rules that are a formula near one book only.
 */
function boundOf(
  { run, scale, request, search }: FrontierContext,
  { bound, trades, lowerBound }: FrontierPoint,
  objective: number,
): number | null {
  if (!Number.isFinite(lowerBound) || search.aim.exactAtBook) return null;
  const searched =
    request.along === 'cost'
      ? evaluate(search.problem.margin, bookAfter(run.quantities, trades))
      : objectiveOf(search.problem, trades);
  const isSame = Math.abs(searched - objective) <= SAME * Math.max(1, Math.abs(objective));
  return isSame ? scale.objective(lowerBound, bound) : null;
}

function slopeAt(
  { scale, search }: FrontierContext,
  { exact, breakpoints, to }: Frontier,
  lines: readonly FrontierPointLine[],
  i: number,
): number | null {
  const line = lines[i]!;
  if (line.objective === null) return null;
  if (exact && breakpoints !== null && !search.aim.looksAtHeldLines) {
    const here = onCurve(breakpoints, line.bound);
    if (here !== null) return line.bound === to || here.slopeAfter === 0 ? 0 : scale.slope(here.slopeAfter);
  }
  const next = lines.slice(i + 1).find(({ objective }) => objective !== null);
  return next === undefined ? null : (next.objective! - line.objective) / (next.bound - line.bound);
}
