import type { Node } from 'jsonc-parser';
import type { IssueList } from '../issue-list.js';
import { describeNode } from '../json/describe-node.js';
import type { LineIndex } from '../json/line-index.js';
import { nodeMembers } from '../json/node-members.js';
import { nodeValue } from '../json/node-value.js';
import { columnKey } from '../table/column-name.js';
import { INPUT_COLUMNS, type InputColumn } from './case-columns.js';

/** A JSON case taken apart: a flat object with the columns of a CSV row, and what no column can hold. */
export interface CaseMembers {
  readonly flat: Node;
  readonly inline: ReadonlyMap<InputColumn, Node>;
  readonly set: Readonly<Record<string, unknown>>;
}

/** Takes the nested members of a case out; `reported.components.NAME` becomes `component.NAME`. */
export function caseMembers(node: Node, lines: LineIndex, issues: IssueList): CaseMembers {
  const inline = new Map<InputColumn, Node>();
  const flat: Node[] = [];
  let set: Readonly<Record<string, unknown>> = {};
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key === undefined || value === undefined) continue;
    const name = columnKey(String(key.value));
    const input = INPUT_COLUMNS.find((column) => column === name);
    const holdsRows = value.type === 'array' || value.type === 'object';
    if (input !== undefined && holdsRows && !inline.has(input)) inline.set(input, value);
    else if (name === 'reported') flat.push(...reportedProperties(value, lines, issues));
    else if (name === 'set') set = isObject('set', value, lines, issues) ? objectOf(value, lines, issues) : set;
    else flat.push(property);
  }
  return { flat: { ...node, children: flat }, inline, set };
}

const PARTS: Readonly<Record<string, string>> = { components: 'component', scenarios: 'scenario' };

function reportedProperties(reported: Node, lines: LineIndex, issues: IssueList): Node[] {
  if (!isObject('reported', reported, lines, issues)) return [];
  return (reported.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? [];
    const prefix = PARTS[columnKey(String(key?.value))];
    if (prefix === undefined || value === undefined) return [property];
    if (!isObject(String(key?.value), value, lines, issues)) return [];
    return (value.children ?? []).map((part) => prefixed(prefix, part));
  });
}

function prefixed(prefix: string, property: Node): Node {
  const [key, ...rest] = property.children ?? [];
  return key === undefined
    ? property
    : { ...property, children: [{ ...key, value: `${prefix}.${String(key.value)}` }, ...rest] };
}

function isObject(name: string, node: Node, lines: LineIndex, issues: IssueList): boolean {
  if (node.type === 'object') return true;
  if (node.type !== 'null') {
    const facts = { at: lines.at(node.offset), field: name, subject: name, detail: describeNode(node) };
    issues.add('JSON_NOT_OBJECT', facts);
  }
  return false;
}

function objectOf(node: Node, lines: LineIndex, issues: IssueList): Readonly<Record<string, unknown>> {
  return nodeValue(node, lines, issues) as Record<string, unknown>;
}

/** The name a case gives itself, to tell it by where nothing else of it can be read. */
export function nameOfCase(node: Node): string | null {
  const named = nodeMembers(node).find(({ key }) => ['name', 'case'].includes(columnKey(key)));
  return named?.value.type === 'string' && named.value.value !== '' ? String(named.value.value) : null;
}
