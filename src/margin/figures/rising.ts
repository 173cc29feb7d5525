import type { Misfit } from './figure-rule.js';

/** Where a field of the entries of a list does not rise from one to the next; null when it does. */
export function rising<Entry>(
  entries: readonly Entry[],
  field: keyof Entry & string,
  mayRepeat: 'may repeat' | 'not repeating' = 'not repeating',
): Misfit | null {
  for (let k = 1; k < entries.length; k++) {
    const before = entries[k - 1]![field];
    const here = entries[k]![field];
    if (here > before || (mayRepeat === 'may repeat' && here === before)) continue;
    const least = mayRepeat === 'may repeat' ? 'at least' : 'more than';
    return { at: [k, field], expected: `${least} the ${String(before)} of the entry before` };
  }
  return null;
}
