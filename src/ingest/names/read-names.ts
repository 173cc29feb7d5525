import type { Io } from '../../domain/index.js';
import { ingest } from '../ingest.js';
import type { Ingested } from '../ingested.js';
import type { IssueList } from '../issue-list.js';
import { inputFormat } from '../source/input-format.js';
import { inputName } from '../source/input-name.js';
import type { TextSource } from '../source/text-source.js';
import { columnKey } from '../table/column-name.js';
import { csvDelimiter } from '../table/csv-delimiter.js';
import { readTable } from '../table/read-table.js';
import type { TableLayout } from '../table/table-layout.js';
import { textLines } from '../table/text-lines.js';

const LAYOUT: TableLayout = {
  known: ['instrument'],
  required: ['instrument'],
  others: 'open',
  rowsAre: 'one instrument a line, or a table with an instrument column',
};

/**
 * Reads a list of instruments (the candidates): a table with an `instrument` column, whose other columns do not matter,
 * or plain text with one name a line. A name given twice is kept once, with a warning. The names are not interpreted.
 */
export function readNames(path: string, io: Io): Promise<Ingested<readonly string[]>> {
  return ingest('names', path, io, (issues) => {
    const names = new Names(issues);
    return {
      read: async (source) => {
        if (isTable(source)) {
          await readTable(source, LAYOUT, issues, (row) => names.add(row.text(0), () => row.at(0)));
        } else await readLines(source, names, issues);
      },
      result: () => names.all,
    };
  });
}

function isTable(source: TextSource): boolean {
  if (inputFormat(source) !== 'csv') return true;
  const columns = source.head.split(csvDelimiter(source.head));
  return columns.some((column) => columnKey(column.replaceAll('"', '')) === 'instrument');
}

async function readLines(source: TextSource, names: Names, issues: IssueList): Promise<void> {
  let count = 0;
  await textLines(source, (text, line) => {
    const name = text.trim();
    if (name === '') return;
    count += 1;
    names.add(name, () => ({ file: source.file, line, column: text.indexOf(name) + 1 }));
  });
  const at = { file: source.file, line: 0, column: 0 };
  if (count === 0) issues.add('FILE_NO_ROWS', { at, subject: inputName(source.file), expected: LAYOUT.rowsAre });
}

class Names {
  readonly all: string[] = [];
  readonly #issues: IssueList;
  readonly #lines = new Map<string, number>();

  constructor(issues: IssueList) {
    this.#issues = issues;
  }

  add(name: string, place: () => { file: string; line: number; column: number }): void {
    const at = place();
    const first = this.#lines.get(name);
    if (name === '') {
      this.#issues.add('FIELD_BLANK', { at, field: 'instrument', expected: 'the name of an instrument' });
    } else if (first !== undefined) {
      const facts = { at, field: 'instrument', value: name, subject: name, detail: String(first) };
      this.#issues.add('NAM_REPEATED', facts);
    } else {
      this.#lines.set(name, at.line);
      this.all.push(name);
    }
  }
}
