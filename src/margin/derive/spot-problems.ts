import type { ConfidentPrice } from './derive-line.js';
import { type DeriveProblem, figureProblems } from './derive-problem.js';

interface SpotFeeds {
  readonly spot: number;
  readonly spotConfidence: number;
  readonly perpetual: ConfidentPrice | null;
}

/** Spot and perpetual prices that cannot be, and a perpetual in the book without one. */
export function spotProblems(
  subject: string,
  { spot, spotConfidence, perpetual }: SpotFeeds,
  lines: readonly { readonly kind: string }[],
): DeriveProblem[] {
  const name = `perpetual of ${subject}`;
  const isMissing = perpetual === null && lines.some(({ kind }) => kind === 'perpetual');
  return [
    ...figureProblems(subject, { spot }, 'only be positive'),
    ...figureProblems(subject, { spotConfidence }, 'not be negative'),
    ...(perpetual === null ? [] : figureProblems(name, { ...perpetual }, 'not be negative')),
    ...(isMissing ? [{ subject: name, problem: 'no feed for its price' }] : []),
  ];
}
