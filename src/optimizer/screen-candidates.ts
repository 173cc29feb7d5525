import type { HedgeProgram } from './hedge-program.js';
import type { ProgramRun } from './run-program.js';
import { dualProof, objectiveAt, screenedUppers } from './solver/index.js';

/** What a search may leave out. */
export interface Screening {
  /** Largest value of each column in a better point. */
  readonly upper: Float64Array;
  /** What is left out holds no point below this objective. */
  readonly cutoff: number;
  /** Candidates of which nothing is left. */
  readonly screened: number;
}

/**
 * What no book can use that is better than a known one by more than the gap, as the multipliers of the linear answer prove:
 * whole columns are held to fewer lots, many candidates to none. The known book itself stays possible. A bound of what is
 * left, or the cutoff if that is lower, is a bound of the whole problem.
 *
 * @returns null where nothing is known to compare with, or nothing is left out
 */
export function screenCandidates(
  hedge: HedgeProgram,
  { outcome, program }: ProgramRun,
  known: Float64Array | null,
  relativeGap: number,
): Screening | null {
  if (known === null || outcome.status !== 'optimal' || outcome.rowDuals === null) return null;
  const { integer } = hedge.builder.build();
  const objective = objectiveAt(program, known);
  const cutoff = objective - Math.max(1e-9, relativeGap) * Math.abs(objective);
  const uppers = screenedUppers({ ...program, integer }, dualProof(program, outcome.rowDuals), cutoff);
  const upper = program.upper.map((most, j) =>
    integer?.[j] === 1 ? Math.max(known[j]!, Math.min(most, uppers[j]!)) : most,
  );
  if (upper.every((most, j) => most === program.upper[j])) return null;
  const left = new Map<string, boolean>();
  for (const { candidate, column } of hedge.trades.all) {
    left.set(candidate.instrument, (left.get(candidate.instrument) ?? false) || upper[column]! > 0);
  }
  return { upper, cutoff, screened: [...left.values()].filter((some) => !some).length };
}
