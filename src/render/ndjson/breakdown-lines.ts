import type { Breakdown } from '../../schema/index.js';
import type { NdjsonLine } from './ndjson-line.js';

/** The tree, parents before children: every line has its whole path, so that no line needs another to be understood. */
export function breakdownLines(node: Breakdown, above: readonly string[] = []): NdjsonLine[] {
  const path = [...above, node.name];
  const { name, amount, active } = node;
  return [
    { type: 'breakdown', path, name, amount, active },
    ...node.children.flatMap((child) => breakdownLines(child, path)),
  ];
}
