import type { Formula } from './formula.js';

/** The same formula with every node renamed; nodes that it shares stay shared. */
export function renamedFormula(root: Formula, rename: (name: string) => string): Formula {
  const known = new Map<Formula, Formula>();
  const visit = (node: Formula): Formula => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const after = withChildren({ ...node, name: rename(node.name) }, visit);
    known.set(node, after);
    return after;
  };
  return visit(root);
}

function withChildren(node: Formula, visit: (child: Formula) => Formula): Formula {
  switch (node.kind) {
    case 'affine':
      return node;
    case 'scale':
      return { ...node, child: visit(node.child) };
    case 'norm':
      return { ...node, children: node.children.map(visit) };
    default:
      return { ...node, children: node.children.map(visit) };
  }
}
