import { type Issue, type IssueCode, type IssueFacts, makeIssue } from '../../domain/index.js';

/** Thrown where an input cannot be read any further; `ingest` turns it into its issue. Never leaves this room. */
export class InputFault extends Error {
  readonly issue: Issue;

  constructor(code: IssueCode, facts: IssueFacts) {
    const issue = makeIssue(code, facts);
    super(issue.message);
    this.name = 'InputFault';
    this.issue = issue;
  }
}
