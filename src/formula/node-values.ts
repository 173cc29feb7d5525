import { evaluateAffine, evaluateNorm } from './evaluate-formula.js';
import type { Affine, Formula, Max, Min, Norm } from './formula.js';

/** Children closer to deciding than this, relative to the amount, are tied with the one that does. */
const TIE = 1e-9;

/** So are those closer than this part of what was added and subtracted on the way: 0.1 + 0.2 - 0.3 is nothing. */
const ROUNDING = 1e-12;

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
