import type { Basis, Highs, Model, ModelStatusCode } from 'highs';
import { conditionProgram, conditionRows, originalDuals } from './condition-program.js';
import { highsModelData } from './highs-model-data.js';
import { FEASIBILITY_TOLERANCE, NO_LIMIT_SECONDS } from './highs-status.js';
import type { LinearProgram, RowBlock } from './linear-program.js';

/** HiGHS's word for a variable in the basis. */
const BASIC = 1;

/** How one attempt at a continuous program is made. */
export interface HighsAttempt {
  readonly presolve: 'on' | 'off';
  readonly solver: 'choose' | 'ipm';
}

/**
 * One continuous program inside HiGHS, conditioned on the way in and undone on the way out: callers see original units.
 * Rows may be added between runs, which then go on from the last basis. Owns WebAssembly memory: dispose it.
 */
export class HighsModel {
  readonly #model: Model;
  readonly #cost: Float64Array;
  readonly #costScale: number;
  readonly #rowScales: Float64Array[];
  #attempt: HighsAttempt | null = null;

  constructor(highs: Highs, program: LinearProgram) {
    const conditioned = conditionProgram(program);
    this.#cost = conditioned.program.cost;
    this.#costScale = conditioned.costScale;
    this.#rowScales = [conditioned.rowScale];
    this.#model = highs.createModel();
    this.#model.options.set({
      output_flag: false,
      primal_feasibility_tolerance: FEASIBILITY_TOLERANCE,
      dual_feasibility_tolerance: FEASIBILITY_TOLERANCE,
    });
    this.#model.passModel(highsModelData(conditioned.program));
  }

  addRows(rows: RowBlock): void {
    const { rows: scaled, rowScale } = conditionRows(rows);
    this.#rowScales.push(rowScale);
    this.#model.addRows({
      lower: scaled.lower,
      upper: scaled.upper,
      matrix: {
        format: 'csr',
        numRows: scaled.count,
        numCols: this.#cost.length,
        starts: scaled.starts,
        indices: scaled.indices,
        values: scaled.values,
      },
    });
  }

  /** Other limits of one row; a run that follows goes on from the last basis. */
  changeRow(row: number, lower: number, upper: number): void {
    const scale = this.#rowScale(row);
    this.#model.changeRowBounds(row, lower * scale, upper * scale);
  }

  #rowScale(row: number): number {
    let left = row;
    for (const block of this.#rowScales) {
      if (left < block.length) return block[left]!;
      left -= block.length;
    }
    throw new RangeError(`there is no row ${row}`);
  }

  /** Runs for at most `seconds`, going on from where the last run stood unless the way of solving changes. */
  run(attempt: HighsAttempt, seed: number, seconds: number): ModelStatusCode {
    if (this.#attempt !== null && this.#attempt !== attempt) this.#model.clearSolver();
    this.#attempt = attempt;
    this.#model.options.set({ ...attempt, random_seed: seed, time_limit: Math.min(seconds, NO_LIMIT_SECONDS) });
    // The limit counts a model's whole life.
    this.#model.zeroAllClocks();
    try {
      return this.#model.run().modelStatus;
    } catch (error) {
      if (!isHighsError(error)) throw error;
    }
    // Seen after limits were moved: the basis of the last run led HiGHS astray. Without it, it has none to be led by.
    this.#model.clearSolver();
    return this.#model.run().modelStatus;
  }

  /** Whether any point keeps every row: the same program run with no objective, which is put back afterwards. */
  runWithoutObjective(attempt: HighsAttempt, seed: number, seconds: number): ModelStatusCode {
    const all = { kind: 'range' as const, from: 0, to: this.#cost.length - 1 };
    this.#model.changeColsCost(all, new Float64Array(this.#cost.length));
    try {
      return this.run(attempt, seed, seconds);
    } finally {
      this.#model.changeColsCost(all, this.#cost);
    }
  }

  /** Other bounds of one column; a run that follows goes on from the last basis. */
  changeColumn(column: number, lower: number, upper: number): void {
    this.#model.changeColBounds(column, lower, upper);
  }

  /** Where the simplex stands, to come back to. */
  basis(): Basis {
    return this.#model.getBasis();
  }

  /** Rows added since count as slack. */
  setBasis({ colStatus, rowStatus }: Basis): void {
    const rows = this.#rowScales.reduce((count, block) => count + block.length, 0);
    const padded = new Int32Array(rows).fill(BASIC);
    padded.set(rowStatus);
    this.#model.setBasis({ colStatus, rowStatus: padded });
  }

  /** The objective of the last run, in original units. */
  objective(): number {
    return Number(this.#model.info.get('objective_function_value')) / this.#costScale;
  }

  /** The point HiGHS stands at. */
  point(): Float64Array {
    return this.#model.getSolution().colValue;
  }

  /** What a unit of each column would change the objective by, in original units. */
  reducedCosts(): Float64Array {
    return this.#model.getSolution().colDual.map((dual) => dual / this.#costScale);
  }

  /** Row multipliers, in original units: HiGHS gives d objective / d limit, >= 0 on lower limits when minimising. */
  rowDuals(): Float64Array {
    return originalDuals(this.#model.getSolution().rowDual, joined(this.#rowScales), this.#costScale);
  }

  dispose(): void {
    this.#model.dispose();
  }
}

function joined(blocks: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(blocks.reduce((count, block) => count + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    all.set(block, at);
    at += block.length;
  }
  return all;
}

/** The package's own error for a run that broke down; by name, since it exports no class. */
function isHighsError(error: unknown): boolean {
  return error instanceof Error && error.name === 'HighsError';
}
