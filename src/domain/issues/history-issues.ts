import type { IssueEntry } from './issue-entry.js';

/** Complaints about a price history that a margin is taken from. */
export const HISTORY_ISSUES = {
  RUN_NO_PRICE_HISTORY: {
    severity: 'error',
    message: (f) => `there is no price history of ${f.subject ?? 'an underlying'}, which the model moves the book by`,
    hint: (f) => `give --prices FILE with a column ${f.subject ?? 'of that name'}, or take another --model`,
  },
  RUN_PRICE_GAPS: {
    severity: 'warning',
    message: (f) =>
      `${f.detail ?? 'some dates'} have no price of ${f.subject ?? 'an underlying held'} and are left out; the move over such a gap counts as one day's`,
    hint: () => 'fill the gaps of the price file, or set model.lookback so that they are no longer reached',
  },
} as const satisfies Record<string, IssueEntry>;
