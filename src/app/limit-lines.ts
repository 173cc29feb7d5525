import { limitTitle } from '../domain/index.js';
import { evaluate } from '../formula/index.js';
import type { RelaxedEnds, ResolvedLimit } from '../optimizer/index.js';
import type { LimitLine } from '../schema/limit-line.js';

/** A limit counts as broken beyond this part of its size, and as binding within it. */
const TOLERANCE = 1e-6;

/** What was traded, as far as limits ask. */
export interface TradedFigures {
  /** Money per line of the universe: cost and notional of its trades. */
  readonly cost: Float64Array;
  readonly notional: Float64Array;
  /** Contracts per line, whatever the direction. */
  readonly contracts: Float64Array;
  /** Price levels that are taken in part. */
  readonly partLevels: number;
}

/** No trades at all. */
export function nothingTraded(lines: number): TradedFigures {
  const none = new Float64Array(lines);
  return { cost: none, notional: none, contracts: none, partLevels: 0 };
}

/** The figure a limit bounds, for a book and the trades that led to it. */
export function limitValue(limit: ResolvedLimit, quantities: Float64Array, traded: TradedFigures): number {
  const { measure } = limit;
  if (measure.kind === 'book') return evaluate(measure.formula, quantities);
  if (measure.kind === 'partLevels') return traded.partLevels;
  if (measure.kind === 'count') {
    return traded.contracts.reduce((n, c, j) => n + (c > 0 && (measure.lines?.[j] ?? 1) === 1 ? 1 : 0), 0);
  }
  const amounts = traded[measure.amount];
  // Where nothing is traded, no trade is too small.
  if (measure.kind === 'ticket') {
    const smallest = amounts.reduce((least, amount) => (amount > 0 ? Math.min(least, amount) : least), Infinity);
    return Number.isFinite(smallest) ? smallest : limit.min;
  }
  return amounts.reduce((total, amount, j) => total + (measure.lines[j] === 1 ? amount : 0), 0);
}

/** Whether a value breaks a limit's own (unrelaxed) ends. */
export function breaks(limit: Pick<LimitLine, 'min' | 'max' | 'value' | 'before'>): boolean {
  const room = TOLERANCE * sizeOf(limit);
  return (
    (limit.min !== null && limit.value < limit.min - room) || (limit.max !== null && limit.value > limit.max + room)
  );
}

function sizeOf({ min, max, before }: Pick<LimitLine, 'min' | 'max' | 'before'>): number {
  return Math.max(Math.abs(min ?? 0), Math.abs(max ?? 0), Math.abs(before)) || 1;
}

/** The limits as documents tell them. Of a pattern of positions, those neither held nor traded are left out. */
export function limitLines(
  limits: readonly ResolvedLimit[],
  quantities: Float64Array,
  traded: TradedFigures,
  shadowPrices: ReadonlyMap<ResolvedLimit, number> = new Map(),
  relaxed: ReadonlyMap<ResolvedLimit, RelaxedEnds> = new Map(),
): LimitLine[] {
  return limits.flatMap((limit) => {
    const value = limitValue(limit, quantities, traded);
    const { min, max, before, scope } = limit;
    const ofPattern = limit.limit.kind === 'position' && scope !== limit.limit.scope;
    if (ofPattern && !relaxed.has(limit) && before === 0 && value === 0 && min <= 0 && max >= 0) return [];
    const ends = relaxed.get(limit) ?? limit;
    const finite = (end: number): number | null => (Number.isFinite(end) ? end : null);
    const line = { value, min: finite(min), max: finite(max), before };
    const room = TOLERANCE * sizeOf(line);
    const binding = Math.abs(value - ends.min) <= room || Math.abs(value - ends.max) <= room;
    return {
      limit: limitTitle(limit.limit),
      scope,
      unit: limit.unit,
      ...line,
      priority: limit.limit.priority,
      binding,
      shadowPrice: binding ? (shadowPrices.get(limit) ?? 0) : 0,
      relaxedBy: relaxed.has(limit) ? Math.max(min - ends.min || 0, ends.max - max || 0) : 0,
      ...(relaxed.has(limit) ? { relaxedTo: { min: finite(ends.min), max: finite(ends.max) } } : {}),
    };
  });
}
