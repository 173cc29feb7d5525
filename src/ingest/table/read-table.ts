import type { IssueList } from '../issue-list.js';
import { jsonDocument } from '../json/json-document.js';
import { inputFormat } from '../source/input-format.js';
import { inputName } from '../source/input-name.js';
import type { TextSource } from '../source/text-source.js';
import { Header } from './header.js';
import { readCsv } from './read-csv.js';
import { readJsonRows } from './read-json-rows.js';
import { readNdjson } from './read-ndjson.js';
import type { Row } from './row.js';
import type { TableLayout } from './table-layout.js';

/** Hands over every row of a table in any of the three formats, and complains when there are none. */
export async function readTable(
  source: TextSource,
  layout: TableLayout,
  issues: IssueList,
  take: (row: Row, header: Header) => void,
): Promise<Header> {
  const header = new Header(layout, issues);
  const takeRow = (row: Row) => take(row, header);
  const rows = await readRows(source, header, issues, takeRow);
  if (rows === 0) remarkOnNoRows(source, layout, issues);
  return header;
}

/** What there is to say of a table that has a header only, or of a file with nothing at all, which may be half a transfer. */
function remarkOnNoRows({ file, head }: TextSource, { emptyIs, rowsAre }: TableLayout, issues: IssueList): void {
  const code = emptyIs === undefined || head.trim() === '' ? 'FILE_NO_ROWS' : emptyIs;
  if (code === null) return;
  issues.add(code, { at: { file, line: 0, column: 0 }, subject: inputName(file), expected: rowsAre });
}

async function readRows(
  source: TextSource,
  header: Header,
  issues: IssueList,
  take: (row: Row) => void,
): Promise<number> {
  const format = inputFormat(source);
  if (format === 'csv') return readCsv(source, header, issues, take);
  if (format === 'ndjson') return readNdjson(source, header, issues, take);
  const document = await jsonDocument(source, issues, true);
  if (document.tree === null) return document.text.trim() === '' ? 0 : 1;
  return readJsonRows(document.tree, document, header, issues, take);
}
