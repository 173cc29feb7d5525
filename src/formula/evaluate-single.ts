import { evaluateNorm } from './evaluate-formula.js';
import type { Affine, Formula } from './formula.js';
import { kthLargest, sumOfLargest } from './largest-values.js';

/**
 * The amount a formula comes to for a book of one line alone: `quantity` contracts of column `column`, nothing else.
 * Costs the size of the formula, not of the universe.
 */
export function evaluateSingle(node: Formula, column: number, quantity: number): number {
  const child = (part: Formula): number => evaluateSingle(part, column, quantity);
  switch (node.kind) {
    case 'affine':
      return node.constant + coefficientOf(node, column) * quantity;
    case 'sum':
      return node.children.reduce((total, part) => total + child(part), 0);
    case 'scale':
      return node.factor * child(node.child);
    case 'max':
      return node.children.reduce((largest, part) => Math.max(largest, child(part)), -Infinity);
    case 'min':
      return node.children.reduce((smallest, part) => Math.min(smallest, child(part)), Infinity);
    case 'norm':
      return evaluateNorm(Float64Array.from(node.children, child), node.matrix);
    case 'largest':
      return sumOfLargest(node.children.map(child), node.count);
    case 'ranked':
      return kthLargest(node.children.map(child), node.count);
  }
}

/** An affine node's coefficient of a column. */
export function coefficientOf(node: Affine, column: number): number {
  if (node.columns === null) return node.coefficients[column] ?? 0;
  const k = node.columns.indexOf(column);
  return k < 0 ? 0 : node.coefficients[k]!;
}
