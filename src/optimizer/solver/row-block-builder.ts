import type { RowBlock } from './linear-program.js';

/** One sparse row as it is handed in: `lower <= sum of values[k] x[indices[k]] <= upper`. */
export interface RowInput {
  /** What the row came from, in the trade's words: `limit vega.BTC`, `scenario -16%/vol up`. */
  readonly name: string;
  /** -Infinity for none. */
  readonly lower: number;
  /** +Infinity for none. */
  readonly upper: number;
  readonly indices: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/**
 * Collects sparse rows over a known number of columns, for the first build of a program and for rows that are added
 * to an open session later (row generation). Exact zeros are left out.
 *
 * Throws RangeError on a non-finite coefficient, a NaN bound, a bound that is infinite on the wrong side, an unknown
 * column, a column named twice in one row, or lists of different length: each is a programmer's error.
 */
export class RowBlockBuilder {
  readonly rowNames: string[] = [];
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #starts: number[] = [0];
  readonly #indices: number[] = [];
  readonly #values: number[] = [];
  /** Last row in which each column was seen; finds a column named twice without sorting. */
  readonly #lastSeen: number[] = [];
  #columns: number;

  constructor(columns: number) {
    this.#columns = columns;
  }

  /** Lets the rows that follow use columns up to `columns`; only ever grows. */
  growTo(columns: number): void {
    this.#columns = Math.max(this.#columns, columns);
  }

  /** @returns the index of the new row within this block. */
  addRow(row: RowInput): number {
    assertLimits(row.name, row.lower, row.upper);
    if (row.indices.length !== row.values.length) {
      throw new RangeError(`row ${row.name}: ${row.indices.length} columns but ${row.values.length} coefficients`);
    }
    const index = this.rowNames.length;
    for (let k = 0; k < row.indices.length; k++) this.#addEntry(row, index, k);
    this.rowNames.push(row.name);
    this.#lower.push(row.lower);
    this.#upper.push(row.upper);
    this.#starts.push(this.#indices.length);
    return index;
  }

  /** The rows so far, copied: the builder may go on. */
  build(): RowBlock {
    return {
      count: this.rowNames.length,
      lower: Float64Array.from(this.#lower),
      upper: Float64Array.from(this.#upper),
      starts: Int32Array.from(this.#starts),
      indices: Int32Array.from(this.#indices),
      values: Float64Array.from(this.#values),
    };
  }

  #addEntry(row: RowInput, index: number, k: number): void {
    const column = row.indices[k]!;
    const value = row.values[k]!;
    if (!Number.isInteger(column) || column < 0 || column >= this.#columns) {
      throw new RangeError(`row ${row.name}: no column ${column} among ${this.#columns}`);
    }
    if (!Number.isFinite(value)) throw new RangeError(`row ${row.name}: coefficient of column ${column} is ${value}`);
    if (this.#lastSeen[column] === index) throw new RangeError(`row ${row.name}: column ${column} appears twice`);
    this.#lastSeen[column] = index;
    if (value === 0) return;
    this.#indices.push(column);
    this.#values.push(value);
  }
}

/** Throws RangeError when `lower` or `upper` is NaN or infinite on the wrong side; `lower > upper` is allowed (infeasible). */
export function assertLimits(name: string, lower: number, upper: number): void {
  if (
    Number.isNaN(lower) ||
    Number.isNaN(upper) ||
    lower === Number.POSITIVE_INFINITY ||
    upper === Number.NEGATIVE_INFINITY
  ) {
    throw new RangeError(`${name}: limits ${lower} .. ${upper} are not a range`);
  }
}
