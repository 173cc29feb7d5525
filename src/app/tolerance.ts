import type { ReconciledFigure } from '../schema/reconcile-document.js';

/** How far a figure may be from the reported one: an amount of money, or a fraction of the reported figure. */
export interface Tolerance {
  readonly amount: number;
  readonly relative: boolean;
}

/** A figure beside the reported one, and how far they are apart with the tolerance as the unit. */
export interface ComparedFigure {
  readonly figure: ReconciledFigure;
  readonly distance: number;
}

/**
 * Compares a figure with the reported one.
 *
 * @param largest size of the largest figure that the case reports: what a fraction of a reported zero is a fraction of
 */
export function comparedFigure(
  name: string,
  ours: number,
  theirs: number,
  tolerance: Tolerance,
  largest: number,
): ComparedFigure {
  const difference = ours - theirs;
  const size = Math.abs(difference);
  const base = theirs === 0 ? largest : Math.abs(theirs);
  // Figures that agree to the last digits of a double are not told apart: 100.01 - 100 is more than 0.01.
  const rounding = 4 * Number.EPSILON * Math.max(Math.abs(ours), Math.abs(theirs));
  const allowed = (tolerance.relative ? tolerance.amount * base : tolerance.amount) + rounding;
  const within = size <= allowed;
  return {
    figure: { name, ours, theirs, difference, relative: theirs === 0 ? null : size / Math.abs(theirs), within },
    distance: size === 0 ? 0 : size / allowed,
  };
}
