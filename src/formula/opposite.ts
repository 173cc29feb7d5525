import { constant, negated } from './build-formula.js';
import type { Formula } from './formula.js';

/**
 * Minus a formula, node by node: a `max` becomes a `min` of opposites, and the other way round. What was convex is concave.
 *
 * @throws RangeError on a `norm` or a `largest`, whose opposite none of the nodes can say
 */
export function opposite(node: Formula, name = node.name): Formula {
  const each = (children: readonly Formula[]): Formula[] => children.map((child) => opposite(child));
  switch (node.kind) {
    case 'affine':
      return node.coefficients.length === 0 ? constant(name, -node.constant) : negated(name, node);
    case 'sum':
      return { kind: 'sum', name, children: each(node.children) };
    case 'scale':
      return { ...node, name, child: opposite(node.child) };
    case 'max':
      return { kind: 'min', name, children: each(node.children) };
    case 'min':
      return { kind: 'max', name, children: each(node.children) };
    case 'ranked': {
      const { count, children } = node;
      return { kind: 'ranked', name, count: children.length - count + 1, children: each(children) };
    }
    case 'norm':
    case 'largest':
      throw new RangeError(`formula '${node.name}' is a ${node.kind} and has no opposite`);
  }
}
