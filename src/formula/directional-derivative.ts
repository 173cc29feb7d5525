import { evaluateNorm } from './evaluate-formula.js';
import type { Affine, Formula } from './formula.js';
import { normWeights } from './gradient.js';
import { kthLargest, sumOfLargest } from './largest-values.js';
import type { NodeValues } from './node-values.js';

/** Some columns and how far each one goes, in contracts. */
export interface Direction {
  readonly columns: readonly number[];
  readonly contracts: readonly number[];
}

/**
 * The one-sided derivative of a formula along a direction: how fast the amount begins to change when a book sets out that way.
 * Exact at kinks: of tied children the fastest decides a `max`, the slowest a `min`.
 *
 * @param values the formula's amounts at the book it sets out from
 */
export function directionalDerivative(node: Formula, values: NodeValues, { columns, contracts }: Direction): number {
  const way = new Float64Array(values.quantities.length);
  columns.forEach((column, k) => {
    way[column] = way[column]! + contracts[k]!;
  });
  return along(node, values, way);
}

function along(node: Formula, values: NodeValues, way: Float64Array): number {
  switch (node.kind) {
    case 'affine':
      return slopeOf(node, way);
    case 'sum':
      return node.children.reduce((total, child) => total + along(child, values, way), 0);
    case 'scale':
      return node.factor * along(node.child, values, way);
    case 'max':
      return values
        .decidingChildren(node)
        .reduce((most, child) => Math.max(most, along(child, values, way)), -Infinity);
    case 'min':
      return values
        .decidingChildren(node)
        .reduce((least, child) => Math.min(least, along(child, values, way)), Infinity);
    case 'largest':
    case 'ranked': {
      const { above, tied, left } = values.rankedChildren(node);
      const among = tied.map((child) => along(child, values, way));
      if (node.kind === 'ranked') return kthLargest(among, left);
      return above.reduce((total, child) => total + along(child, values, way), sumOfLargest(among, left));
    }
    case 'norm': {
      const slopes = Float64Array.from(node.children, (child) => along(child, values, way));
      if (values.normArguments(node).areZero) return evaluateNorm(slopes, node.matrix);
      const weights = normWeights(node, values);
      return slopes.reduce((total, slope, i) => total + weights[i]! * slope, 0);
    }
  }
}

function slopeOf({ coefficients, columns }: Affine, way: Float64Array): number {
  let slope = 0;
  for (let k = 0; k < coefficients.length; k++) slope += coefficients[k]! * way[columns === null ? k : columns[k]!]!;
  return slope;
}
