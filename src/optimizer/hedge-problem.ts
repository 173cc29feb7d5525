import { type Formula, hasMinimum } from '../formula/index.js';
import type { Candidate } from './candidate.js';
import type { ResolvedLimit } from './limits/index.js';

/** What is to be made smaller, by trading what, within which limits. */
export interface HedgeProblem {
  /** Contracts held now, by line of the universe. */
  readonly present: Float64Array;
  readonly candidates: readonly Candidate[];
  readonly limits: readonly ResolvedLimit[];
  /** The initial margin. */
  readonly margin: Formula;
  /** Objective = marginWeight x initial margin + cost, unless there is a second aim. */
  readonly marginWeight: number;
  /** Whether quantities must be multiples of the lot. */
  readonly wholeLots: boolean;
  /** What is made small in place of the objective, which is held. */
  readonly second?: SecondAim;
  /**
   * Maxima of the margin that have more children than are listed: a search that gives children of them which exceed an amount
   * for a book, none where it finds none. The program is that over all of them; the figures of a book are by those listed.
   */
  readonly growing?: ReadonlyMap<Formula, MoreChildren>;
}

/** Children of a maximum beside those listed, affine up to a scale, that exceed `above` for a book. */
export type MoreChildren = (quantities: Float64Array, above: number) => readonly Formula[];

/** A figure of the trades that is made small while marginWeight x initial margin + cost stays small enough. */
export interface SecondAim {
  readonly aim: SecondFigure;
  /** The most that the objective may come to. */
  readonly most: number;
}

/** What may be made small after the objective: the trades' cost, their number, or their notional bought plus sold. */
export type SecondFigure = 'cost' | 'trades' | 'turnover';

/** A limit whose ends were moved. */
export interface RelaxedEnds {
  readonly min: number;
  readonly max: number;
}

/** Whether the answer needs an integer search, however convex the margin is: whole lots, a count, a limit on figures with a `min`. */
export function needsIntegers(problem: HedgeProblem): boolean {
  return problem.wholeLots || problem.second?.aim === 'trades' || problem.limits.some(needsBinaries);
}

function needsBinaries({ measure, min, max }: ResolvedLimit): boolean {
  if (measure.kind === 'ticket' || measure.kind === 'partLevels') return true;
  if (measure.kind === 'trades' || (min === -Infinity && max === Infinity)) return false;
  return measure.kind === 'count' ? max < Infinity : hasMinimum(measure.opposite ?? measure.formula);
}
