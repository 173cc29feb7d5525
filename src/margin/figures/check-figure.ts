import { checkEntry } from './check-entry.js';
import { checkList } from './check-list.js';
import { type CheckedFigure, unsuitable } from './checked-figure.js';
import { expectedFigure } from './expected-figure.js';
import type { FigureRule, NumberRule, TextRule, WordRule } from './figure-rule.js';

/**
 * Checks a value from outside by a rule, all the way down. A sound one comes back as a copy whose fields stand in the
 * order of the rule. Tables are merged name by name, so only their single numbers come here.
 *
 * @param name its dotted place
 */
export function checkFigure(name: string, value: unknown, rule: FigureRule): CheckedFigure {
  if (rule.shape === 'list') return checkList(name, value, rule, checkFigure);
  if (rule.shape === 'entry') return checkEntry(name, value, rule, checkFigure);
  if (rule.shape !== 'table' && suits(value, rule)) return { status: 'sound', figure: value };
  return unsuitable(name, value, expectedFigure(name, rule));
}

function suits(value: unknown, rule: NumberRule | WordRule | TextRule): boolean {
  if (rule.shape === 'number') return typeof value === 'number' && Number.isFinite(value) && rule.holds(value);
  if (typeof value !== 'string') return false;
  return rule.shape === 'word' ? rule.words.includes(value) : value.length > 0 && value.length <= rule.longest;
}
