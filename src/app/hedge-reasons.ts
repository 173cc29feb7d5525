import { limitTitle } from '../domain/index.js';
import { bookAfter, type HedgeFound, type LimitWorth, type ResolvedLimit } from '../optimizer/index.js';
import type { LimitWorthLine } from '../schema/hedge-reasons.js';
import type { LimitLine } from '../schema/limit-line.js';
import type { OptimizeResult } from '../schema/optimize-document.js';
import { bindingScenarios } from './binding-scenarios.js';
import type { SolvedAgain } from './explain-hedge.js';
import { explainSentences } from './explain-sentences.js';
import type { HedgeSearch } from './hedge-search.js';
import type { PreparedRun } from './prepare-run.js';
import { tradeReasons } from './trade-reasons.js';

/**
 * A result with its reasons: of each trade, of each limit that binds, and of the book. What solving again found out stands
 * with them; where it found what room at a limit is worth, that is the limit's shadow price, too.
 *
 * @param again null where nothing was to be solved again: then there are no sentences either
 */
export function withReasons(
  result: OptimizeResult,
  run: PreparedRun,
  { problem, aim, collateral }: HedgeSearch,
  found: HedgeFound,
  again: SolvedAgain | null,
): OptimizeResult {
  const reasons = tradeReasons(run, problem, aim, found.trades, again?.leftOut ?? new Map());
  const byInstrument = new Map(found.trades.map(({ instrument }, i) => [instrument, reasons[i]!]));
  const trades = result.trades.map((trade) => {
    const own = byInstrument.get(trade.instrument);
    return own === undefined ? trade : { ...trade, reasons: own };
  });
  const worths = again?.worths ?? null;
  const limits = worths === null ? result.limits : withWorths(result.limits, problem.limits, worths);
  const bindingBefore = bindingScenarios(run.requirement, run.quantities);
  const bindingAfter = bindingScenarios(run.requirement, bookAfter(run.quantities, found.trades));
  const told = { currency: result.currency, trades, limits, bindingBefore, bindingAfter, horizon: result.horizon };
  const weighted = problem.marginWeight !== 1 || collateral !== null;
  const sentences = again === null ? [] : explainSentences({ ...told, weighted });
  return { ...result, trades, limits, explanation: { bindingBefore, bindingAfter, sentences } };
}

function withWorths(
  lines: readonly LimitLine[],
  limits: readonly ResolvedLimit[],
  worths: ReadonlyMap<ResolvedLimit, LimitWorth | null>,
): LimitLine[] {
  const finite = (end: number): number | null => (Number.isFinite(end) ? end : null);
  return lines.map((line) => {
    const limit = limits.find(
      (one) =>
        limitTitle(one.limit) === line.limit &&
        one.scope === line.scope &&
        finite(one.min) === line.min &&
        finite(one.max) === line.max,
    );
    if (limit === undefined) return line;
    const worth = worthOf(line, limit, worths);
    return { ...line, worth, ...(worth === null ? {} : { shadowPrice: worth.perUnit }) };
  });
}

function worthOf(
  { binding, value, min }: LimitLine,
  limit: ResolvedLimit,
  worths: ReadonlyMap<ResolvedLimit, LimitWorth | null>,
): LimitWorthLine | null {
  const worth = worths.get(limit);
  if (worth !== undefined) return worth;
  // A binding limit without a multiplier: room would save nothing. Of a number of trades nothing is known.
  if (!binding || limit.measure.kind === 'count') return null;
  const atMinimum = min !== null && Math.abs(value - min) <= Math.abs(value - limit.max);
  return { end: atMinimum ? 'min' : 'max', perUnit: 0, upTo: null };
}
