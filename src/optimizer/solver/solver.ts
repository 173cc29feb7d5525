import type { LinearProgram, RowBlock } from './linear-program.js';
import type { TreeEnd, TreeGuide } from './tree-guide.js';

export interface SolveOptions {
  /** Seconds for one solve; Infinity for none. */
  readonly timeLimit: number;
  /** Relative gap at which an integer search may stop. */
  readonly relativeGap: number;
  readonly seed: number;
  /** A feasible point to start an integer search from; null for none. */
  readonly start: Float64Array | null;
  readonly signal: AbortSignal | null;
  /** Nodes that an integer search may open; without it as many as it takes. Unlike a time, the same on every machine. */
  readonly nodeLimit?: number;
}

/** What a solve came to. Numbers are in the units of the program as given (adapters undo their scaling). */
export type SolveOutcome = Optimal | StoppedEarly | Infeasible | Unbounded | NumericalFailure;

/** Believed only after every row was recomputed: `worstViolation` is that figure, relative to the row's own limit. */
export interface Optimal {
  readonly status: 'optimal';
  readonly x: Float64Array;
  readonly objective: number;
  /**
   * One multiplier per row, >= 0 pushing on `lower`, <= 0 pushing on `upper` (dual of the minimisation); null when the
   * engine has none (integer programs). For integer programs `bound` is what branch and bound claims.
   */
  readonly rowDuals: Float64Array | null;
  readonly bound: number;
  readonly worstViolation: number;
}

/** Time limit, interruption or node limit (`effort`): the best point found, if any, and the bound so far (-Infinity if none). */
export interface StoppedEarly {
  readonly status: 'stoppedEarly';
  readonly reason: 'time' | 'interrupted' | 'effort';
  readonly x: Float64Array | null;
  readonly objective: number | null;
  readonly bound: number;
  readonly worstViolation: number;
}

export interface Infeasible {
  readonly status: 'infeasible';
}

export interface Unbounded {
  readonly status: 'unbounded';
}

export interface NumericalFailure {
  readonly status: 'numericalFailure';
  readonly detail: string;
}

/** A program held open so that rows can be added or moved and the solve repeated from where it stood. */
export interface SolverSession {
  addRows(rows: RowBlock): void;
  /** Gives row `row` other limits, in the program's own units. */
  changeRow(row: number, lower: number, upper: number): void;
  solve(options: SolveOptions): Promise<SolveOutcome>;
  dispose(): void;
}

export interface Solver {
  readonly id: 'highs' | 'js';
  readonly version: string;
  open(program: LinearProgram): SolverSession;
  /** Branch and bound for programs in which few of many columns may be used; an engine may not have it. */
  searchTree?(program: LinearProgram, guide: TreeGuide, options: SolveOptions): Promise<TreeEnd>;
}
