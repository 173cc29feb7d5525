import type { Formula } from './formula.js';
import { formulaInterval } from './formula-interval.js';

/**
 * A bound on how far one formula can be above another while each quantity stays within [lower[j], upper[j]]. What the two
 * have in common cancels before anything is bounded, so it is far tighter than the difference of their intervals.
 */
export function largestExcess(above: Formula, below: Formula, lower: Float64Array, upper: Float64Array): number {
  const difference = new Difference();
  difference.add(above, 1);
  difference.add(below, -1);
  return difference.largest(lower, upper);
}

/** Formulas added up with factors: the affine part coefficient by coefficient, every other node as a whole. */
class Difference {
  #constant = 0;
  readonly #coefficients = new Map<number, number>();
  readonly #nodes = new Map<Formula, number>();

  add(node: Formula, factor: number): void {
    switch (node.kind) {
      case 'affine':
        this.#constant += factor * node.constant;
        node.coefficients.forEach((coefficient, k) => {
          const column = node.columns === null ? k : node.columns[k]!;
          this.#coefficients.set(column, (this.#coefficients.get(column) ?? 0) + factor * coefficient);
        });
        return;
      case 'sum':
        for (const child of node.children) this.add(child, factor);
        return;
      case 'scale':
        if (node.factor !== 0) this.add(node.child, factor * node.factor);
        return;
      default:
        this.#nodes.set(node, (this.#nodes.get(node) ?? 0) + factor);
    }
  }

  largest(lower: Float64Array, upper: Float64Array): number {
    let total = this.#constant;
    for (const [column, coefficient] of this.#coefficients) {
      if (coefficient !== 0) total += Math.max(coefficient * lower[column]!, coefficient * upper[column]!);
    }
    for (const [node, factor] of this.#nodes) {
      if (factor === 0) continue;
      const { low, high } = formulaInterval(node, lower, upper);
      total += factor * (factor > 0 ? high : low);
    }
    return total;
  }
}
