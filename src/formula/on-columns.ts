import type { Affine, Formula } from './formula.js';

/** Where a formula's own columns are in a wider universe, and how many of its units one contract there is. */
export interface ColumnPlaces {
  readonly columns: readonly number[];
  readonly factors: readonly number[];
}

/**
 * A formula over the lines of a part of a book, as one over the whole universe: its column k is `columns[k]`, of which one
 * contract counts as `factors[k]`. Nodes that are used twice stay shared.
 */
export function onColumns(node: Formula, places: ColumnPlaces): Formula {
  const moved = new Map<Formula, Formula>();
  const move = (part: Formula): Formula => {
    const known = moved.get(part);
    if (known !== undefined) return known;
    const result = moveNode(part, places, move);
    moved.set(part, result);
    return result;
  };
  return move(node);
}

function moveNode(node: Formula, places: ColumnPlaces, move: (part: Formula) => Formula): Formula {
  switch (node.kind) {
    case 'affine':
      return placed(node, places);
    case 'scale':
      return { ...node, child: move(node.child) };
    case 'norm':
      return { ...node, children: node.children.map((child) => placed(child, places)) };
    default:
      return { ...node, children: node.children.map(move) };
  }
}

function placed(node: Affine, { columns, factors }: ColumnPlaces): Affine {
  const own = node.columns ?? Int32Array.from(node.coefficients, (_, k) => k);
  return {
    ...node,
    coefficients: node.coefficients.map((coefficient, k) => coefficient * factors[own[k]!]!),
    columns: Int32Array.from(own, (column) => columns[column]!),
  };
}
