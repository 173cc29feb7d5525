import { sparseAffine } from './build-formula.js';
import type { Affine, Formula } from './formula.js';

/** A column of a wider universe; one contract of it is `factor` units of the line it stands for. */
export interface ColumnPlace {
  readonly column: number;
  readonly factor: number;
}

/**
 * Moves formulas over the lines of a part of a book onto the columns of the whole universe: line k is found at
 * `places[k]`, in several columns where several contracts are the same line. Nodes that formulas share stay shared.
 */
export function columnMover(places: readonly (readonly ColumnPlace[])[]): (node: Formula) => Formula {
  const moved = new Map<Formula, Formula>();
  const move = (node: Formula): Formula => {
    const known = moved.get(node);
    if (known !== undefined) return known;
    const result = moveNode(node, places, move);
    moved.set(node, result);
    return result;
  };
  return move;
}

function moveNode(
  node: Formula,
  places: readonly (readonly ColumnPlace[])[],
  move: (part: Formula) => Formula,
): Formula {
  switch (node.kind) {
    case 'affine':
      return placed(node, places);
    case 'scale':
      return { ...node, child: move(node.child) };
    case 'norm':
      return { ...node, children: node.children.map(move) };
    default:
      return { ...node, children: node.children.map(move) };
  }
}

function placed(node: Affine, places: readonly (readonly ColumnPlace[])[]): Affine {
  const columns: number[] = [];
  const coefficients: number[] = [];
  node.coefficients.forEach((coefficient, k) => {
    for (const { column, factor } of places[node.columns === null ? k : node.columns[k]!]!) {
      columns.push(column);
      coefficients.push(coefficient * factor);
    }
  });
  return sparseAffine(node.name, columns, coefficients, node.constant);
}
