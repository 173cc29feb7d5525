import type { Issue } from '../../src/domain/index.js';

/** An issue with a code and a severity, and nothing else to say. */
export function anIssue(code: string, severity: Issue['severity'] = 'error'): Issue {
  return {
    code,
    severity,
    message: `the message of ${code}`,
    file: null,
    line: null,
    column: null,
    field: null,
    value: null,
    hint: null,
  };
}
