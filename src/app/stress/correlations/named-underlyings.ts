import { type Issue, makeIssue } from '../../../domain/index.js';

/**
 * Underlyings that a flag names, parted by commas.
 *
 * @param names those that are correlated
 * @param count how many there must be; null for at least one, and not all
 * @returns null, with an issue, where the text does not name such
 */
export function namedUnderlyings(
  field: string,
  text: string,
  names: readonly string[],
  count: number | null,
  issues: Issue[],
): string[] | null {
  const words = text.split(',').map((word) => word.trim());
  const known = words.every((word) => names.includes(word)) && new Set(words).size === words.length;
  const fits = count === null ? words.length < names.length : words.length === count;
  if (known && fits) return words;
  const many = count === null ? 'some, not all,' : `${count}`;
  issues.push(makeIssue('CFG_BAD_VALUE', { field, value: text, expected: `${many} of ${names.join(', ')}` }));
  return null;
}
