import type { Node } from 'jsonc-parser';
import type { Io } from '../../domain/index.js';
import { ingest } from '../ingest.js';
import type { Ingested } from '../ingested.js';
import { IssueList } from '../issue-list.js';
import { describeNode } from '../json/describe-node.js';
import { type JsonDocument, jsonDocument } from '../json/json-document.js';
import { jsonTree } from '../json/json-tree.js';
import { LineIndex } from '../json/line-index.js';
import { nodeMembers } from '../json/node-members.js';
import { inputFormat } from '../source/input-format.js';
import { inputName } from '../source/input-name.js';
import type { TextSource } from '../source/text-source.js';
import { columnKey, meantColumn } from '../table/column-name.js';
import { Header } from '../table/header.js';
import { JsonRow, type JsonText } from '../table/json-row.js';
import { readTable } from '../table/read-table.js';
import type { Row } from '../table/row.js';
import { textLines } from '../table/text-lines.js';
import { CASE_LAYOUT, openColumn } from './case-columns.js';
import { type CaseMembers, caseMembers, nameOfCase } from './case-members.js';
import { type ReconciliationCase, readCase } from './read-case.js';

/**
 * Reads books with what venues report of them: a JSON array of cases, an object with `cases`, NDJSON, or CSV with a row
 * per case. In JSON positions, market, account, correlations and prices may be rows in place of a file; paths are relative
 * to the folder of the cases file. What is wrong with one case is among its own issues and leaves the others alone.
 */
export function readCases(path: string, io: Io): Promise<Ingested<readonly ReconciliationCase[]>> {
  return ingest('cases', path, io, (issues) => {
    const cases = new Cases(path, issues);
    return {
      read: async (source) => {
        if (inputFormat(source) === 'csv') await readCsv(source, issues, cases);
        else await readJson(source, issues, cases);
        cases.finish();
      },
      result: () => cases.all,
    };
  });
}

async function readCsv(source: TextSource, issues: IssueList, cases: Cases): Promise<void> {
  await readTable(source, CASE_LAYOUT, issues, (row, header) => cases.takeRow(row, header, new IssueList(), null));
}

async function readJson(source: TextSource, issues: IssueList, cases: Cases): Promise<void> {
  if (isCaseALine(source)) {
    await textLines(source, (text, line) => {
      const lines = new LineIndex(source.file, text, line);
      const node = text.trim() === '' ? null : jsonTree(text, lines, issues);
      if (node !== null) cases.takeNode(node, { text, lines });
    });
  } else {
    const document = await jsonDocument(source, issues);
    const nodes = document.tree === null ? [] : nodesOf(document.tree, document, issues);
    for (const node of nodes) cases.takeNode(node, document);
    if (document.tree === null || nodes.length > 0) return;
  }
  const at = { file: source.file, line: 0, column: 0 };
  if (cases.all.length === 0 && issues.all().length === 0) {
    issues.add('FILE_NO_ROWS', { at, subject: inputName(source.file), expected: CASE_LAYOUT.rowsAre });
  }
}

/** Whether each line is a case: by the input's name, else if its first line is one, nested though it may be. */
function isCaseALine({ file, head }: TextSource): boolean {
  const [, ending] = /\.(json|ndjson|jsonl)(?:\.gz)?$/i.exec(file) ?? [];
  if (ending !== undefined) return ending.toLowerCase() !== 'json';
  try {
    const line: unknown = JSON.parse(head);
    return typeof line === 'object' && line !== null && !Array.isArray(line) && !('cases' in line);
  } catch {
    return false;
  }
}

/** The cases of a document: its entries, those of `cases`, or the one case that it is. */
function nodesOf(tree: Node, { lines, file }: JsonDocument, issues: IssueList): readonly Node[] {
  const members = nodeMembers(tree);
  const within = members.find(({ key }) => columnKey(key) === 'cases')?.value;
  const rows = within ?? tree;
  if (rows.type === 'array') return rows.children ?? [];
  if (within === undefined && members.some(({ key }) => columnKey(key) === 'positions')) return [tree];
  issues.add('JSON_NOT_ROWS', {
    at: lines.at(rows.offset),
    subject: within === undefined ? inputName(file) : 'cases',
    detail: describeNode(rows),
    expected: 'an array of cases, or an object with cases',
  });
  return [];
}

class Cases {
  readonly all: ReconciliationCase[] = [];
  readonly #file: string;
  readonly #issues: IssueList;
  #header: Header | null = null;

  constructor(file: string, issues: IssueList) {
    this.#file = file;
    this.#issues = issues;
  }

  takeNode(node: Node, source: JsonText): void {
    const own = new IssueList();
    this.#header ??= new Header(CASE_LAYOUT, this.#issues);
    const members = node.type === 'object' ? caseMembers(node, source.lines, own) : null;
    const row = JsonRow.of(members?.flat ?? node, source, this.#header, own);
    if (row !== null) this.takeRow(row, this.#header, own, { members, source });
    else this.all.push(this.#unreadable(node, source, own));
  }

  takeRow(
    row: Row,
    header: Header,
    issues: IssueList,
    nested: { readonly members: CaseMembers | null; readonly source: JsonText } | null,
  ): void {
    this.#header = header;
    const inline = [...(nested?.members?.inline ?? [])].map(
      ([column, node]) => [column, { ...nested!.source, file: this.#file, node }] as const,
    );
    const read = readCase(row, {
      file: this.#file,
      number: this.all.length + 1,
      names: header.names,
      issues,
      inline: new Map(inline),
      set: nested?.members?.set ?? {},
    });
    this.all.push(read);
  }

  /** Remarks, once each, on columns that no case has a use for. */
  finish(): void {
    const names = this.#header?.names.slice(CASE_LAYOUT.known.length) ?? [];
    const at = { file: this.#file, line: 1, column: 0 };
    for (const field of names.filter((name) => openColumn(name) === null)) {
      const meant = meantColumn(field, CASE_LAYOUT.known);
      const known = `known columns: ${CASE_LAYOUT.known.join(', ')}, component.NAME, scenario.NAME, set.FIGURE`;
      this.#issues.add('COLUMN_UNKNOWN', { at, field, hint: meant === null ? known : `did you mean ${meant}?` });
    }
  }

  #unreadable(node: Node, { lines }: JsonText, own: IssueList): ReconciliationCase {
    return {
      name: nameOfCase(node) ?? `case ${this.all.length + 1}`,
      model: null,
      source: null,
      inputs: { positions: null, market: null, account: null, correlations: null, prices: null },
      asOf: null,
      currency: null,
      venue: null,
      set: {},
      reported: [],
      origin: lines.at(node.offset),
      issues: own.all(),
    };
  }
}
