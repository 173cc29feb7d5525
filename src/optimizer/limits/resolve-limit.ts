import type { Limit, LimitBound } from '../../domain/index.js';
import { evaluate } from '../../formula/index.js';
import { isProblem, type LimitContext, type LimitProblem } from './limit-measure.js';
import { LIMIT_RULES } from './limit-rules.js';
import { resolveKeep } from './resolve-keep.js';
import type { ResolvedLimit } from './resolved-limit.js';

/**
 * A limit as figures: what it measures, and its ends. A relative end is a multiple of the present figure; where that
 * figure is negative the ends are put in order (90%..110% of -5 is -5.5..-4.5).
 */
export function resolveLimit(limit: Limit, context: LimitContext): readonly ResolvedLimit[] | LimitProblem {
  if (limit.keep !== undefined) return resolveKeep(limit, limit.keep, context);
  const measured = LIMIT_RULES[limit.kind](limit, context);
  if (isProblem(measured)) return measured;
  const relative = limit.min?.relative === true || limit.max?.relative === true;
  if (relative && measured.some(({ measure }) => measure.kind !== 'book'))
    return { problem: 'relativeToTrades', known: [] };
  return measured.map(({ scope, unit, measure }) => {
    const before = measure.kind === 'book' ? evaluate(measure.formula, context.quantities) : 0;
    const ends = [end(limit.min, before, -Infinity), end(limit.max, before, Infinity)] as const;
    const swapped = before < 0 && (limit.min?.relative ?? true) && (limit.max?.relative ?? true);
    const [min, max] = swapped ? inOrder(limit, before) : ends;
    return { limit, name: `${limit.kind} ${scope}`, scope, unit, measure, min, max, before };
  });
}

function end(bound: LimitBound | null, before: number, open: number): number {
  if (bound === null) return open;
  return bound.relative ? bound.value * before : bound.value;
}

/** Both ends relative to a negative figure: the larger multiple is the lower end. */
function inOrder(limit: Limit, before: number): readonly [number, number] {
  const min = limit.max === null ? -Infinity : limit.max.value * before;
  const max = limit.min === null ? Infinity : limit.min.value * before;
  return [min, max];
}
