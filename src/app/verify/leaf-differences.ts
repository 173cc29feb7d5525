import type { Difference } from '../../schema/verify-document.js';

/** Figures are equal up to this, relative; or up to this much, for what is zero but for rounding. */
const [EQUAL, NOTHING] = [1e-9, 1e-12];

/** A document's part compared with the same part made again. */
export interface Compared {
  /** Numbers and words compared. */
  readonly leaves: number;
  readonly differences: readonly Difference[];
}

/**
 * Compares two JSON values leaf by leaf: words and truths exactly, numbers to 1e-9. Whatever fields they have, now or in a
 * later version, all are compared.
 *
 * @param path where the values stand in the document
 */
export function leafDifferences(expected: unknown, found: unknown, path: string): Compared {
  const wanted = leavesOf(expected, path);
  const told = leavesOf(found, path);
  const differences: Difference[] = [];
  for (const [place, leaf] of told) {
    if (wanted.has(place) && isEqual(wanted.get(place), leaf)) continue;
    differences.push({ path: place, expected: textOf(wanted, place), found: JSON.stringify(leaf) });
  }
  for (const [place, leaf] of wanted) {
    if (!told.has(place)) differences.push({ path: place, expected: JSON.stringify(leaf), found: 'nothing' });
  }
  return { leaves: told.size, differences };
}

function textOf(leaves: ReadonlyMap<string, unknown>, place: string): string {
  return leaves.has(place) ? JSON.stringify(leaves.get(place)) : 'nothing';
}

function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return JSON.stringify(a) === JSON.stringify(b);
  return Math.abs(a - b) <= Math.max(NOTHING, EQUAL * Math.max(Math.abs(a), Math.abs(b)));
}

/** Every value that holds no others, by its place; an empty list or object is one. */
function leavesOf(value: unknown, path: string): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  const visit = (part: unknown, place: string): void => {
    if (typeof part !== 'object' || part === null || Object.keys(part).length === 0) leaves.set(place, part);
    else if (Array.isArray(part)) for (const [i, item] of part.entries()) visit(item, `${place}[${i}]`);
    else for (const [key, item] of Object.entries(part)) visit(item, place === '' ? key : `${place}.${key}`);
  };
  if (value !== undefined) visit(JSON.parse(JSON.stringify(value)), path);
  return leaves;
}
