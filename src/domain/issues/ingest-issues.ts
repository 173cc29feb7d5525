import { COLUMN_ISSUES } from './column-issues.js';
import { CONTENT_ISSUES } from './content-issues.js';
import { FILE_ISSUES } from './file-issues.js';
import type { IssueEntry } from './issue-entry.js';

/** Complaints about input files: FILE, JSON, CSV, COLUMN, FIELD, INSTRUMENT (any file), POS, MKT, COR, PRC, LIM, ACC, TRD, NAM. */
export const INGEST_ISSUES = { ...FILE_ISSUES, ...COLUMN_ISSUES, ...CONTENT_ISSUES } as const satisfies Record<
  string,
  IssueEntry
>;
