import type { Affine, Formula, Norm } from './formula.js';
import { kthLargest, sumOfLargest } from './largest-values.js';

/** constant + coefficients . quantities. */
export function evaluateAffine(node: Affine, quantities: Float64Array): number {
  const { coefficients, columns } = node;
  let total = node.constant;
  if (columns === null) {
    for (let j = 0; j < coefficients.length; j++) total += coefficients[j]! * quantities[j]!;
  } else {
    for (let k = 0; k < columns.length; k++) total += coefficients[k]! * quantities[columns[k]!]!;
  }
  return total;
}

/** sqrt(v' R v) for the values v of the children; rounding below zero counts as zero. */
export function evaluateNorm(values: Float64Array, matrix: Float64Array): number {
  const n = values.length;
  let total = 0;
  for (let i = 0; i < n; i++) {
    let row = 0;
    for (let j = 0; j < n; j++) row += matrix[i * n + j]! * values[j]!;
    total += values[i]! * row;
  }
  return Math.sqrt(Math.max(0, total));
}

/** The values of a norm's children, in order. */
export function normArguments(node: Norm, quantities: Float64Array): Float64Array {
  return Float64Array.from(node.children, (child) => evaluate(child, quantities));
}

/**
 * The amount a formula comes to for a book. `quantities`: contracts, one per column of the universe.
 * This is the figure margo reports; no solver's word replaces it.
 */
export function evaluate(node: Formula, quantities: Float64Array): number {
  switch (node.kind) {
    case 'affine':
      return evaluateAffine(node, quantities);
    case 'sum': {
      let total = 0;
      for (const child of node.children) total += evaluate(child, quantities);
      return total;
    }
    case 'scale':
      return node.factor * evaluate(node.child, quantities);
    case 'max': {
      let largest = -Infinity;
      for (const child of node.children) largest = Math.max(largest, evaluate(child, quantities));
      return largest;
    }
    case 'min': {
      let smallest = Infinity;
      for (const child of node.children) smallest = Math.min(smallest, evaluate(child, quantities));
      return smallest;
    }
    case 'norm':
      return evaluateNorm(normArguments(node, quantities), node.matrix);
    case 'largest':
    case 'ranked': {
      const values = Float64Array.from(node.children, (child) => evaluate(child, quantities));
      return node.kind === 'largest' ? sumOfLargest(values, node.count) : kthLargest(values, node.count);
    }
  }
}
