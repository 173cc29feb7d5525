import type { EntryPair } from '../../../correlation/index.js';
import { type Issue, makeIssue } from '../../../domain/index.js';
import { didYouMean } from '../../did-you-mean.js';

/** The pairs of `--fix A/B,C/D` as places in the matrix; a name may itself hold a slash. */
export function fixedPairs(
  texts: readonly string[],
  names: readonly string[],
): { readonly pairs: readonly EntryPair[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const found = new Map<string, EntryPair>();
  for (const text of texts.flatMap((list) => list.split(',')).map((part) => part.trim())) {
    if (text === '') continue;
    const pair = pairOf(text, names);
    if (pair !== null) found.set(`${pair.i} ${pair.j}`, pair);
    else issues.push(refused(text, names));
  }
  return { pairs: [...found.values()], issues };
}

function pairOf(text: string, names: readonly string[]): EntryPair | null {
  for (let at = text.indexOf('/'); at !== -1; at = text.indexOf('/', at + 1)) {
    const i = names.indexOf(text.slice(0, at).trim());
    const j = names.indexOf(text.slice(at + 1).trim());
    if (i !== -1 && j !== -1 && i !== j) return { i: Math.min(i, j), j: Math.max(i, j) };
  }
  return null;
}

function refused(value: string, names: readonly string[]): Issue {
  const parts = value.split('/').map((part) => part.trim());
  const stranger = parts.find((part) => !names.includes(part));
  const hint = stranger === undefined || parts.length !== 2 ? null : didYouMean(stranger, names);
  return makeIssue('COR_FIX_TEXT', { field: '--fix', value, expected: `A/B of ${names.join(', ')}`, hint });
}
