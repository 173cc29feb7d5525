/** One figure of a case: ours beside the one from outside. */
export interface Comparison {
  readonly field: string;
  readonly ours: number;
  readonly theirs: number;
  /** Largest |ours - theirs| that passes. */
  readonly tolerance: number;
  /** The figure only bounds ours: it can fail, but says nothing about accuracy. */
  readonly isBound?: true;
}

/** A row or an entry of a vector file. It passes when it has figures, no problem, and every figure agrees. */
export interface VectorCase {
  /** Where it is, for a person to find it: file, and line or key. */
  readonly name: string;
  readonly comparisons: readonly Comparison[];
  /** Why the case could not be computed at all. */
  readonly problem?: string;
}

/** Something present that is not checked, and why; `cases` counts what is inside where that can be told. */
export interface NotCovered {
  readonly subject: string;
  readonly reason: string;
  readonly cases?: number;
}

export interface FamilyResult {
  readonly cases: readonly VectorCase[];
  readonly notCovered: readonly NotCovered[];
}

/**
 * A kind of vectors: one folder of files that belong together. A new family is a file with one of these, and a line in
 * `families.ts`.
 */
export interface VectorFamily {
  /** The folder's name. */
  readonly name: string;
  /** Reads and computes everything in the folder; trouble with a file is a failed case, never an exception. */
  readonly run: (folder: string) => FamilyResult;
}

/** Whether a figure agrees; a figure that is not finite never does. */
export function agrees({ ours, theirs, tolerance }: Comparison): boolean {
  return Math.abs(ours - theirs) <= tolerance;
}

/**
 * |ours - theirs| relative to theirs, or as it is where theirs is smaller than 1; Infinity for a figure that is no
 * number.
 */
export function relativeError({ ours, theirs }: Comparison): number {
  const error = Math.abs(ours - theirs) / Math.max(1, Math.abs(theirs));
  return Number.isNaN(error) ? Number.POSITIVE_INFINITY : error;
}

/** Whether the whole case agrees. */
export function passes(vectorCase: VectorCase): boolean {
  const { comparisons, problem } = vectorCase;
  return problem === undefined && comparisons.length > 0 && comparisons.every(agrees);
}
