import { evaluate } from '../formula/index.js';
import type { HedgeSearch } from './hedge-search.js';

/**
 * Whether what is to be kept holds nothing: something is held, yet a book without any position keeps every
 * hard limit on the book, and the candidates let everything be closed. That happens where the figures kept are zero today.
 */
export function keepsNothing({ problem, limits, candidates }: HedgeSearch): boolean {
  const { present } = problem;
  if (present.every((quantity) => quantity === 0)) return false;
  const nothing = new Float64Array(present.length);
  const keepsLimits = limits.every(({ limit, measure, min, max }) => {
    if (limit.priority !== 'hard' || measure.kind !== 'book') return true;
    const value = evaluate(measure.formula, nothing);
    return value >= min && value <= max;
  });
  if (!keepsLimits) return false;
  const closable = new Map(
    candidates.map(({ line, asks, bids }) => [line, { buy: total(asks), sell: total(bids) }] as const),
  );
  return present.every((quantity, line) => {
    if (quantity === 0) return true;
    const room = closable.get(line);
    return room !== undefined && (quantity > 0 ? room.sell : room.buy) >= Math.abs(quantity);
  });
}

function total(levels: readonly { readonly size: number }[]): number {
  return levels.reduce((sum, { size }) => sum + size, 0);
}
