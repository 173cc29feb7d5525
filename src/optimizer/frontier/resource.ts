import { evaluate } from '../../formula/index.js';
import type { HedgeProblem, RelaxedEnds } from '../hedge-problem.js';
import { bookAfter, costOf, type HedgeTrade } from '../hedge-solution.js';
import type { ResolvedLimit } from '../limits/index.js';

/** What a frontier runs along: a figure, whose own ends are not looked at. Of a figure of the book its size, whatever its sign. */
export type Resource = Pick<ResolvedLimit, 'name' | 'scope' | 'unit' | 'measure' | 'before' | 'limit'>;

/** The ends when so much of the resource may be used: of a figure of the book, a band around nothing. */
export function endsAt({ measure }: Resource, bound: number): RelaxedEnds {
  return { min: measure.kind === 'book' ? -bound : -Infinity, max: bound };
}

/** The limit that so much of the resource may be used. */
export function limitAt(resource: Resource, bound: number): ResolvedLimit {
  return { ...resource, limit: { ...resource.limit, priority: 'hard' }, ...endsAt(resource, bound) };
}

/** How much of the resource some trades use. */
export function usedBy(
  { measure }: Resource,
  { present }: Pick<HedgeProblem, 'present'>,
  trades: readonly HedgeTrade[],
): number {
  if (measure.kind === 'book') return Math.abs(evaluate(measure.formula, bookAfter(present, trades)));
  if (measure.kind === 'count') return new Set(trades.map(({ line }) => line)).size;
  if (measure.kind !== 'trades') throw new Error(`a frontier cannot run along ${measure.kind}`);
  const marked = trades.filter(({ line }) => measure.lines[line] === 1);
  if (measure.amount === 'notional') return marked.reduce((total, { notional }) => total + notional, 0);
  const { spread, depth, fees } = costOf(marked);
  return spread + depth + fees;
}
