import { bestAdmissible } from '../admissible-point.js';
import { KEPT } from '../hedge-answer.js';
import type { HedgeProblem } from '../hedge-problem.js';
import { buildHedgeProgram, type HedgeProgram } from '../hedge-program.js';
import { type HedgeTrade, objectiveOf, tradesOf } from '../hedge-solution.js';
import { LazyNorm } from '../lazy-rows.js';
import { violatedRows } from '../run-program.js';
import type { SolveOptions, SolveOutcome, Solver, SolverSession } from '../solver/index.js';
import type { CurvePoint } from './convex-curve.js';
import { endsAt, limitAt, type Resource } from './resource.js';

/** Rounds of adding violated rows before an answer is not believed. */
const MAX_ROUNDS = 200;

/** The optimum of the program for one amount of the resource. */
export interface ParametricOptimum extends CurvePoint {
  readonly status: 'optimal';
  readonly lowerBound: number;
  readonly x: Float64Array;
}

/** What asking for one amount came to. */
export type ParametricAnswer =
  | ParametricOptimum
  | { readonly status: 'infeasible'; readonly detail: string }
  | { readonly status: 'not reached'; readonly detail: string }
  | { readonly status: 'failed'; readonly detail: string };

/**
 * The continuous program of a problem with one more row, that on a resource, held open in the engine: from one amount of the
 * resource to the next only the ends of that row move, so that a solve goes on from the basis of the last. Rows that were
 * added while solving stay. Owns a solver session: dispose it.
 */
export class ParametricProgram {
  readonly #problem: HedgeProblem;
  readonly #resource: Resource;
  readonly #hedge: HedgeProgram;
  readonly #row: number;
  /** What the row's own ends are moved by for the present book. */
  readonly #shift: number;
  readonly #session: SolverSession;
  readonly #known = new Map<number, ParametricAnswer>();

  constructor(problem: HedgeProblem, resource: Resource, solver: Solver) {
    const limit = limitAt(resource, 0);
    this.#problem = problem;
    this.#resource = resource;
    this.#hedge = buildHedgeProgram({ ...problem, limits: [...problem.limits, limit] }, { aim: { kind: 'margin' } });
    const program = this.#hedge.builder.build();
    if (program.integer !== null) throw new Error('a program with whole numbers has no dual values');
    this.#row = this.#hedge.limitRows.get(limit)!;
    this.#shift = program.rows.upper[this.#row]!;
    this.#session = solver.open(program);
  }

  /** Whether the best objective is a piecewise linear function of the resource. */
  get isPiecewiseLinear(): boolean {
    return !this.#hedge.lazy.some((rows) => rows instanceof LazyNorm);
  }

  /** Whether an answer is missing for want of time. */
  get isInterrupted(): boolean {
    return [...this.#known.values()].some(({ status }) => status === 'not reached');
  }

  /** Every optimum found so far. */
  get optima(): readonly ParametricOptimum[] {
    return [...this.#known.values()].filter((answer) => answer.status === 'optimal');
  }

  /** The optimum when so much of the resource may be used; Infinity for as much as one likes. */
  async at(bound: number, options: SolveOptions): Promise<ParametricAnswer> {
    const known = this.#known.get(bound);
    if (known !== undefined && known.status !== 'not reached') return known;
    const { min, max } = endsAt(this.#resource, bound);
    this.#session.changeRow(this.#row, min + this.#shift, max + this.#shift);
    const answer = this.#answerOf(bound, await this.#solved(options));
    this.#known.set(bound, answer);
    return answer;
  }

  /** The trades of an optimum; none where doing nothing is as good and keeps the limits. */
  tradesOf({ x }: ParametricOptimum): readonly HedgeTrade[] {
    const trades = tradesOf(x, this.#hedge.trades);
    if (objectiveOf(this.#problem, trades) < objectiveOf(this.#problem, [])) return trades;
    const nothing = new Float64Array(this.#hedge.builder.columns);
    return bestAdmissible(this.#hedge, [nothing], KEPT) === null ? trades : [];
  }

  dispose(): void {
    this.#session.dispose();
  }

  async #solved(options: SolveOptions): Promise<SolveOutcome> {
    for (let round = 1; ; round++) {
      const outcome = await this.#session.solve({ ...options, start: null });
      if (outcome.status !== 'optimal') return outcome;
      const rows = violatedRows(this.#hedge, outcome.x);
      if (rows.rowNames.length === 0) return outcome;
      if (round >= MAX_ROUNDS) return { status: 'numericalFailure', detail: 'too many rounds of added rows' };
      this.#session.addRows(rows.build());
    }
  }

  #answerOf(bound: number, outcome: SolveOutcome): ParametricAnswer {
    switch (outcome.status) {
      case 'optimal': {
        // Of a band both ends move outwards with the bound: whichever holds, its multiplier is what more room saves.
        const slope = bound === Infinity ? 0 : -Math.abs(outcome.rowDuals?.[this.#row] ?? 0);
        const { x, objective: value, bound: lowerBound } = outcome;
        return { status: 'optimal', at: bound, value, slope, lowerBound, x };
      }
      case 'infeasible':
        return { status: 'infeasible', detail: 'the limits cannot be kept with so little' };
      case 'stoppedEarly':
        return { status: 'not reached', detail: 'the solver was stopped before' };
      case 'unbounded':
        return {
          status: 'failed',
          detail: 'the program is unbounded, though every trade has a size: please report it',
        };
      case 'numericalFailure':
        return { status: 'failed', detail: outcome.detail };
    }
  }
}
