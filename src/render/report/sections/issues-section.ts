import type { DocumentIssue } from '../../../schema/index.js';
import { issuePlace } from '../../issue-place.js';
import { cell } from '../cell.js';
import type { Section } from '../report.js';
import { tableOf } from '../table-of.js';

const TONES = { error: 'bad', warning: 'warning', info: 'muted' } as const;

/** The issues as a table, for pages read without the terminal's standard error; null when there are none. */
export function issuesSection(issues: readonly DocumentIssue[]): Section | null {
  if (issues.length === 0) return null;
  return {
    title: 'Issues',
    blocks: [
      tableOf(
        [
          { title: 'severity', align: 'left', of: (issue) => cell(issue.severity, TONES[issue.severity]) },
          { title: 'where', align: 'left', of: issuePlace },
          { title: 'message', align: 'left', of: (issue) => issue.message },
          { title: 'hint', align: 'left', rank: 1, of: (issue) => issue.hint ?? '' },
          { title: 'code', align: 'left', rank: 2, of: (issue) => issue.code },
        ],
        issues,
      ),
    ],
  };
}
