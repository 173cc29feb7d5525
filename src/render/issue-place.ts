import type { DocumentIssue } from '../schema/index.js';

/** `FILE:LINE:COLUMN` as far as it is known; empty when the issue is about no file. */
export function issuePlace(issue: Pick<DocumentIssue, 'file' | 'line' | 'column'>): string {
  if (issue.file === null) return '';
  if (issue.line === null) return issue.file;
  return issue.column === null ? `${issue.file}:${issue.line}` : `${issue.file}:${issue.line}:${issue.column}`;
}
