import type { IssueList } from '../issue-list.js';
import { jsonTree } from '../json/json-tree.js';
import { LineIndex } from '../json/line-index.js';
import type { TextSource } from '../source/text-source.js';
import type { Header } from './header.js';
import { JsonRow } from './json-row.js';
import type { Row } from './row.js';
import { textLines } from './text-lines.js';

/**
 * Reads one object a line; memory does not grow with the file. The first object serves as the header: what it lacks of
 * the required columns is missing, as in a CSV file, and the rest is only hashed. Returns how many rows there were.
 */
export async function readNdjson(
  source: TextSource,
  header: Header,
  issues: IssueList,
  take: (row: Row) => void,
): Promise<number> {
  let count = 0;
  let isComplete: boolean | null = null;
  await textLines(source, (text, line) => {
    if (text.trim() === '') return;
    count += 1;
    if (isComplete === false) return;
    const lines = new LineIndex(source.file, text, line);
    const node = jsonTree(text, lines, issues);
    if (node === null) return;
    const row = JsonRow.of(node, { text, lines }, header, issues);
    if (node.type === 'object') isComplete ??= header.isComplete(lines.at(0));
    if (row !== null && isComplete === true) take(row);
  });
  return count;
}
