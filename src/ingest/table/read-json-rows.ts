import type { Node } from 'jsonc-parser';
import type { IssueList } from '../issue-list.js';
import { describeNode } from '../json/describe-node.js';
import { nodeMembers } from '../json/node-members.js';
import { inputName } from '../source/input-name.js';
import type { Header } from './header.js';
import { JsonRow, type JsonText } from './json-row.js';
import type { Row } from './row.js';

/**
 * Reads the rows of a JSON array. The columns are all keys of all rows, so a required one is missing only when no row has
 * it. Returns how many rows there were, good or bad.
 */
export function readJsonRows(
  array: Node,
  source: JsonText & { readonly file: string },
  header: Header,
  issues: IssueList,
  take: (row: Row) => void,
): number {
  if (array.type !== 'array') {
    issues.add('JSON_NOT_ROWS', {
      at: source.lines.at(array.offset),
      subject: inputName(source.file),
      detail: describeNode(array),
      expected: 'an array of objects',
    });
    return 1;
  }
  const rows = array.children ?? [];
  for (const row of rows) {
    for (const { key, keyOffset } of nodeMembers(row)) header.slotOf(key.trim(), () => source.lines.at(keyOffset));
  }
  const isComplete = rows.length === 0 || header.isComplete(source.lines.at(array.offset));
  for (const node of rows) {
    const row = JsonRow.of(node, source, header, issues);
    if (row !== null && isComplete) take(row);
  }
  return rows.length;
}
