import type { Formula } from './formula.js';

/** Whether a formula is a linear form by its nodes: affine ones, their sums and multiples. */
export function isLinear(node: Formula): boolean {
  if (node.kind === 'affine') return true;
  if (node.kind === 'scale') return isLinear(node.child);
  return node.kind === 'sum' && node.children.every(isLinear);
}
