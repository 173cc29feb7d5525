import {
  type BoundProof,
  type HedgeFound,
  type HedgeInfeasible,
  proveAnyBound,
  type SecondAsked,
  secondProblem,
  type TradeFault,
  tradesAsTold,
} from '../../optimizer/index.js';
import type { OptimizeResult } from '../../schema/optimize-document.js';
import type { PreparedHedge } from '../prepare-hedge.js';
import type { SecondAnswer } from '../second/second-search.js';
import { foundAsTold, toldMultipliers } from './told-outcome.js';

/** A second aim as its document tells it, with what can be proved of it. */
export interface ToldSecond {
  readonly answer: SecondAnswer;
  /** Null without multipliers to prove anything from. */
  readonly proof: BoundProof | null;
  /** Of the trades of the first answer. */
  readonly faults: readonly TradeFault[];
}

/**
 * Takes from a document what only the solver could choose of a second aim, the trades of the first answer and the multipliers,
 * and makes the rest again: the objective that is held, and by weak duality the bound. Null where there was none.
 */
export function toldSecond(
  asked: SecondAsked | null,
  { search: { problem } }: PreparedHedge,
  { secondAim: told }: OptimizeResult,
  outcome: HedgeFound | HedgeInfeasible,
): ToldSecond | null {
  if (asked === null || told === undefined || outcome.status === 'infeasible') return null;
  const { search, certificate } = told;
  const { trades: first, faults } = tradesAsTold(problem, told.tradesBefore);
  const answer = { asked, first, trades: outcome.trades, search, detail: '' };
  if (certificate === null) return { answer: { ...answer, found: null }, proof: null, faults };
  const multipliers = toldMultipliers(certificate);
  const second = secondProblem(problem, first, asked);
  const proof =
    certificate.lpBound === null ? null : proveAnyBound(second, outcome.relaxed, multipliers, certificate.columns);
  const certified = { certificate, bound: told.bound, stopped: search === 'stopped', multipliers, proof };
  const chosen = { trades: outcome.trades, relaxed: outcome.relaxed, shadowPrices: new Map() };
  return { answer: { ...answer, found: foundAsTold(certified, chosen) }, proof, faults };
}
