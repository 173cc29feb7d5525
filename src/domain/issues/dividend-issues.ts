import type { IssueEntry } from './issue-entry.js';

/** Complaints about a file of cash dividends. */
export const DIVIDEND_ISSUES = {
  DIV_REPEATED: {
    severity: 'warning',
    message: (f) =>
      `${f.subject ?? 'an underlying'} goes ex-dividend on ${f.value} a second time; the first is on line ${f.detail}, and the amounts are added`,
    hint: () => 'leave one of them out unless it pays two dividends that day',
  },
  DIV_UNKNOWN_UNDERLYING: {
    severity: 'warning',
    message: (f) => `no instrument is on ${f.subject ?? 'an underlying'}: its dividends change nothing`,
    hint: () => 'write the name as the underlying column of the market file has it',
  },
} as const satisfies Record<string, IssueEntry>;
