import type { Node } from 'jsonc-parser';
import type { SourceLocation } from '../../domain/index.js';
import type { LineIndex } from './line-index.js';
import { nodeMembers } from './node-members.js';

/**
 * Where the key with this path stands, `['model', 'scanSigmas']`, whether it is written as nested objects or as one key with dots;
 * of a key given twice, the last, whose value holds. An entry of an array is named by its number, `['cases', '0', 'model']`. Null
 * when there is no such key.
 */
export function keyPlace(node: Node, path: readonly string[], lines: LineIndex): SourceLocation | null {
  if (node.type === 'array') {
    const entry = node.children?.[Number(path[0])];
    if (entry === undefined) return null;
    return path.length === 1 ? lines.at(entry.offset) : keyPlace(entry, path.slice(1), lines);
  }
  let found: SourceLocation | null = null;
  for (const { key, keyOffset, value } of nodeMembers(node)) {
    const parts = key.split('.');
    if (parts.length > path.length || parts.some((part, i) => part !== path[i])) continue;
    const rest = path.slice(parts.length);
    const place = rest.length === 0 ? lines.at(keyOffset) : keyPlace(value, rest, lines);
    found = place ?? found;
  }
  return found;
}
