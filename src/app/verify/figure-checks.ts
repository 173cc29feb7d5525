import type { Check, Difference } from '../../schema/verify-document.js';
import { leafDifferences } from './leaf-differences.js';

/** Differences named in the detail of a check; the document lists them all. */
const NAMED = 3;

/** A figure that stands for a part of a result where the part has many. */
const HEADLINES: Readonly<Record<string, string>> = {
  before: 'initialMargin',
  after: 'initialMargin',
  cost: 'total',
  breakdown: 'amount',
  certificate: 'lpBound',
};

/** Every figure of a result compared with the result made again: one check a member, in the document's order. */
export function figureChecks(
  expected: Readonly<Record<string, unknown>>,
  found: Readonly<Record<string, unknown>>,
): { readonly checks: Check[]; readonly figures: number; readonly differences: Difference[] } {
  const checks: Check[] = [];
  const differences: Difference[] = [];
  let figures = 0;
  for (const name of new Set([...Object.keys(found), ...Object.keys(expected)])) {
    const compared = leafDifferences(expected[name], found[name], `result.${name}`);
    figures += compared.leaves;
    differences.push(...compared.differences);
    checks.push(memberCheck(name, [expected[name], found[name]], compared.leaves, compared.differences));
  }
  return { checks, figures, differences };
}

function memberCheck(
  name: string,
  [expected, found]: readonly [unknown, unknown],
  leaves: number,
  differences: readonly Difference[],
): Check {
  const more = differences.length > NAMED ? `; and ${differences.length - NAMED} more` : '';
  const named = differences.slice(0, NAMED).map((one) => `${one.path} is ${one.found}, not ${one.expected}`);
  return {
    name,
    ok: differences.length === 0,
    rests: 'inputs',
    expected: headline(name, expected),
    found: headline(name, found),
    detail: differences.length === 0 ? `${leaves} made again` : `${named.join('; ')}${more}`,
  };
}

/** The figure to show for a part of a result: itself, its headline, or how many it has. */
function headline(name: string, value: unknown): number | string | null {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) return value.length;
  const key = HEADLINES[name];
  const figure = key === undefined ? undefined : (value as Readonly<Record<string, unknown>>)[key];
  return typeof figure === 'number' ? figure : null;
}
