import { largest, scale } from './build-formula.js';
import type { Formula } from './formula.js';

/**
 * A convex formula that is never below the given one, for any book: every `ranked` node becomes the mean of the children from
 * the largest down to its rank, as expected shortfall is never below value at risk. Null where a `min` node stands in the
 * formula, for which there is no such formula to speak of, or where nothing needs one.
 */
export function convexCover(node: Formula): Formula | null {
  const known = new Map<Formula, Formula>();
  let lacking = false;
  const cover = (part: Formula): Formula => {
    const before = known.get(part);
    if (before !== undefined) return before;
    const result = coverNode(part);
    known.set(part, result);
    return result;
  };
  const coverNode = (part: Formula): Formula => {
    switch (part.kind) {
      case 'affine':
        return part;
      case 'scale': {
        const child = cover(part.child);
        return child === part.child ? part : { ...part, child };
      }
      case 'min':
        lacking = true;
        return part;
      case 'ranked': {
        const tail = largest(`largest ${part.count} of ${part.name}`, part.count, part.children.map(cover));
        return scale(`mean of them`, 1 / part.count, tail);
      }
      default: {
        const children = part.children.map(cover);
        return children.every((child, i) => child === part.children[i]) ? part : { ...part, children };
      }
    }
  };
  const covered = cover(node);
  return lacking || covered === node ? null : covered;
}
