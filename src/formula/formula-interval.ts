import type { Affine, Formula } from './formula.js';
import { kthLargest, sumOfLargest } from './largest-values.js';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Bounds on a formula's amount while each quantity stays within [lower[j], upper[j]]: interval arithmetic, so never too
 * narrow, sometimes too wide. Used for finite bounds on epigraph columns and for the big-M of `min` nodes.
 */
export function formulaInterval(node: Formula, lower: Float64Array, upper: Float64Array): Interval {
  switch (node.kind) {
    case 'affine':
      return affineInterval(node, lower, upper);
    case 'sum': {
      const parts = node.children.map((child) => formulaInterval(child, lower, upper));
      return { low: total(parts, 'low'), high: total(parts, 'high') };
    }
    case 'scale': {
      // Nothing times an unbounded part is nothing, which floating point does not know.
      if (node.factor === 0) return { low: 0, high: 0 };
      const part = formulaInterval(node.child, lower, upper);
      return { low: node.factor * part.low, high: node.factor * part.high };
    }
    case 'max':
    case 'min': {
      const choose = node.kind === 'max' ? Math.max : Math.min;
      const parts = node.children.map((child) => formulaInterval(child, lower, upper));
      return {
        low: parts.reduce((best, part) => choose(best, part.low), parts[0]!.low),
        high: parts.reduce((best, part) => choose(best, part.high), parts[0]!.high),
      };
    }
    case 'largest':
    case 'ranked': {
      // Neither falls when a child rises.
      const parts = node.children.map((child) => formulaInterval(child, lower, upper));
      const choose = node.kind === 'largest' ? sumOfLargest : kthLargest;
      const lows = parts.map(({ low }) => low);
      const highs = parts.map(({ high }) => high);
      return { low: choose(lows, node.count), high: choose(highs, node.count) };
    }
    case 'norm':
      return { low: 0, high: normUpper(node.children, node.matrix, lower, upper) };
  }
}

function total(parts: readonly Interval[], end: 'low' | 'high'): number {
  return parts.reduce((sum, part) => sum + part[end], 0);
}

function affineInterval(node: Affine, lower: Float64Array, upper: Float64Array): Interval {
  let low = node.constant;
  let high = node.constant;
  const { coefficients, columns } = node;
  for (let k = 0; k < coefficients.length; k++) {
    const coefficient = coefficients[k]!;
    if (coefficient === 0) continue;
    const j = columns === null ? k : columns[k]!;
    const atLower = coefficient * lower[j]!;
    const atUpper = coefficient * upper[j]!;
    low += Math.min(atLower, atUpper);
    high += Math.max(atLower, atUpper);
  }
  return { low, high };
}

function normUpper(
  children: readonly Formula[],
  matrix: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
): number {
  const reach = children.map((child) => {
    const { low, high } = formulaInterval(child, lower, upper);
    return Math.max(Math.abs(low), Math.abs(high));
  });
  const n = children.length;
  let square = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const weight = Math.abs(matrix[i * n + j]!);
      if (weight > 0 && reach[i]! > 0 && reach[j]! > 0) square += reach[i]! * weight * reach[j]!;
    }
  }
  return Math.sqrt(square);
}
