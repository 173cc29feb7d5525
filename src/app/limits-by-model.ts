import type { Issue } from '../domain/index.js';
import type { LimitLine } from '../schema/limit-line.js';
import type { WholeRun } from './compare-result.js';
import { issuesOnce } from './issues-once.js';
import { limitLines, nothingTraded } from './limit-lines.js';
import type { Inputs } from './load-inputs.js';
import { resolveLimits } from './resolve-limits.js';

/** The limits under every rule book. A scenario may be known to some of them: it is an error only where none knows it. */
export function limitsByModel(
  { limits }: Inputs,
  whole: readonly WholeRun[],
): { readonly lines: ReadonlyMap<WholeRun, LimitLine[]>; readonly issues: readonly Issue[] } {
  const resolved = whole.map((compared) => ({ compared, ...resolveLimits(limits, compared.run) }));
  const everywhere = (issue: Issue): boolean =>
    resolved.every(({ issues }) => issues.some((other) => JSON.stringify(other) === JSON.stringify(issue)));
  const lines = new Map(
    resolved.map(({ compared, limits: own }) => {
      const { quantities, lines: universe } = compared.run;
      return [compared, limitLines(own, quantities, nothingTraded(universe.length))] as const;
    }),
  );
  return { lines, issues: issuesOnce(resolved.flatMap(({ issues }) => issues).filter(everywhere)) };
}
