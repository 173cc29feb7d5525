import type { Formula } from './formula.js';

/** Whether a `min` node, or a `ranked` one below the first rank, stands anywhere in a formula: without one it is convex. */
export function hasMinimum(node: Formula): boolean {
  const seen = new Set<Formula>();
  const search = (part: Formula): boolean => {
    if (seen.has(part)) return false;
    seen.add(part);
    switch (part.kind) {
      case 'affine':
        return false;
      case 'scale':
        return search(part.child);
      case 'min':
        return true;
      case 'ranked':
        return part.count > 1 || part.children.some(search);
      default:
        return part.children.some(search);
    }
  };
  return search(node);
}
