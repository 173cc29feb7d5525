import type { Issue, IssueFacts } from './issue.js';
import { ISSUE_TABLE, type IssueCode } from './issues/issue-table.js';

/** Builds an issue: the sentence comes from the table, the place and the value from the facts. */
export function makeIssue(code: IssueCode, facts: IssueFacts = {}): Issue {
  const entry = ISSUE_TABLE[code];
  const at = facts.at ?? null;
  return {
    code,
    severity: entry.severity,
    message: entry.message(facts),
    file: at?.file ?? null,
    line: at !== null && at.line > 0 ? at.line : null,
    column: at !== null && at.column > 0 ? at.column : null,
    field: facts.field ?? null,
    value: facts.value ?? null,
    hint: facts.hint ?? entry.hint?.(facts) ?? null,
  };
}

/** Whether any of the issues refuses the run. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}
