import type { Candidate } from '../optimizer/index.js';
import type { LimitMeasure } from '../optimizer/limits/index.js';
import { expiryScope, type ResolvedLimit } from '../optimizer/limits/index.js';
import type { PreparedRun } from './prepare-run.js';
import type { OptimizeRequest } from './request.js';

export type TradeRules = Pick<
  OptimizeRequest,
  'maxTrades' | 'maxPerExpiry' | 'minTicket' | 'minTicketNotional' | 'allOrNone'
>;

/**
 * What options ask of the trades, as limits that the document names: at most so many trades, in all and by underlying and
 * expiry, none smaller than a ticket, no price level in part.
 */
export function tradeLimits(rules: TradeRules, run: PreparedRun, candidates: readonly Candidate[]): ResolvedLimit[] {
  const { maxTrades, maxPerExpiry, minTicket, minTicketNotional, allOrNone } = rules;
  const { currency } = run.view;
  const limits: ResolvedLimit[] = [];
  if (maxTrades !== null) limits.push(limitOf('trades', 'total', 'trades', { kind: 'count' }, { max: maxTrades }));
  if (maxPerExpiry !== null) {
    for (const [scope, lines] of expiriesOf(run, candidates)) {
      limits.push(limitOf('trades', scope, 'trades', { kind: 'count', lines }, { max: maxPerExpiry }));
    }
  }
  const ticket = (unit: string, amount: 'contracts' | 'notional', min: number) =>
    limits.push(limitOf('ticket', 'total', unit, { kind: 'ticket', amount }, { min }));
  if (minTicket !== null) ticket('contracts', 'contracts', minTicket);
  if (minTicketNotional !== null) ticket(currency, 'notional', minTicketNotional);
  if (allOrNone) limits.push(limitOf('levels in part', 'total', 'levels', { kind: 'partLevels' }, { max: 0 }));
  return limits;
}

/** The lines of each underlying and expiry among the candidates; what never expires is of no expiry, and not counted. */
function expiriesOf(run: PreparedRun, candidates: readonly Candidate[]): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (const { line } of candidates) {
    const { instrument } = run.lines[line]!;
    const expiry = expiryScope(instrument);
    if (expiry === null) continue;
    const scope = `${instrument.underlying} ${expiry}`;
    const lines = found.get(scope) ?? new Uint8Array(run.lines.length);
    lines[line] = 1;
    found.set(scope, lines);
  }
  return found;
}

function limitOf(
  title: string,
  scope: string,
  unit: string,
  measure: LimitMeasure,
  { min = null, max = null }: { readonly min?: number | null; readonly max?: number | null },
): ResolvedLimit {
  const bound = (value: number | null) => (value === null ? null : { value, relative: false });
  return {
    limit: { kind: 'trades', title, scope, min: bound(min), max: bound(max), priority: 'hard', origin: null },
    name: `${title} ${scope}`,
    scope,
    unit,
    measure,
    min: min ?? -Infinity,
    max: max ?? Infinity,
    before: 0,
  };
}

/** Price levels cut down to whole lots; what is left of a level cannot be traded as a whole. */
export function wholeLevels(candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((candidate) => {
    const { lot, asks, bids } = candidate;
    if (lot === null) return candidate;
    const cut = (levels: Candidate['asks']) =>
      levels
        .map((level) => ({ ...level, size: Number((Math.floor(level.size / lot + 1e-9) * lot).toPrecision(12)) }))
        .filter(({ size }) => size > 0);
    return { ...candidate, asks: cut(asks), bids: cut(bids) };
  });
}
