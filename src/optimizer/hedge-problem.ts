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
  /** Objective = marginWeight x initial margin + cost. */
  readonly marginWeight: number;
  /** Whether quantities must be multiples of the lot. */
  readonly wholeLots: boolean;
}

/** A limit whose ends were moved. */
export interface RelaxedEnds {
  readonly min: number;
  readonly max: number;
}

/** Whether the answer needs an integer search, however convex the margin is: whole lots, a count, a limit on figures with a `min`. */
export function needsIntegers(problem: HedgeProblem): boolean {
  return problem.wholeLots || problem.limits.some(needsBinaries);
}

function needsBinaries({ measure, min, max }: ResolvedLimit): boolean {
  if (measure.kind === 'trades' || (min === -Infinity && max === Infinity)) return false;
  return measure.kind === 'count' ? max < Infinity : hasMinimum(measure.opposite ?? measure.formula);
}
