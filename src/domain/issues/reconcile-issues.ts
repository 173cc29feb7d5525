import { expectedClause, type IssueEntry, quotedValue } from './issue-entry.js';

/** Complaints about cases to reconcile (REC), beside those about the files they name. */
export const RECONCILE_ISSUES = {
  REC_NOTHING_REPORTED: {
    severity: 'error',
    message: () => 'the case reports no figure, so there is nothing to compare with',
    hint: () => 'fill reported.initialMargin (a column initial_margin), or reported in its account file',
  },
  REC_UNKNOWN_PART: {
    severity: 'error',
    message: (f) =>
      `${f.subject ?? 'the model'} has no ${f.detail ?? 'component'} ${quotedValue(f)}${expectedClause(f)}`,
  },
} as const satisfies Record<string, IssueEntry>;
