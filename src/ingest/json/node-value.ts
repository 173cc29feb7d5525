import type { Node } from 'jsonc-parser';
import type { IssueList } from '../issue-list.js';
import type { LineIndex } from './line-index.js';
import { nodeMembers } from './node-members.js';

/** The plain value of a tree. A key given twice in one object is complained about; keys are never taken for prototypes. */
export function nodeValue(node: Node, lines: LineIndex, issues: IssueList): unknown {
  if (node.type === 'array') return (node.children ?? []).map((child) => nodeValue(child, lines, issues));
  if (node.type !== 'object') return node.value;
  const values = new Map<string, unknown>();
  for (const { key, keyOffset, value } of nodeMembers(node)) {
    if (values.has(key)) issues.add('JSON_KEY_REPEATED', { at: lines.at(keyOffset), field: key });
    values.set(key, nodeValue(value, lines, issues));
  }
  return Object.fromEntries(values);
}
