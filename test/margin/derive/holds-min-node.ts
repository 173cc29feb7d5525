import type { Formula } from '../../../src/formula/index.js';

/** Whether a formula has a `min` node anywhere, the one node that is not convex. */
export function holdsMinNode(node: Formula): boolean {
  if (node.kind === 'min') return true;
  if (node.kind === 'scale') return holdsMinNode(node.child);
  return (node.kind === 'sum' || node.kind === 'max') && node.children.some(holdsMinNode);
}
