import type { LinearProgram } from './linear-program.js';
import { assertLimits, RowBlockBuilder, type RowInput } from './row-block-builder.js';

/** One column as it is handed in. */
export interface ColumnInput {
  /** What the column stands for: `buy BTC-26JUN26-60000-P`, `margin of BTC`. */
  readonly name: string;
  /** -Infinity for none. */
  readonly lower: number;
  /** +Infinity for none. */
  readonly upper: number;
  /** Objective per unit of the column. */
  readonly cost: number;
  readonly integer?: boolean;
}

/**
 * Builds a {@link LinearProgram} column by column and row by row, keeping the names of both beside the numbers
 * (`columnNames[j]`, `rowNames[i]`). Columns may be added after rows.
 *
 * Throws RangeError on a non-finite cost or coefficient, a NaN bound, an unknown column, or a column named twice in a
 * row: each is a programmer's error. Names are not checked: two columns may share one.
 */
export class ProgramBuilder {
  readonly columnNames: string[] = [];
  readonly #rows = new RowBlockBuilder(0);
  readonly #cost: number[] = [];
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #integer: number[] = [];
  #offset = 0;

  get rowNames(): readonly string[] {
    return this.#rows.rowNames;
  }

  get columns(): number {
    return this.columnNames.length;
  }

  get rows(): number {
    return this.#rows.rowNames.length;
  }

  /** Adds a constant to the objective. */
  addOffset(amount: number): void {
    if (!Number.isFinite(amount)) throw new RangeError(`objective offset is ${amount}`);
    this.#offset += amount;
  }

  /** Adds to the objective per unit of a column. */
  addCost(column: number, amount: number): void {
    if (!Number.isFinite(amount)) throw new RangeError(`column ${this.columnNames[column]}: cost grows by ${amount}`);
    this.#cost[column]! += amount;
  }

  /** @returns the index of the new column. */
  addColumn(column: ColumnInput): number {
    assertLimits(`column ${column.name}`, column.lower, column.upper);
    if (!Number.isFinite(column.cost)) throw new RangeError(`column ${column.name}: cost is ${column.cost}`);
    this.columnNames.push(column.name);
    this.#lower.push(column.lower);
    this.#upper.push(column.upper);
    this.#cost.push(column.cost);
    this.#integer.push(column.integer === true ? 1 : 0);
    this.#rows.growTo(this.columns);
    return this.columns - 1;
  }

  /** @returns the index of the new row. */
  addRow(row: RowInput): number {
    return this.#rows.addRow(row);
  }

  /** The program so far, copied: the builder may go on. */
  build(): LinearProgram {
    return {
      columns: this.columns,
      offset: this.#offset,
      cost: Float64Array.from(this.#cost),
      lower: Float64Array.from(this.#lower),
      upper: Float64Array.from(this.#upper),
      integer: this.#integer.includes(1) ? Uint8Array.from(this.#integer) : null,
      rows: this.#rows.build(),
    };
  }
}
