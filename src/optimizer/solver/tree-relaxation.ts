import type { Basis } from 'highs';
import { appendRows } from './append-rows.js';
import { type HighsAttempt, HighsModel } from './highs-model.js';
import { HIGHS_STATUS } from './highs-status.js';
import type { LinearProgram, RowBlock } from './linear-program.js';
import { loadHighs } from './load-highs.js';
import type { TreeGuide } from './tree-guide.js';

const ATTEMPT: HighsAttempt = { presolve: 'off', solver: 'choose' };

/** A branch: bounds that replace a column's own. */
export interface Branch {
  readonly column: number;
  readonly lower: number;
  readonly upper: number;
}

/** What the relaxation came to: its optimum, that it has none, that time ran out, or that the engine does not know. */
export type Relaxed =
  | { readonly status: 'optimal'; readonly objective: number; readonly x: Float64Array }
  | { readonly status: 'infeasible' | 'stopped' | 'unknown' };

/** The continuous relaxation of an integer program, kept open in HiGHS, its columns' bounds moved from node to node. */
export class TreeRelaxation {
  #program: LinearProgram;
  readonly #model: HighsModel;
  readonly #seed: number;
  /** Bounds in force where they are not the program's own. */
  #branches = new Map<number, Branch>();
  readonly #lower: Float64Array;
  readonly #upper: Float64Array;

  readonly #switches: ReadonlyMap<number, readonly number[]>;

  private constructor(program: LinearProgram, model: HighsModel, switches: TreeGuide['switches'], seed: number) {
    this.#switches = switches;
    this.#program = program;
    this.#model = model;
    this.#seed = seed;
    this.#lower = program.lower.slice();
    this.#upper = program.upper.slice();
  }

  /** @param switches columns of 0 or 1 with the columns that are 0 while they are */
  static async open(program: LinearProgram, switches: TreeGuide['switches'], seed: number): Promise<TreeRelaxation> {
    const model = new HighsModel(await loadHighs(), { ...program, integer: null });
    return new TreeRelaxation(program, model, switches, seed);
  }

  /** The program with every row that was added, and its own bounds. */
  get program(): LinearProgram {
    return this.#program;
  }

  get upper(): Float64Array {
    return this.#upper;
  }

  addRows(rows: RowBlock): void {
    this.#program = appendRows(this.#program, rows);
    this.#model.addRows(rows);
  }

  /** Makes a column's upper bound smaller for good. */
  lowerUpper(column: number, upper: number): void {
    this.#upper[column] = upper;
    if (!this.#branches.has(column)) this.#model.changeColumn(column, this.#lower[column]!, upper);
  }

  /** Puts exactly these branches in force. Several of one column: the last counts. */
  stand(branches: readonly Branch[]): void {
    const wanted = new Map(branches.map((branch) => [branch.column, branch]));
    for (const { column, upper } of branches) {
      if (upper > 0) continue;
      for (const other of this.#switches.get(column) ?? []) wanted.set(other, { column: other, lower: 0, upper: 0 });
    }
    for (const column of this.#branches.keys()) {
      if (!wanted.has(column)) this.#model.changeColumn(column, this.#lower[column]!, this.#upper[column]!);
    }
    for (const [column, { lower, upper }] of wanted) {
      const now = this.#branches.get(column);
      if (now?.lower !== lower || now.upper !== upper) this.#model.changeColumn(column, lower, upper);
    }
    this.#branches = wanted;
  }

  solve(seconds: number): Relaxed {
    const status = this.#model.run(ATTEMPT, this.#seed, seconds);
    if (status === HIGHS_STATUS.infeasible) return { status: 'infeasible' };
    if (status === HIGHS_STATUS.timeLimit) return { status: 'stopped' };
    if (status !== HIGHS_STATUS.optimal) return { status: 'unknown' };
    return { status: 'optimal', objective: this.#model.objective(), x: this.#model.point() };
  }

  reducedCosts(): Float64Array {
    return this.#model.reducedCosts();
  }

  rowDuals(): Float64Array {
    return this.#model.rowDuals();
  }

  basis(): Basis {
    return this.#model.basis();
  }

  setBasis(basis: Basis): void {
    this.#model.setBasis(basis);
  }

  dispose(): void {
    this.#model.dispose();
  }
}
