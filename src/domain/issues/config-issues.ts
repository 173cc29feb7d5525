import { expectedClause, type IssueEntry, quotedValue } from './issue-entry.js';

/** Complaints about flags, MARGO_OPTIONS and the configuration file (exit code 2). */
export const CONFIG_ISSUES = {
  CFG_BAD_VALUE: {
    severity: 'error',
    message: (f) => `${f.field ?? 'option'} ${quotedValue(f)} is not accepted${expectedClause(f)}`,
  },
} as const satisfies Record<string, IssueEntry>;
