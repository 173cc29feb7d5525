import { limitTitle } from '../../domain/index.js';
import {
  type BoundProof,
  type HedgeFound,
  type HedgeInfeasible,
  limitEnds,
  proveAnyBound,
  type RelaxedEnds,
  type ResolvedLimit,
  type RowMultiplier,
  type TradeFault,
  tradesAsTold,
} from '../../optimizer/index.js';
import type { LimitLine } from '../../schema/limit-line.js';
import type { Certificate, OptimizeResult } from '../../schema/optimize-document.js';
import { limitLines, nothingTraded } from '../limit-lines.js';
import type { PreparedHedge } from '../prepare-hedge.js';

/** The outcome of a search as its document tells it, with what can be proved of it. */
export interface ToldOutcome {
  readonly outcome: HedgeFound | HedgeInfeasible;
  /** Null without multipliers to prove anything from. */
  readonly proof: BoundProof | null;
  readonly faults: readonly TradeFault[];
}

/**
 * Takes from a document what only the solver could choose (quantities, multipliers, ends of limits that gave way) and makes
 * the rest of the outcome again: fills from what is on offer, the bound by weak duality, shadow prices from multipliers.
 */
export function toldOutcome(hedge: PreparedHedge, result: OptimizeResult, stopped: boolean): ToldOutcome {
  const { certificate } = result;
  if (certificate === null) return { outcome: toldConflict(hedge, result), proof: null, faults: [] };
  const { problem } = hedge.search;
  const { trades, faults } = tradesAsTold(problem, result.trades);
  const lines = linesOf(hedge, result.limits, trades);
  const relaxed = new Map<ResolvedLimit, RelaxedEnds>();
  for (const [limit, { relaxedTo }] of lines) {
    if (relaxedTo !== undefined)
      relaxed.set(limit, { min: relaxedTo.min ?? -Infinity, max: relaxedTo.max ?? Infinity });
  }
  const multipliers = toldMultipliers(certificate);
  const proof = certificate.lpBound === null ? null : proveAnyBound(problem, relaxed, multipliers, certificate.columns);
  const told: Told = { certificate, bound: result.bound, stopped, multipliers, proof };
  const found = foundAsTold(told, { trades, relaxed, shadowPrices: pricesOf(lines, told) });
  const { screened } = result.candidates;
  return { outcome: screened === undefined ? found : { ...found, screened }, proof, faults };
}

/** The multipliers of a certificate as the optimizer knows them. */
export function toldMultipliers({ multipliers }: Certificate): RowMultiplier[] {
  return multipliers.map(({ row, value, hash, at }) => ({ row, value, hash: hash ?? '', at: at ?? null }));
}

export interface Told {
  readonly certificate: Certificate;
  readonly bound: number | null;
  readonly stopped: boolean;
  readonly multipliers: readonly RowMultiplier[];
  readonly proof: BoundProof | null;
}

/** A search as its certificate tells it. */
export function foundAsTold(
  { certificate, bound, stopped, multipliers, proof }: Told,
  chosen: Pick<HedgeFound, 'trades' | 'relaxed' | 'shadowPrices'>,
): HedgeFound {
  const { method = 'exact', lpBound, searchBound, rows, columns, worstRowViolation } = certificate;
  const proved = searchBound === null ? lpBound : Math.max(searchBound, lpBound ?? -Infinity);
  return {
    ...chosen,
    status: stopped ? 'stopped' : 'optimal',
    method,
    bound: proved ?? bound ?? -Infinity,
    lpBound,
    searchBound,
    multipliers,
    rows,
    columns: proof?.columns ?? columns,
    worstViolation: worstRowViolation,
  };
}

/** In a linear program the price of a limit is the multiplier of its row; beside whole numbers it is the solver's. */
function pricesOf(lines: ReadonlyMap<ResolvedLimit, LimitLine>, { certificate, proof, stopped }: Told) {
  const isLinear = certificate.kind === 'linear' && certificate.method === undefined && !stopped && proof !== null;
  return new Map(
    [...lines].map(([limit, line]) => [
      limit,
      isLinear ? Math.abs(proof.limitMultipliers.get(limit) ?? 0) : Math.max(0, line.shadowPrice),
    ]),
  );
}

/** The document's line of each limit: they stand in the same order, and the same ones are left out. */
function linesOf(
  { run, search: { limits } }: PreparedHedge,
  lines: readonly LimitLine[],
  trades: HedgeFound['trades'],
): Map<ResolvedLimit, LimitLine> {
  const traded = new Set(trades.map(({ instrument }) => instrument));
  const of = new Map<ResolvedLimit, LimitLine>();
  let next = 0;
  for (const limit of limits) {
    const line = lines[next];
    if (line === undefined) break;
    const shown = limitLines([limit], run.quantities, nothingTraded(run.lines.length)).length > 0;
    const isItsLine = shown || traded.has(limit.scope) || (line.relaxedTo !== undefined && line.scope === limit.scope);
    if (!isItsLine) continue;
    of.set(limit, line);
    next += 1;
  }
  return of;
}

function toldConflict({ search: { limits } }: PreparedHedge, { conflict }: OptimizeResult): HedgeInfeasible {
  const ends = limitEnds(limits.filter(({ limit }) => limit.priority === 'hard'));
  const relaxations = new Map<ResolvedLimit, RelaxedEnds>();
  for (const { limit: title, scope, end, from, to } of conflict?.relaxations ?? []) {
    const named = limits.filter((one) => one.scope === scope && limitTitle(one.limit) === title);
    const limit = named.find((one) => (end === 'min' ? one.min : one.max) === from) ?? named[0];
    if (limit === undefined) continue;
    const { min, max } = relaxations.get(limit) ?? limit;
    relaxations.set(limit, end === 'min' ? { min: to, max } : { min, max: to });
  }
  return {
    status: 'infeasible',
    conflict: (conflict?.limits ?? []).flatMap((name) => ends.find((one) => one.name === name) ?? []),
    relaxations,
  };
}
