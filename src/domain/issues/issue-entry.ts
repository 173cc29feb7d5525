import type { IssueFacts, Severity } from '../issue.js';

/** How one code is worded. `hint` says what to do when the caller has nothing better. */
export interface IssueEntry {
  readonly severity: Severity;
  readonly message: (facts: IssueFacts) => string;
  readonly hint?: (facts: IssueFacts) => string | null;
}

/** `; expected X`, or nothing. */
export function expectedClause(facts: IssueFacts): string {
  return facts.expected === undefined ? '' : `; expected ${facts.expected}`;
}

/** The offending text in quotes. */
export function quotedValue(facts: IssueFacts): string {
  return `'${facts.value ?? ''}'`;
}
