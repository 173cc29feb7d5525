import { evaluateAffine, evaluateNorm } from './evaluate-formula.js';
import type { FormulaGraph } from './formula-graph.js';
import { kthLargest, sumOfLargest } from './largest-values.js';

/**
 * A formula's amount for a book and for books that differ from it in a few columns. What a change does not reach is not worked
 * out again, so that thousands of books with one line missing cost little more than the size of the formula together.
 */
export class BookVariations {
  readonly #graph: FormulaGraph;
  readonly #quantities: Float64Array;
  /** Amounts of the nodes for the book itself. */
  readonly #amounts: Float64Array;
  /** Amounts for the variation in hand, valid where `#round` is the present one. */
  readonly #varied: Float64Array;
  readonly #changed: Int32Array;
  readonly #queued: Int32Array;
  readonly #byHeight: number[][];
  #round = 1;

  constructor(graph: FormulaGraph, quantities: Float64Array) {
    const size = graph.nodes.length;
    this.#graph = graph;
    this.#quantities = quantities;
    this.#amounts = new Float64Array(size);
    this.#varied = new Float64Array(size);
    this.#changed = new Int32Array(size);
    this.#queued = new Int32Array(size);
    this.#byHeight = Array.from({ length: graph.height[size - 1]! + 1 }, () => []);
    for (let id = 0; id < size; id++) {
      const node = graph.nodes[id]!;
      this.#amounts[id] = node.kind === 'affine' ? evaluateAffine(node, quantities) : this.#workOut(id);
    }
  }

  /** The amount for the book as it is. */
  get amount(): number {
    return this.#amounts[this.#amounts.length - 1]!;
  }

  /** The amount for the book with `quantities[k]` contracts of column `columns[k]`, no column named twice. */
  amountWith(columns: readonly number[], quantities: readonly number[]): number {
    this.#round += 1;
    columns.forEach((column, k) => {
      this.#move(column, quantities[k]! - this.#quantities[column]!);
    });
    for (const waiting of this.#byHeight) {
      for (const id of waiting) {
        const amount = this.#workOut(id);
        if (amount !== this.#amounts[id]) this.#set(id, amount);
      }
      waiting.length = 0;
    }
    return this.#amountOf(this.#amounts.length - 1);
  }

  #move(column: number, by: number): void {
    const { start, users, coefficients } = this.#graph;
    if (by === 0) return;
    for (let place = start[column]!; place < start[column + 1]!; place++) {
      const id = users[place]!;
      this.#set(id, this.#amountOf(id) + coefficients[place]! * by);
    }
  }

  #set(id: number, amount: number): void {
    this.#varied[id] = amount;
    this.#changed[id] = this.#round;
    for (const parent of this.#graph.parents[id]!) {
      if (this.#queued[parent] === this.#round) continue;
      this.#queued[parent] = this.#round;
      this.#byHeight[this.#graph.height[parent]!]!.push(parent);
    }
  }

  #amountOf(id: number): number {
    return this.#changed[id] === this.#round ? this.#varied[id]! : this.#amounts[id]!;
  }

  /** A node's amount from those of its children; no node below an `affine` is asked for. */
  #workOut(id: number): number {
    const node = this.#graph.nodes[id]!;
    const children = this.#graph.children[id]!;
    switch (node.kind) {
      case 'affine':
        throw new Error(`'${node.name}' has no children to work out from`);
      case 'sum': {
        let total = 0;
        for (const child of children) total += this.#amountOf(child);
        return total;
      }
      case 'scale':
        return node.factor * this.#amountOf(children[0]!);
      case 'max': {
        let largest = -Infinity;
        for (const child of children) largest = Math.max(largest, this.#amountOf(child));
        return largest;
      }
      case 'min': {
        let smallest = Infinity;
        for (const child of children) smallest = Math.min(smallest, this.#amountOf(child));
        return smallest;
      }
      case 'largest':
      case 'ranked': {
        const amounts = Float64Array.from(children, (child) => this.#amountOf(child));
        return node.kind === 'largest' ? sumOfLargest(amounts, node.count) : kthLargest(amounts, node.count);
      }
      case 'norm':
        return evaluateNorm(
          Float64Array.from(children, (child) => this.#amountOf(child)),
          node.matrix,
        );
    }
  }
}
