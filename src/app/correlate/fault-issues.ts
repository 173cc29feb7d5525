import type { PriceFault } from '../../correlation/index.js';
import { type Issue, makeIssue } from '../../domain/index.js';

/** So many faults of a column are told one by one. */
const MOST_TOLD = 3;

/** Gaps and stale prices as complaints: the longest of each column, and how many more there are. */
export function faultIssues(faults: readonly PriceFault[]): Issue[] {
  const names = [...new Set(faults.map(({ name }) => name))];
  return names.flatMap((name) => {
    const longest = faults.filter((fault) => fault.name === name).sort((a, b) => b.count - a.count);
    const told = longest.slice(0, MOST_TOLD).map(issueOf);
    const left = longest.length - told.length;
    const detail = `${left} more gaps or stale stretches`;
    return left > 0 ? [...told, makeIssue('PRC_MORE_FAULTS', { subject: name, detail })] : told;
  });
}

function issueOf({ name, kind, from, to, count }: PriceFault): Issue {
  return makeIssue(kind === 'gap' ? 'PRC_GAP' : 'PRC_STALE', {
    field: name,
    subject: name,
    value: String(count),
    detail: `${from} to ${to}`,
  });
}
