import { max } from './build-formula.js';
import { evaluate } from './evaluate-formula.js';
import type { Formula } from './formula.js';

/**
 * A convex formula that is never below the given one and equal to it at the book `at`: every `min` becomes the child that
 * is smallest there, every `ranked` the largest of all children but those that are above it there. Minimising it from a book finds one that is no worse by the formula itself: the step of the
 * convex-concave procedure (A. L. Yuille and A. Rangarajan, Neural Computation 15, 2003). Nodes that are used twice stay
 * shared; what has no `min` in it is the very same node.
 */
export function convexAbove(node: Formula, at: Float64Array): Formula {
  const known = new Map<Formula, Formula>();
  const above = (part: Formula): Formula => {
    const before = known.get(part);
    if (before !== undefined) return before;
    const result = aboveNode(part);
    known.set(part, result);
    return result;
  };
  const aboveNode = (part: Formula): Formula => {
    switch (part.kind) {
      case 'affine':
        return part;
      case 'scale': {
        const child = above(part.child);
        return child === part.child ? part : { ...part, child };
      }
      case 'min':
        return above(smallestChild(part.children, at));
      case 'ranked':
        return max(part.name, withoutAbove(part.children, part.count, at).map(above));
      default: {
        const children = part.children.map(above);
        return children.every((child, i) => child === part.children[i]) ? part : { ...part, children };
      }
    }
  };
  return above(node);
}

/** The k-th largest is at most the largest of any children but k - 1. */
function withoutAbove(children: readonly Formula[], count: number, at: Float64Array): readonly Formula[] {
  const amounts = children.map((child) => evaluate(child, at));
  const bySize = [...children.keys()].sort((a, b) => amounts[b]! - amounts[a]!);
  const above = new Set(bySize.slice(0, count - 1));
  return children.filter((_, i) => !above.has(i));
}

function smallestChild(children: readonly Formula[], at: Float64Array): Formula {
  const amounts = children.map((child) => evaluate(child, at));
  return children[amounts.indexOf(Math.min(...amounts))]!;
}
