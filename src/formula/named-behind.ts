import type { Formula } from './formula.js';

/**
 * The same formula, its nodes named behind a word (`2026-07-03 scan risk`), so that two of a kind can be told apart in one
 * program. Linear forms keep their names and are not copied; nodes that parts share stay shared.
 */
export function namedBehind(word: string, formula: Formula): Formula {
  const named = new Map<Formula, Formula>();
  const rename = (node: Formula): Formula => {
    if (node.kind === 'affine') return node;
    const known = named.get(node);
    if (known !== undefined) return known;
    const name = `${word} ${node.name}`;
    const renamed = renamedNode(node, name, rename);
    named.set(node, renamed);
    return renamed;
  };
  return rename(formula);
}

function renamedNode(
  node: Exclude<Formula, { kind: 'affine' }>,
  name: string,
  rename: (part: Formula) => Formula,
): Formula {
  switch (node.kind) {
    case 'scale':
      return { ...node, name, child: rename(node.child) };
    default:
      return { ...node, name, children: node.children.map(rename) };
  }
}
