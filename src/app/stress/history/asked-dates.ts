import { type Issue, makeIssue } from '../../../domain/index.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const EXPECTED = 'dates such as 2020-03-09,2020-03-12, or a range such as 2020-03-02..2020-03-31';

/**
 * The price dates that `--dates` names, ascending, each once: `2020-03-09,2020-03-12`, or `2020-03-02..2020-03-31` for all of
 * a range. A date without prices is an error that names the nearest that have.
 *
 * @param known the dates of the history, ascending
 */
export function askedDates(
  texts: readonly string[],
  known: readonly string[],
): { readonly dates: readonly string[]; readonly issues: Issue[] } {
  const issues: Issue[] = [];
  const chosen = new Set<string>();
  const parts = texts
    .flatMap((text) => text.split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  for (const part of parts) {
    const ends = part.split('..');
    if (ends.length > 2 || !ends.every(isDate)) {
      issues.push(makeIssue('CFG_BAD_VALUE', { field: '--dates', value: part, expected: EXPECTED }));
      continue;
    }
    const [first, last = first] = ends as [string, string?];
    const found = known.filter((date) => date >= first && date <= last);
    for (const date of found) chosen.add(date);
    if (found.length === 0) issues.push(noSuchDate(part, ends.length === 2, first, known));
  }
  return { dates: [...chosen].sort(), issues };
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return DATE.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function noSuchDate(value: string, isRange: boolean, date: string, known: readonly string[]): Issue {
  const before = known.filter((one) => one < date).at(-1);
  const after = known.find((one) => one > date);
  const near = [before, after].filter((one) => one !== undefined).join(' and ');
  return makeIssue('STR_NO_DATE', {
    subject: isRange ? 'date of' : 'date',
    field: '--dates',
    value,
    hint: near === '' ? null : `the nearest dates are ${near}`,
  });
}
