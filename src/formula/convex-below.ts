import { constant, max, scale, sum } from './build-formula.js';
import { floorsOf } from './floors-of.js';
import type { Formula, Min } from './formula.js';
import { formulaInterval } from './formula-interval.js';
import { type Rival, rivalsOf } from './rivals-of.js';

/**
 * A convex formula that is never above the given one while each quantity stays within [lower[j], upper[j]]. Its minimum is
 * a lower bound on that of the formula.
 *
 * Only `min` and `ranked` nodes change. With children f_i, each at most M_i above their minimum m, any weights w_i that sum to 1 give
 * `sum w_i f_i <= m + sum of w_i M_i over all but the smallest child`; weights in proportion to 1 / M_i make the right side
 * the same whichever that is:
 *
 * ```
 * m >= (sum f_i / M_i - (n - 1)) / (sum 1 / M_i)
 * ```
 *
 * A `ranked` node becomes the least it can come to, for no convex formula of any use is below it.
 *
 * and `m` is at least each of its affine floors ({@link floorsOf}). For two affine children that is the chord of a concave function, exact at both ends. It is also what the continuous
 * relaxation of binaries with the constants M_i comes to. Nodes that are used twice stay shared; what has no `min` in it is
 * the very same node.
 *
 * @throws RangeError where a quantity has no finite bound that the formula needs
 */
export function convexBelow(node: Formula, lower: Float64Array, upper: Float64Array): Formula {
  const known = new Map<Formula, Formula>();
  const below = (part: Formula): Formula => {
    const before = known.get(part);
    if (before !== undefined) return before;
    const result = belowNode(part);
    known.set(part, result);
    return result;
  };
  const belowNode = (part: Formula): Formula => {
    switch (part.kind) {
      case 'affine':
        return part;
      case 'scale': {
        const child = below(part.child);
        return child === part.child ? part : { ...part, child };
      }
      case 'norm': {
        // A norm grows with its children only where they are not negative, which what is below them may be.
        const children = part.children.map((child) => {
          const lower = below(child);
          return lower === child ? child : max(child.name, [lower, constant('nothing', 0)]);
        });
        return children.every((child, i) => child === part.children[i]) ? part : { ...part, children };
      }
      case 'min':
        return belowMinimum(part);
      case 'ranked':
        if (part.count === 1) return max(part.name, part.children.map(below));
        return constant(`least of ${part.name}`, formulaInterval(part, lower, upper).low);
      default: {
        const children = part.children.map(below);
        if (children.every((child, i) => child === part.children[i])) return part;
        return part.kind === 'sum' ? { ...part, children } : { ...part, children: part.children.flatMap(belowInMax) };
      }
    }
  };
  // The largest of a largest is the largest of all of them: no node of its own for what replaces a `min`.
  const belowInMax = (child: Formula): readonly Formula[] => {
    const replaced = below(child);
    return child.kind === 'min' && replaced.kind === 'max' ? replaced.children : [replaced];
  };
  const belowMinimum = (part: Min): Formula => {
    const rivals = rivalsOf(part, lower, upper);
    const [only, second] = rivals;
    if (second === undefined) return below(only!.child);
    return max(part.name, [...floorsOf(part, rivals, lower, upper), weighted(part.name, rivals, below)]);
  };
  return below(node);
}

function weighted(name: string, rivals: readonly Rival[], below: (child: Formula) => Formula): Formula {
  const total = rivals.reduce((sumSoFar, { excess }) => sumSoFar + 1 / excess, 0);
  const shares = rivals.map(({ child, excess }) => scale(`part of ${child.name}`, 1 / excess / total, below(child)));
  return sum(`between the parts of ${name}`, [...shares, constant('room', -(rivals.length - 1) / total)]);
}
