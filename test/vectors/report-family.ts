import { agrees, type FamilyResult, passes, relativeError, type VectorCase } from './vector-case.js';

/** What is printed of a family, and whether it counts against the exit code. */
export interface FamilyReport {
  readonly lines: readonly string[];
  readonly failed: boolean;
}

/** One line for the family, then one per failed case with its first differing figure, then what is not covered. */
export function reportFamily(name: string, { cases, notCovered }: FamilyResult): FamilyReport {
  const failures = cases.filter((vectorCase) => !passes(vectorCase));
  const errors = cases.flatMap(({ comparisons }) =>
    comparisons.filter(({ isBound }) => isBound !== true).map(relativeError),
  );
  const largest = errors.reduce((a, b) => Math.max(a, b), 0);
  const lines = [
    `${name}: ${cases.length - failures.length}/${cases.length}, max relative error ${largest.toExponential(1)}`,
    ...(cases.length === 0 ? [`  ${name}: empty, no case found that margo can check`] : []),
    ...failures.map((failure) => `  FAILED ${failure.name}: ${firstDifference(failure)}`),
    ...notCovered.map(({ subject, reason, cases: count }) => {
      const counted = count === undefined ? '' : ` (${count} ${count === 1 ? 'case' : 'cases'})`;
      return `  ${subject}: not covered, ${reason}${counted}`;
    }),
  ];
  return { lines, failed: failures.length > 0 || cases.length === 0 };
}

function firstDifference({ comparisons, problem }: VectorCase): string {
  if (problem !== undefined) return problem;
  const first = comparisons.find((comparison) => !agrees(comparison));
  if (first === undefined) return 'no figure to compare';
  return `${first.field}, ours ${first.ours}, theirs ${first.theirs}, tolerance ${first.tolerance}`;
}
