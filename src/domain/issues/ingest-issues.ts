import { expectedClause, type IssueEntry, quotedValue } from './issue-entry.js';

/** Complaints about input files: FILE (any), POS, MKT, COR, PRC, LIM, ACC, TRD. */
export const INGEST_ISSUES = {
  FILE_NOT_FOUND: {
    severity: 'error',
    message: (f) => `cannot read ${f.subject ?? 'the file'}: ${f.detail ?? 'no such file'}`,
    hint: () => 'check the path; - reads standard input',
  },
  FIELD_NOT_A_NUMBER: {
    severity: 'error',
    message: (f) => `${f.field ?? 'value'} ${quotedValue(f)} is not a number${expectedClause(f)}`,
  },
} as const satisfies Record<string, IssueEntry>;
