import type { DocumentIssue } from '../schema/index.js';

/** `FILE:LINE:COLUMN` as far as it is known; empty when the issue is about no file. `-` is told in words. */
export function issuePlace(issue: Pick<DocumentIssue, 'file' | 'line' | 'column'>): string {
  if (issue.file === null) return '';
  const file = issue.file === '-' ? 'standard input' : issue.file;
  if (issue.line === null) return file;
  return issue.column === null ? `${file}:${issue.line}` : `${file}:${issue.line}:${issue.column}`;
}
