import { appendRows } from './append-rows.js';
import { canonicalForm, dualOf } from './canonical-program.js';
import { type ConditionedProgram, conditionProgram, originalDuals } from './condition-program.js';
import { deadlineIn } from './deadline.js';
import { JsSimplex, type NoClaim } from './js-simplex.js';
import { type Decisive, JsWorkingSet } from './js-working-set.js';
import type { LinearProgram, RowBlock } from './linear-program.js';
import { type MergedProgram, mergeDuplicateColumns } from './merge-duplicate-columns.js';
import { provesInfeasible } from './proves-infeasible.js';
import { recessionProgram } from './recession-program.js';
import { settleWithoutEngine } from './settle-without-engine.js';
import {
  BELIEVED_GAP,
  BELIEVED_VIOLATION,
  believeOptimal,
  type Claim,
  checkPoint,
  stoppedOutcome,
} from './solve-and-check.js';
import type { SolveOptions, SolveOutcome, SolverSession } from './solver.js';
import { withRowLimits } from './with-row-limits.js';

/** Columns, duplicates merged, that the engine may be given: some 500 candidates, each bought and sold. */
const MOST_COLUMNS = 1000;
/** Size of the dense tableau it keeps, in numbers, when the whole program has to be tried. */
const MOST_CELLS = 3_000_000;
/** Seconds after which a run is taken for a hang: the largest programs allowed took 3 s. */
const GUARD_SECONDS = 10;
/** Share of the time after which the program itself is given up and its dual is tried: it rarely hangs too. */
const PRIMAL_SHARE = 0.5;
/** Share of the time for the whole program, and its dual; what is left is for the part of it that decides. */
const WHOLE_SHARE = 0.6;

interface Attempt {
  readonly secondsLeft: () => number;
  readonly signal: AbortSignal | null;
}

/** What the engine said, in the units of the program it was asked about. */
interface Answer {
  readonly claims: 'optimal' | 'infeasible' | 'unbounded';
  readonly x: Float64Array;
  readonly rowDuals: Float64Array;
}

/**
 * A small continuous program for javascript-lp-solver: first the whole, and when
 * nothing is proven so, the part of it that decides ({@link JsWorkingSet}). None of its verdicts is taken at its word: "optimal" must pass the
 * row check and the duality gap, with multipliers from its tableau or, failing that, from solving the dual program too;
 * "infeasible" must come with multipliers that prove it, "unbounded" with a feasible point and a direction. What is not
 * proven is a numerical failure.
 */
export class JsSession implements SolverSession {
  readonly #simplex = new JsSimplex();
  readonly #decisive: Decisive = { rows: new Set(), columns: new Set() };
  #program: LinearProgram;
  #disposed = false;

  constructor(program: LinearProgram) {
    this.#program = program;
  }

  addRows(rows: RowBlock): void {
    this.#assertOpen();
    this.#program = appendRows(this.#program, rows);
  }

  changeRow(row: number, lower: number, upper: number): void {
    this.#assertOpen();
    this.#program = withRowLimits(this.#program, row, lower, upper);
  }

  async solve(options: SolveOptions): Promise<SolveOutcome> {
    this.#assertOpen();
    const settled = settleWithoutEngine(this.#program, options);
    if (settled !== null) return settled;
    const merged = mergeDuplicateColumns(this.#program);
    const refusal = refuse(this.#program, merged.program);
    if (refusal !== null) return { status: 'numericalFailure', detail: refusal };
    const deadline = deadlineIn(Math.min(options.timeLimit, GUARD_SECONDS));
    const attempt: Attempt = { secondsLeft: deadline.secondsLeft, signal: options.signal };
    const outcome = await this.#prove(merged, attempt);
    if (typeof outcome === 'string') return { status: 'numericalFailure', detail: `javascript-lp-solver: ${outcome}` };
    return 'end' in outcome ? this.#noClaim(outcome, options) : outcome;
  }

  dispose(): void {
    this.#disposed = true;
    this.#simplex.dispose();
  }

  /** @returns the proven outcome, or why there is none: what was said of the whole program. */
  async #prove(merged: MergedProgram, attempt: Attempt): Promise<SolveOutcome | NoClaim | string> {
    const deadline = deadlineIn(WHOLE_SHARE * attempt.secondsLeft());
    const outcome = await this.#proveWhole(merged, { ...attempt, secondsLeft: deadline.secondsLeft });
    const isEnd = typeof outcome !== 'string' && (!('end' in outcome) || outcome.end === 'interrupted');
    return isEnd ? outcome : ((await this.#proveByPart(merged, attempt)) ?? outcome);
  }

  /** By the small part of the program that decides it; null when that proves nothing either. */
  async #proveByPart(merged: MergedProgram, attempt: Attempt): Promise<SolveOutcome | NoClaim | null> {
    const part = new JsWorkingSet(merged.program, this.#decisive);
    for (;;) {
      const answer = await this.#ask(part.part(), attempt);
      if ('end' in answer) return answer.end === 'crashed' ? null : answer;
      const rowDuals = part.multipliers(answer.rowDuals);
      if (answer.claims === 'infeasible') {
        return provesInfeasible(this.#program, rowDuals) ? { status: 'infeasible' } : null;
      }
      if (answer.claims === 'unbounded') return null;
      const x = part.point(answer.x);
      if (part.grow(x)) continue;
      const outcome = believeOptimal(this.#program, claimOf(merged.split(x), rowDuals));
      return typeof outcome === 'string' ? null : outcome;
    }
  }

  /** The program as it is. @returns the proven outcome, or a sentence saying what was not proven. */
  async #proveWhole(merged: MergedProgram, attempt: Attempt): Promise<SolveOutcome | NoClaim | string> {
    const answer = await this.#ask(merged.program, attempt, PRIMAL_SHARE);
    if ('end' in answer) return answer.end === 'time' ? this.#proveByDual(merged, attempt, []) : answer;
    const x = merged.split(answer.x);
    if (answer.claims === 'infeasible') {
      return provesInfeasible(this.#program, answer.rowDuals)
        ? { status: 'infeasible' }
        : 'says infeasible without proof';
    }
    const isFeasible = checkPoint(this.#program, x).worstViolation <= BELIEVED_VIOLATION;
    if (answer.claims === 'unbounded') {
      if (!isFeasible) return 'says unbounded at a point that breaks a limit';
      return this.#proveUnbounded(merged.program, attempt);
    }
    const outcome = believeOptimal(this.#program, claimOf(x, answer.rowDuals));
    return typeof outcome === 'string' ? this.#proveByDual(merged, attempt, [x]) : outcome;
  }

  /** Multipliers, and a point beside those found before, by solving the dual program. */
  async #proveByDual(
    merged: MergedProgram,
    attempt: Attempt,
    found: readonly Float64Array[],
  ): Promise<SolveOutcome | NoClaim | string> {
    const conditioned = conditionProgram(merged.program);
    const form = canonicalForm(conditioned.program);
    const claim = await this.#simplex.solve(dualOf(form.canonical), attempt.secondsLeft(), attempt.signal);
    if ('end' in claim) return claim;
    const rowDuals = undo(form.rowDualsOf(claim.values), conditioned);
    let outcome: SolveOutcome | string = 'says nothing that can be proven';
    // The multipliers of the dual program's rows are the variables of the program itself.
    for (const x of [...found, merged.split(form.columnsOf(claim.multipliers))]) {
      outcome = believeOptimal(this.#program, claimOf(x, rowDuals));
      if (typeof outcome !== 'string') break;
    }
    return outcome;
  }

  /** Looks for the direction that falls for ever, from a feasible point that is known already. */
  async #proveUnbounded(program: LinearProgram, attempt: Attempt): Promise<SolveOutcome | NoClaim | string> {
    const recession = recessionProgram(program);
    const direction = await this.#ask(recession, attempt);
    if ('end' in direction) return direction;
    const fall = checkPoint(recession, direction.x);
    const steepest = recession.cost.reduce((most, cost) => Math.max(most, Math.abs(cost)), 0);
    const isProof = fall.objective < -BELIEVED_GAP * steepest && fall.worstViolation <= BELIEVED_VIOLATION;
    return isProof ? { status: 'unbounded' } : 'says unbounded without proof';
  }

  async #ask(program: LinearProgram, attempt: Attempt, share = 1): Promise<Answer | NoClaim> {
    const conditioned = conditionProgram(program);
    const form = canonicalForm(conditioned.program);
    const claim = await this.#simplex.solve(form.canonical, share * attempt.secondsLeft(), attempt.signal);
    if ('end' in claim) return claim;
    const claims = claim.feasible ? (claim.bounded ? 'optimal' : 'unbounded') : 'infeasible';
    return { claims, x: form.columnsOf(claim.values), rowDuals: undo(form.rowDualsOf(claim.multipliers), conditioned) };
  }

  #noClaim(reason: NoClaim, options: SolveOptions): SolveOutcome {
    const isOwnLimit = reason.end === 'time' && options.timeLimit <= GUARD_SECONDS;
    if (reason.end === 'interrupted' || isOwnLimit) {
      const stop = reason.end === 'interrupted' ? 'interrupted' : 'time';
      return stoppedOutcome(this.#program, stop, [options.start], Number.NEGATIVE_INFINITY);
    }
    return { status: 'numericalFailure', detail: `javascript-lp-solver: ${reason.detail}` };
  }

  #assertOpen(): void {
    if (this.#disposed) throw new Error('this solver session was disposed');
  }
}

function claimOf(x: Float64Array, rowDuals: Float64Array): Claim {
  return { x, rowDuals, bound: Number.NEGATIVE_INFINITY, relativeGap: 0 };
}

function undo(duals: Float64Array, conditioned: ConditionedProgram): Float64Array {
  return originalDuals(duals, conditioned.rowScale, conditioned.costScale);
}

/** Why the engine is not asked at all; null when it may be. */
function refuse(program: LinearProgram, merged: LinearProgram): string | null {
  if (program.integer !== null) return 'the js engine solves continuous programs only';
  const { canonical } = canonicalForm(merged);
  const cells = (canonical.variables + 1) * (canonical.floor.length + 1);
  if (merged.columns <= MOST_COLUMNS && cells <= MOST_CELLS) return null;
  const size = `${merged.columns} columns and ${canonical.floor.length} limits`;
  return `the js engine is for small programs: ${size}, at most ${MOST_COLUMNS} columns and ${MOST_CELLS} cells`;
}
