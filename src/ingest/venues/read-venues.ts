import { dirname, isAbsolute, join } from 'node:path';
import type { Node } from 'jsonc-parser';
import type { Equivalent, Io, VenuesFile } from '../../domain/index.js';
import { ingest } from '../ingest.js';
import type { Ingested, Source } from '../ingested.js';
import type { IssueList } from '../issue-list.js';
import { describeNode } from '../json/describe-node.js';
import { type JsonDocument, jsonDocument } from '../json/json-document.js';
import { nodeMembers } from '../json/node-members.js';
import { nodeValue } from '../json/node-value.js';
import { inputName } from '../source/input-name.js';
import type { TextSource } from '../source/text-source.js';
import { columnKey } from '../table/column-name.js';
import { Header } from '../table/header.js';
import { JsonRow } from '../table/json-row.js';
import { readJsonRows } from '../table/read-json-rows.js';
import { readTable } from '../table/read-table.js';
import { EQUIVALENT_LAYOUT, readEquivalent } from './equivalent-rows.js';
import { VENUE_LAYOUT, VenueRows } from './venue-rows.js';

/**
 * Reads the venues that positions can live at: the JSON object
 * `{ "venues": [{ "name", "model", "market", "positions", "transferCost", "set" }], "equivalents": [{ "a", "b", "ratio" }], "sameTerms" }`.
 * `equivalents` may be the path of a table with the columns a, b, ratio. Paths are relative to the folder of the file.
 *
 * @returns the value, and every file that was read for it
 */
export async function readVenues(
  path: string,
  io: Io,
): Promise<Ingested<VenuesFile> & { readonly further: readonly Source[] }> {
  let mapping: string | null = null;
  const read = await ingest('allocate', path, io, (issues) => {
    const venues = new VenueRows(path, issues);
    const equivalents: Equivalent[] = [];
    let sameTerms = false;
    return {
      read: async (source: TextSource) => {
        const document = await jsonDocument(source, issues);
        const members = document.tree === null ? null : topMembers(document.tree, document, issues);
        if (members === null) return;
        takeVenues(members.venues, document, issues, venues);
        sameTerms = members.sameTerms?.value === true;
        if (members.equivalents?.type === 'string') mapping = String(members.equivalents.value);
        else if (members.equivalents !== null) takeEquivalents(members.equivalents, document, issues, equivalents);
      },
      result: (): VenuesFile => ({ venues: venues.all, equivalents, sameTerms }),
    };
  });
  if (mapping === null) return { ...read, further: [] };
  const pairs = await readEquivalents(beside(path, mapping), io);
  return {
    value: { ...read.value, equivalents: pairs.value },
    issues: [...read.issues, ...pairs.issues],
    source: read.source,
    further: [pairs.source],
  };
}

function beside(file: string, written: string): string {
  return isAbsolute(written) ? written : join(dirname(file), written);
}

/** Reads a table of contracts that stand for one another. */
function readEquivalents(path: string, io: Io): Promise<Ingested<readonly Equivalent[]>> {
  return ingest('equivalents', path, io, (issues) => {
    const all: Equivalent[] = [];
    return {
      read: async (source) => {
        await readTable(source, EQUIVALENT_LAYOUT, issues, (row) => {
          const pair = readEquivalent(row, issues);
          if (pair !== null) all.push(pair);
        });
      },
      result: () => all,
    };
  });
}

interface TopMembers {
  readonly venues: Node;
  readonly equivalents: Node | null;
  readonly sameTerms: Node | null;
}

function topMembers(tree: Node, { lines, file }: JsonDocument, issues: IssueList): TopMembers | null {
  const of = (name: string): Node | null =>
    nodeMembers(tree).find(({ key }) => columnKey(key) === columnKey(name))?.value ?? null;
  const venues = of('venues');
  if (venues !== null) return { venues, equivalents: of('equivalents'), sameTerms: of('sameTerms') };
  issues.add('JSON_NOT_ROWS', {
    at: lines.at(tree.offset),
    subject: inputName(file),
    detail: describeNode(tree),
    expected: 'an object with venues',
  });
  return null;
}

function takeVenues(array: Node, document: JsonDocument, issues: IssueList, venues: VenueRows): void {
  const { lines } = document;
  const sets = new Map<number, Readonly<Record<string, unknown>>>();
  const flat = (array.children ?? []).map((row) => {
    const own = nodeMembers(row).find(({ key, value }) => columnKey(key) === 'set' && value.type === 'object');
    if (own === undefined) return row;
    sets.set(row.offset, nodeValue(own.value, lines, issues) as Record<string, unknown>);
    return { ...row, children: (row.children ?? []).filter(({ children }) => children?.[1] !== own.value) };
  });
  const header = new Header(VENUE_LAYOUT, issues);
  if (array.type !== 'array') {
    readJsonRows(array, document, header, issues, () => undefined);
    return;
  }
  for (const node of flat) {
    const row = JsonRow.of(node, document, header, issues);
    if (row !== null) venues.take(row, sets.get(node.offset) ?? {});
  }
}

function takeEquivalents(array: Node, document: JsonDocument, issues: IssueList, all: Equivalent[]): void {
  readJsonRows(array, document, new Header(EQUIVALENT_LAYOUT, issues), issues, (row) => {
    const pair = readEquivalent(row, issues);
    if (pair !== null) all.push(pair);
  });
}
