import type { PairEstimate } from '../../correlation/index.js';
import { type Issue, makeIssue } from '../../domain/index.js';

/** What the prices do not determine: an error where that is everything, else a warning per column and one for the rest. */
export function undeterminedIssues(
  names: readonly string[],
  pairs: readonly PairEstimate[],
  minimumReturns: number,
): Issue[] {
  const open = pairs.filter(({ undetermined }) => undetermined !== null);
  if (open.length === 0) return [];
  const few = `fewer than ${minimumReturns} returns`;
  const reasonOf = (of: readonly PairEstimate[]): string =>
    of.every(({ undetermined }) => undetermined === 'tooFewReturns')
      ? `${few} (${of.reduce((most, { observations }) => Math.max(most, observations), 0)} at most)`
      : of.every(({ undetermined }) => undetermined === 'constant')
        ? 'prices that do not move'
        : `${few}, or prices that do not move`;
  if (open.length === pairs.length) return [makeIssue('COR_NOTHING_DETERMINED', { detail: reasonOf(open) })];
  const told = new Set<PairEstimate>();
  const issues: Issue[] = [];
  names.forEach((name, k) => {
    const own = open.filter(({ i, j }) => i === k || j === k);
    if (own.length < names.length - 1) return;
    for (const pair of own) told.add(pair);
    issues.push(makeIssue('COR_UNDETERMINED', { subject: `${name} with all others`, detail: reasonOf(own) }));
  });
  for (const pair of open) {
    if (told.has(pair)) continue;
    const subject = `${names[pair.i]} and ${names[pair.j]}`;
    issues.push(makeIssue('COR_UNDETERMINED', { subject, detail: reasonOf([pair]) }));
  }
  return issues;
}
