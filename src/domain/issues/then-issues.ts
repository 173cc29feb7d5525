import type { IssueEntry } from './issue-entry.js';

/** Complaints about a second aim. */
export const THEN_ISSUES = {
  OPT_THEN_STOPPED: {
    severity: 'warning',
    message: (f) =>
      `the search for the second aim, ${f.subject ?? 'the trades'}, did not end: ${f.detail ?? 'it was stopped'}`,
    hint: () => 'the best book found is shown; a longer --time-limit may find one with less of it',
  },
  CFG_WITHIN_WITHOUT_THEN: {
    severity: 'error',
    message: (f) => `${f.field ?? '--then-within'} says how much may be given up for a second aim, and there is none`,
    hint: () => 'give --then cost, trades or turnover, or leave it out',
  },
} as const satisfies Record<string, IssueEntry>;
