import type { IssueEntry } from './issue-entry.js';

/** Complaints about prices that correlations are estimated from, and about the estimates (PRC, COR, CFG). */
export const CORRELATE_ISSUES = {
  CFG_NO_PRICES: {
    severity: 'error',
    message: () => 'no prices were given, so there is nothing to estimate correlations from',
    hint: () => 'margo correlate PRICES, a file with a date and a price column per underlying; - is standard input',
  },
  PRC_ONE_SERIES: {
    severity: 'error',
    message: (f) => `${f.subject ?? 'the file'} has prices of one underlying; a correlation takes two`,
    hint: () => 'add a column per underlying',
  },
  PRC_GAP: {
    severity: 'warning',
    message: (f) => `${f.subject} has no price for ${f.value} days, ${f.detail}`,
    hint: () => 'a return over the gap counts as any other; --gap-days sets from how many days on a gap is told',
  },
  PRC_STALE: {
    severity: 'warning',
    message: (f) => `${f.subject} has the same price ${f.value} times in a row, ${f.detail}`,
    hint: () => 'a feed that stood still? Blank those prices, for they pull correlations to 0',
  },
  PRC_MORE_FAULTS: {
    severity: 'warning',
    message: (f) => `${f.detail} of ${f.subject} are not told one by one`,
    hint: () => 'result.estimate.faults of --json has them all',
  },
  COR_UNDETERMINED: {
    severity: 'warning',
    message: (f) => `the prices do not determine the correlations of ${f.subject}: ${f.detail}; they are taken as 0`,
    hint: () => 'leave the column out, or give more prices; --min-returns says how many are enough',
  },
  COR_NOTHING_DETERMINED: {
    severity: 'error',
    message: (f) => `the prices determine no correlation: ${f.detail}`,
    hint: () => 'give more dates, fewer --days, or lower --min-returns',
  },
  COR_COMMON_DATES: {
    severity: 'info',
    message: (f) => `${f.subject} looks at dates with a price of every underlying only: ${f.detail}`,
    hint: () => 'leave short columns out, or use an --estimator that looks at pairs',
  },
  COR_SINGULAR: {
    severity: 'warning',
    message: (f) => `the correlation matrix is singular: ${f.detail}`,
    hint: () => '--estimator ledoit-wolf or oas gives one that is not',
  },
  COR_TOO_FEW_TO_SELECT: {
    severity: 'error',
    message: (f) => `--select needs ${f.expected} returns on dates common to all underlyings, and there are ${f.value}`,
    hint: () => 'smaller --window and --step, or fewer columns',
  },
  COR_NONE_TO_SELECT: {
    severity: 'error',
    message: () => 'every estimator gave a singular matrix in some window, so none can be scored',
    hint: () => 'a longer --window, or fewer columns',
  },
} as const satisfies Record<string, IssueEntry>;
