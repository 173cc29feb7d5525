import type { Comparison } from '../vector-case.js';
import type { JsonFacts } from './json-facts.js';

const RELATIVE = 1e-9;

/**
 * A comparison under the tolerance that a case states: `rel` (absolute below one), or `truncateTowardZeroToInteger`, when
 * the figure is the whole part of ours. A figure within rounding of a whole number may be truncated to either side of it.
 */
export function statedComparison(facts: JsonFacts, field: string, ours: number, theirs: number): Comparison {
  const stated = facts.has('tolerance') ? facts.object('tolerance') : null;
  if (stated?.flag('truncateTowardZeroToInteger', false)) {
    const slack = RELATIVE * Math.max(1, Math.abs(ours));
    const either = [ours, ours - slack, ours + slack].map((figure) => Math.trunc(figure) + 0);
    return { field, ours: either.find((whole) => whole === theirs) ?? either[0]!, theirs, tolerance: 0 };
  }
  const relative = stated?.number('rel', RELATIVE) ?? RELATIVE;
  return { field, ours, theirs, tolerance: relative * Math.max(1, Math.abs(theirs)) };
}
