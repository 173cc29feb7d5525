import type { Affine, Formula } from '../formula/index.js';

/** A node that is an affine one times constants, as the two; null where it is not. */
export function scaledAffine(node: Formula): { readonly node: Affine; readonly factor: number } | null {
  if (node.kind === 'affine') return { node, factor: 1 };
  if (node.kind !== 'scale') return null;
  const inner = scaledAffine(node.child);
  return inner === null ? null : { node: inner.node, factor: node.factor * inner.factor };
}
