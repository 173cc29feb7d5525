import { type Affine, evaluateAffine } from '../formula/index.js';
import { type LazyRows, type NamedForm, ROWS_A_ROUND, VIOLATION } from './lazy-rows.js';
import { affineForm, columnForm, combine } from './linear-form.js';

/** A child of a sum of the largest, with the column of what it has beyond the level. */
export interface TailChild {
  readonly node: Affine;
  readonly factor: number;
  readonly excess: number;
}

/**
 * The rows `excess >= child - level` of a sum of the k largest, k level + sum of the excesses: those of children that were
 * among the largest so far. A child without its row has an excess of nothing, which is all it needs while it is below the level.
 *
 * SOURCE: R. T. Rockafellar and S. Uryasev, "Optimization of conditional value-at-risk", Journal of Risk 2 (2000).
 */
export class LazyLargest implements LazyRows {
  readonly column: number;
  readonly #children: readonly TailChild[];
  readonly #lines: number;
  readonly #present = new Set<number>();

  /** @param level the column of the level */
  constructor(level: number, children: readonly TailChild[], lines: number) {
    this.column = level;
    this.#children = children;
    this.#lines = lines;
  }

  /** The rows of the children that are largest for a book, `count` of them. */
  start(quantities: Float64Array, count: number): NamedForm[] {
    return this.#worst(quantities, count, (amount) => amount);
  }

  violated(quantities: Float64Array, level: number, x: Float64Array): NamedForm[] {
    const beyond = (amount: number, { excess }: TailChild): number => {
      const over = amount - level - Math.max(0, x[excess]!);
      return over > VIOLATION * Math.max(1, Math.abs(amount)) ? over : -Infinity;
    };
    return this.#worst(quantities, Math.max(ROWS_A_ROUND, this.#present.size), beyond);
  }

  named(name: string, at: readonly number[] | null): NamedForm[] {
    return at === null
      ? [...this.#children.keys()].filter((i) => this.#children[i]!.node.name === name).map(this.#row)
      : [];
  }

  readonly #row = (i: number): NamedForm => {
    const { node, factor, excess } = this.#children[i]!;
    const form = combine([
      { form: affineForm(node, this.#lines, factor), factor: 1 },
      { form: columnForm(this.column), factor: -1 },
    ]);
    return { name: node.name, form, at: null, column: excess };
  };

  #worst(quantities: Float64Array, count: number, sizeOf: (amount: number, child: TailChild) => number): NamedForm[] {
    return this.#children
      .map((child, i) => ({ i, size: sizeOf(child.factor * evaluateAffine(child.node, quantities), child) }))
      .filter(({ i, size }) => size > -Infinity && !this.#present.has(i))
      .sort((a, b) => b.size - a.size)
      .slice(0, count)
      .map(({ i }) => {
        this.#present.add(i);
        return this.#row(i);
      });
  }
}
