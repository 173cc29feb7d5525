import type { IssueEntry } from './issue-entry.js';

/** Complaints about a run as a whole: RUN (valuation, model), OPT (optimisation). */
export const RUN_ISSUES = {
  RUN_NO_SCAN_RANGE: {
    severity: 'error',
    message: (f) => `no volatility is known for ${f.subject ?? 'an underlying'}, so its scan range cannot be set`,
    hint: (f) =>
      `give --prices with a ${f.subject ?? ''} column, an option quote with iv, or --set model.dailyVol.${f.subject ?? 'NAME'}=0.03`,
  },
} as const satisfies Record<string, IssueEntry>;
