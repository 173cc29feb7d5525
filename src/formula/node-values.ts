import { evaluateAffine, evaluateNorm } from './evaluate-formula.js';
import type { Affine, Formula, Largest, Max, Min, Norm, Ranked } from './formula.js';
import { kthLargest, sumOfLargest } from './largest-values.js';

/** Children closer to deciding than this, relative to the amount, are tied with the one that does. */
const TIE = 1e-9;

/** So are those closer than this part of what was added and subtracted on the way: 0.1 + 0.2 - 0.3 is nothing. */
const ROUNDING = 1e-12;

/** How the children of a `largest` or `ranked` node stand: those above the last that counts, those tied with it, and how many of the tied count. */
export interface RankedChildren {
  readonly above: readonly Formula[];
  readonly tied: readonly Formula[];
  /** From 1 to as many as are tied. */
  readonly left: number;
}

interface Value {
  readonly amount: number;
  /** Sum of the sizes of everything that went into the amount. */
  readonly size: number;
}

/** The amounts of a formula's nodes for one book, each worked out once however often the node is used. */
export class NodeValues {
  readonly quantities: Float64Array;
  readonly #values = new Map<Formula, Value>();

  constructor(quantities: Float64Array) {
    this.quantities = quantities;
  }

  amountOf(node: Formula): number {
    return this.#valueOf(node).amount;
  }

  /** The children that decide a `max` or a `min`: one, or several that are tied. */
  decidingChildren(node: Max | Min): readonly Formula[] {
    const values = node.children.map((child) => this.#valueOf(child));
    const amount = this.amountOf(node);
    const size = values.reduce(
      (largest, value) => (value.amount === amount ? Math.max(largest, value.size) : largest),
      0,
    );
    return node.children.filter((_, i) => {
      const value = values[i]!;
      const room = TIE * Math.abs(amount) + ROUNDING * Math.max(size, value.size);
      return Math.abs(value.amount - amount) <= room;
    });
  }

  /** The children of a `largest` or `ranked` node that decide it. */
  rankedChildren({ children, count }: Largest | Ranked): RankedChildren {
    const values = children.map((child) => this.#valueOf(child));
    const last = kthLargest(
      values.map(({ amount }) => amount),
      count,
    );
    const isTied = ({ amount, size }: Value): boolean =>
      Math.abs(amount - last) <= TIE * Math.abs(last) + ROUNDING * size;
    const above = children.filter((_, i) => values[i]!.amount > last && !isTied(values[i]!));
    return { above, tied: children.filter((_, i) => isTied(values[i]!)), left: count - above.length };
  }

  /** The values of a norm's children, in order, and whether they come to nothing but rounding. */
  normArguments({ children }: Norm): { readonly values: Float64Array; readonly areZero: boolean } {
    const values = Float64Array.from(children, (child) => this.amountOf(child));
    const areZero = children.every((child) => Math.abs(this.amountOf(child)) <= ROUNDING * this.#valueOf(child).size);
    return { values, areZero };
  }

  #valueOf(node: Formula): Value {
    const known = this.#values.get(node);
    if (known !== undefined) return known;
    const value = this.#workOut(node);
    this.#values.set(node, value);
    return value;
  }

  #workOut(node: Formula): Value {
    switch (node.kind) {
      case 'affine':
        return { amount: evaluateAffine(node, this.quantities), size: affineSize(node, this.quantities) };
      case 'scale': {
        const { amount, size } = this.#valueOf(node.child);
        return { amount: node.factor * amount, size: node.factor * size };
      }
      case 'norm': {
        const { values } = this.normArguments(node);
        const amount = evaluateNorm(values, node.matrix);
        return { amount, size: amount };
      }
      case 'largest':
      case 'ranked': {
        const children = node.children.map((child) => this.#valueOf(child));
        const amounts = children.map(({ amount }) => amount);
        const amount = node.kind === 'largest' ? sumOfLargest(amounts, node.count) : kthLargest(amounts, node.count);
        const sizes = children.map(({ size }) => size);
        return { amount, size: sumOfLargest(sizes, node.kind === 'largest' ? node.count : 1) };
      }
      default: {
        const children = node.children.map((child) => this.#valueOf(child));
        const amount = children.slice(1).reduce((total, { amount: next }) => {
          if (node.kind === 'sum') return total + next;
          return node.kind === 'max' ? Math.max(total, next) : Math.min(total, next);
        }, children[0]?.amount ?? 0);
        const size = children.reduce(
          (total, child) => (node.kind === 'sum' ? total + child.size : Math.max(total, child.size)),
          0,
        );
        return { amount, size };
      }
    }
  }
}

function affineSize({ constant, coefficients, columns }: Affine, quantities: Float64Array): number {
  let size = Math.abs(constant);
  for (let k = 0; k < coefficients.length; k++) {
    size += Math.abs(coefficients[k]! * quantities[columns === null ? k : columns[k]!]!);
  }
  return size;
}
