import { styleText } from 'node:util';
import type { DocumentIssue } from '../schema/index.js';
import { issuePlace } from './issue-place.js';
import { printable } from './printable.js';
import { issueCount } from './report/issue-count.js';

export interface IssueLook {
  readonly color: boolean;
  /** Columns: a hint that would pass them goes on a line of its own. */
  readonly width: number;
}

const ORDER = { error: 0, warning: 1, info: 2 } as const;
const WORDS = { error: 'error', warning: 'warning', info: 'note' } as const;
const COLORS = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

/**
 * Issues for standard error: `FILE:LINE:COLUMN: error: message (hint)`, one after the other, a file's issues together, files
 * with errors first, errors first within a file, then by line; the count last. Empty for no issues.
 *
 * Styled by Node itself and not by chalk, because every run that has a warning comes here, also those that print JSON.
 */
export function renderIssues(issues: readonly DocumentIssue[], look: IssueLook): string {
  if (issues.length === 0) return '';
  const lines = grouped(issues).map((issue) => issueLine(issue, look));
  return `${lines.join('\n')}\n${paint('bold', `${issueCount(issues, true)}`, look.color)}\n`;
}

function grouped(issues: readonly DocumentIssue[]): DocumentIssue[] {
  const worst = new Map<string | null, number>();
  for (const { file, severity } of issues) {
    worst.set(file, Math.min(worst.get(file) ?? ORDER.info, ORDER[severity]));
  }
  // Files keep the order in which they were first complained about.
  const order = [...worst.keys()];
  return [...issues].sort(
    (a, b) =>
      (worst.get(a.file) ?? 0) - (worst.get(b.file) ?? 0) ||
      order.indexOf(a.file) - order.indexOf(b.file) ||
      ORDER[a.severity] - ORDER[b.severity] ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}

function issueLine(issue: DocumentIssue, { color, width }: IssueLook): string {
  const place = printable(issuePlace(issue));
  const head = place === '' ? '' : `${place}: `;
  const word = `${WORDS[issue.severity]}:`;
  const message = printable(issue.message);
  const painted = `${paint('bold', head, color)}${paint(COLORS[issue.severity], word, color)} ${message}`;
  if (issue.hint === null) return painted;
  const hint = `(${printable(issue.hint)})`;
  const fits = head.length + word.length + message.length + hint.length + 2 <= width;
  return `${painted}${fits ? ' ' : '\n    '}${hint}`;
}

function paint(style: 'bold' | 'red' | 'yellow' | 'cyan', text: string, color: boolean): string {
  // The caller has decided about colour for this stream; Node must not look at one of its own.
  return color && text !== '' ? styleText(style, text, { validateStream: false }) : text;
}
