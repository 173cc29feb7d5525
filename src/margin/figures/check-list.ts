import { type CheckedFigure, placedMisfit, unsuitable } from './checked-figure.js';
import { expectedFigure } from './expected-figure.js';
import type { FigureRule, ListRule } from './figure-rule.js';

/** Checks a list by its length, every entry by the entries' rule (`below`), and then the entries beside each other. */
export function checkList(
  name: string,
  value: unknown,
  rule: ListRule,
  below: (name: string, value: unknown, rule: FigureRule) => CheckedFigure,
): CheckedFigure {
  if (!Array.isArray(value) || value.length < rule.fewest || value.length > rule.most) {
    return unsuitable(name, value, expectedFigure(name, rule));
  }
  const checked = value.map((entry: unknown, k) => below(`${name}.${k}`, entry, rule.of));
  const problems = checked.flatMap((one) => (one.status === 'unsound' ? one.problems : []));
  if (problems.length > 0) return { status: 'unsound', problems };
  const figure = checked.flatMap((one) => (one.status === 'sound' ? [one.figure] : []));
  return placedMisfit(name, figure, rule.together?.(figure) ?? null);
}
