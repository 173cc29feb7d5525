import type { IssueEntry } from './issue-entry.js';

/** Complaints about a second aim. */
export const THEN_ISSUES = {
  OPT_THEN_STOPPED: {
    severity: 'warning',
    message: (f) =>
      `the search for the second aim, ${f.subject ?? 'the trades'}, did not end: ${f.detail ?? 'it was stopped'}`,
    hint: () => 'the best book found is shown; a longer --time-limit may find one with less of it',
  },
} as const satisfies Record<string, IssueEntry>;
