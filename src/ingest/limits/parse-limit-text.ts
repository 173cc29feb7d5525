import { type Limit, makeIssue, type Parsed, type SourceLocation } from '../../domain/index.js';
import { FieldReader } from '../fields/field-reader.js';
import { IssueList } from '../issue-list.js';
import type { Row } from '../table/row.js';
import { LIMIT_COLUMNS } from './limit-columns.js';
import { readLimitRow } from './limit-row.js';

const FLAG = '--limit';
const FORM = "LIMIT SCOPE MIN..MAX, with either end left out, and 'priority 1' to 5 after it";
const WORD = /'([^']*)'|"([^"]*)"|(\S+)/g;

interface Word {
  readonly text: string;
  /** Character of the text at which it begins, from 1. */
  readonly column: number;
}

/**
 * Reads one limit as text: `delta BTC -2..2`, `gamma ETH 90%..110%`, `cost total ..5000`,
 * `loss 'name of scenario' ..10000 priority 2`. `ordinal` (from 1) says which `--limit` it is; complaints carry it as the
 * line of the file `--limit`.
 */
export function parseLimitText(text: string, ordinal: number): Parsed<Limit | null> {
  const at = (column: number): SourceLocation => ({ file: FLAG, line: ordinal, column });
  const words = [...text.matchAll(WORD)].map(wordOf);
  const parts = partsOf(words);
  if (typeof parts === 'string') {
    const issue = makeIssue('LIM_TEXT', { at: at(1), field: FLAG, value: text, detail: parts, expected: FORM });
    return { value: null, issues: [issue] };
  }
  const row: Row = {
    text: (slot) => parts[slot]?.text ?? '',
    at: (slot) => at(parts[slot]?.column ?? 1),
    start: () => at(1),
  };
  const issues = new IssueList();
  const value = readLimitRow(new FieldReader(issues, LIMIT_COLUMNS, row));
  return { value, issues: issues.all() };
}

function wordOf(match: RegExpMatchArray): Word {
  const [whole, single, double, bare] = match;
  const quoted = bare === undefined ? 1 : 0;
  return { text: (single ?? double ?? bare ?? whole).trim(), column: (match.index ?? 0) + 1 + quoted };
}

/** The five parts in the order of `LIMIT_COLUMNS`, or what is wrong with the words. */
function partsOf(words: readonly Word[]): readonly (Word | null)[] | string {
  const [limit, scope, range, keyword, priority, ...rest] = words;
  if (limit === undefined) return 'it is empty';
  if (scope === undefined) return 'scope and range are missing';
  if (range === undefined) return scope.text.includes('..') ? 'the scope is missing' : 'the range is missing';
  const dots = range.text.indexOf('..');
  if (dots === -1) return `'${range.text}' is not a range`;
  const isPriority = keyword?.text.toLowerCase() === 'priority' && priority !== undefined;
  if (rest.length > 0 || (keyword !== undefined && !isPriority)) {
    return `'${(isPriority ? rest[0] : keyword)?.text}' is not understood after the range`;
  }
  const min = { text: range.text.slice(0, dots), column: range.column };
  const max = { text: range.text.slice(dots + 2), column: range.column + dots + 2 };
  return [limit, scope, min, max, priority ?? null];
}
