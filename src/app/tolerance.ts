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

/** What the figures of a case are measured by. */
export interface CaseScale {
  /** Size of the largest figure the case reports: what a fraction of a reported zero is a fraction of. */
  readonly largest: number;
  /** Longs plus shorts of the book, in money: sums over it are exact to some digits of that only. */
  readonly gross: number;
}

/** Part of the gross notional below which a difference is rounding of doubles: 100.01 - 100 is more than 0.01. */
const ROUNDING = 1e-13;

/** Compares a figure with the reported one. */
export function comparedFigure(
  name: string,
  ours: number,
  theirs: number,
  tolerance: Tolerance,
  scale: CaseScale,
): ComparedFigure {
  const difference = ours - theirs;
  const size = Math.abs(difference);
  const base = theirs === 0 ? scale.largest : Math.abs(theirs);
  const rounding = ROUNDING * Math.max(Math.abs(ours), Math.abs(theirs), scale.gross);
  const allowed = (tolerance.relative ? tolerance.amount * base : tolerance.amount) + rounding;
  const within = size <= allowed;
  return {
    figure: { name, ours, theirs, difference, relative: theirs === 0 ? null : size / Math.abs(theirs), within },
    distance: size === 0 ? 0 : size / allowed,
  };
}
