import type { LinearProgram } from './linear-program.js';
import { RowBlockBuilder } from './row-block-builder.js';

const { NEGATIVE_INFINITY, POSITIVE_INFINITY } = Number;

/** A row or bound joins when it is broken by more than this, relative to the bound or to the largest amount in the row. */
const BROKEN = 1e-9;

/** Rows and bounded columns, by index, that decided earlier answers of a session. Only where to start: any are right. */
export interface Decisive {
  readonly rows: Set<number>;
  readonly columns: Set<number>;
}

/**
 * The part of a program that decides its optimum, found by asking: the rows and column bounds that no answer has broken
 * yet are left out, so that a dense tableau stays small. A point that is best for the part and breaks nothing of the
 * whole is best for the whole; multipliers of the part, with zeros for what was left out, bound the whole.
 *
 * In the part a column with two bounds is counted in units of about its range (a power of two, so exactly), and one row
 * keeps the sum of the columns whose upper bounds are left out within the sum of those bounds: else the part could be
 * unbounded where the whole is not. Source: row generation, as in D. Bertsimas and J. Tsitsiklis, "Introduction to
 * Linear Optimization" (1997), section 6.3 (cutting plane methods).
 */
export class JsWorkingSet {
  readonly #whole: LinearProgram;
  readonly #decisive: Decisive;
  readonly #unit: Float64Array;

  /** @param decisive where to start; grows with the part. Rows that hold a column without bounds always join. */
  constructor(whole: LinearProgram, decisive: Decisive) {
    this.#whole = whole;
    this.#decisive = decisive;
    this.#unit = whole.lower.map((lower, j) => {
      const range = whole.upper[j]! - lower;
      return Number.isFinite(range) && range > 0 ? 2 ** Math.round(Math.log2(range)) : 1;
    });
    for (let i = 0; i < whole.rows.count; i++) if (this.#holdsUnboundedColumn(i)) decisive.rows.add(i);
  }

  /** The part as it stands: the rows that joined, in the order they did, then the one over what is left out. */
  part(): LinearProgram {
    const { columns, cost, lower, upper, rows } = this.#whole;
    const unit = this.#unit;
    const block = new RowBlockBuilder(columns);
    for (const i of this.#decisive.rows) {
      const from = rows.starts[i]!;
      const indices = rows.indices.subarray(from, rows.starts[i + 1]!);
      const values = Float64Array.from(indices, (j, k) => rows.values[from + k]! * unit[j]!);
      block.addRow({ name: `row ${i}`, lower: rows.lower[i]!, upper: rows.upper[i]!, indices, values });
    }
    const leftOut = Array.from({ length: columns }, (_, j) => j).filter((j) => this.#isLeftOut(j));
    if (leftOut.length > 0) {
      const most = leftOut.reduce((sum, j) => sum + upper[j]! / unit[j]!, 0);
      const values = leftOut.map(() => 1);
      block.addRow({ name: 'left out', lower: NEGATIVE_INFINITY, upper: most, indices: leftOut, values });
    }
    return {
      ...this.#whole,
      cost: cost.map((value, j) => value * unit[j]!),
      lower: lower.map((limit, j) => limit / unit[j]!),
      upper: upper.map((limit, j) => (this.#isLeftOut(j) ? POSITIVE_INFINITY : limit / unit[j]!)),
      rows: block.build(),
    };
  }

  /** A point of the part in the units of the whole. */
  point(x: Float64Array): Float64Array {
    return x.map((value, j) => value * this.#unit[j]!);
  }

  /** Multipliers of the part's rows as multipliers of the whole's. */
  multipliers(duals: Float64Array): Float64Array {
    const all = new Float64Array(this.#whole.rows.count);
    let k = 0;
    for (const i of this.#decisive.rows) all[i] = duals[k++]!;
    return all;
  }

  /** Takes in every row and bound that the point breaks. @returns whether there were any new ones */
  grow(x: Float64Array): boolean {
    const { rows: known, columns } = this.#decisive;
    const before = known.size + columns.size;
    const { rows, upper } = this.#whole;
    for (const [j, limit] of upper.entries()) if (x[j]! > limit + BROKEN * Math.abs(limit)) columns.add(j);
    for (let i = 0; i < rows.count; i++) if (this.#breaks(x, i)) known.add(i);
    return known.size + columns.size > before;
  }

  #breaks(x: Float64Array, i: number): boolean {
    const { rows } = this.#whole;
    let activity = 0;
    let flow = 0;
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) {
      const term = rows.values[k]! * x[rows.indices[k]!]!;
      activity += term;
      flow = Math.max(flow, Math.abs(term));
    }
    return Math.max(rows.lower[i]! - activity, activity - rows.upper[i]!) > BROKEN * flow;
  }

  #isLeftOut(j: number): boolean {
    const range = this.#whole.upper[j]! - this.#whole.lower[j]!;
    return range > 0 && Number.isFinite(range) && !this.#decisive.columns.has(j);
  }

  #holdsUnboundedColumn(i: number): boolean {
    const { rows, lower, upper } = this.#whole;
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) {
      const j = rows.indices[k]!;
      if (!Number.isFinite(upper[j]! - lower[j]!)) return true;
    }
    return false;
  }
}
