import type { Affine, Formula, Norm } from './formula.js';
import { NodeValues } from './node-values.js';

/**
 * The gradient of a formula at a book: change of the amount per contract of each column. A `max` or `min` has that of the
 * child that decides it; where several are tied, the mean of theirs, so that the answer does not depend on their order. A
 * norm at nothing has the gradient 0. For a convex formula the result is a subgradient wherever it is taken; below a `min`
 * the mean is a convention, no more. Where the formula is homogeneous of degree one (no constants, no tiers), gradient .
 * quantities is the amount (Euler).
 *
 * @param quantities contracts, one per column of the universe
 */
export function gradient(node: Formula, quantities: Float64Array): Float64Array {
  const into = new Float64Array(quantities.length);
  addGradient(node, 1, new NodeValues(quantities), into);
  return into;
}

function addGradient(node: Formula, weight: number, values: NodeValues, into: Float64Array): void {
  switch (node.kind) {
    case 'affine':
      addCoefficients(node, weight, into);
      return;
    case 'sum':
      for (const child of node.children) addGradient(child, weight, values, into);
      return;
    case 'scale':
      if (node.factor > 0) addGradient(node.child, weight * node.factor, values, into);
      return;
    case 'max':
    case 'min': {
      const deciding = values.decidingChildren(node);
      for (const child of deciding) addGradient(child, weight / deciding.length, values, into);
      return;
    }
    case 'largest':
    case 'ranked': {
      const { above, tied, left } = values.rankedChildren(node);
      const isSum = node.kind === 'largest';
      if (isSum) for (const child of above) addGradient(child, weight, values, into);
      for (const child of tied) addGradient(child, (weight * (isSum ? left : 1)) / tied.length, values, into);
      return;
    }
    case 'norm': {
      const weights = normWeights(node, values);
      node.children.forEach((child, i) => {
        addGradient(child, weight * weights[i]!, values, into);
      });
    }
  }
}

/** Adds an affine node's coefficients, times a weight, to a vector over the universe. */
export function addCoefficients({ coefficients, columns }: Affine, weight: number, into: Float64Array): void {
  if (weight === 0) return;
  for (let k = 0; k < coefficients.length; k++) {
    const j = columns === null ? k : columns[k]!;
    into[j] = into[j]! + weight * coefficients[k]!;
  }
}

/** Change of a norm per unit of each child, R v / sqrt(v' R v); zeros where the norm is nothing. */
export function normWeights(node: Norm, values: NodeValues): Float64Array {
  const { values: v, areZero } = values.normArguments(node);
  const amount = values.amountOf(node);
  const n = v.length;
  const weights = new Float64Array(n);
  if (areZero || amount === 0) return weights;
  for (let i = 0; i < n; i++) {
    // Half from above and half from below the diagonal: only the symmetric part of R counts.
    for (let j = 0; j < n; j++) {
      weights[i]! += ((node.matrix[i * n + j]! + node.matrix[j * n + i]!) / 2) * (v[j]! / amount);
    }
  }
  return weights;
}
