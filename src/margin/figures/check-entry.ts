import { type CheckedFigure, placedMisfit, unsuitable } from './checked-figure.js';
import { expectedFigure } from './expected-figure.js';
import type { EntryRule, FigureRule } from './figure-rule.js';
import { isRecord } from './is-record.js';
import type { ParameterProblem } from './parameter-problem.js';

/** More than this many unknown fields of one entry tell nothing new. */
const MOST_UNKNOWN = 5;

/** Checks an object by its fields: those it has beside the rule's, those it lacks, each by its rule (`below`), and together. */
export function checkEntry(
  name: string,
  value: unknown,
  rule: EntryRule,
  below: (name: string, value: unknown, rule: FigureRule) => CheckedFigure,
): CheckedFigure {
  if (!isRecord(value)) return unsuitable(name, value, expectedFigure(name, rule));
  const problems = unknownFields(name, value, rule);
  const fields: [string, unknown][] = [];
  for (const [field, own] of Object.entries(rule.fields)) {
    const place = `${name}.${field}`;
    if (!Object.hasOwn(value, field)) {
      problems.push({ problem: 'missing', name: place, value: 'nothing', expected: expectedFigure(place, own) });
      continue;
    }
    const checked = below(place, value[field], own);
    if (checked.status === 'sound') fields.push([field, checked.figure]);
    else problems.push(...checked.problems);
  }
  if (problems.length > 0) return { status: 'unsound', problems };
  const entry = Object.fromEntries(fields);
  return placedMisfit(name, entry, rule.together?.(entry) ?? null);
}

function unknownFields(name: string, value: Readonly<Record<string, unknown>>, rule: EntryRule): ParameterProblem[] {
  const names = Object.keys(rule.fields);
  return Object.keys(value)
    .filter((field) => !Object.hasOwn(rule.fields, field))
    .slice(0, MOST_UNKNOWN)
    .map((field) => ({
      problem: 'unknown',
      name: `${name}.${field}`,
      value: `${name}.${field}`,
      expected: names.join(', '),
      known: names.map((one) => `${name}.${one}`),
    }));
}
