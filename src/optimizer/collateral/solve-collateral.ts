import { dualBound, type SolveOptions, type SolveOutcome, type Solver } from '../solver/index.js';
import type { CollateralProblem, Posting } from './collateral-problem.js';
import { buildCollateralProgram, type CollateralAim, type CollateralProgram } from './collateral-program.js';

/** Postings that meet every requirement at least cost, or come nearest to it. */
export interface CollateralFound {
  /** `short`: not everything can be met; `missing` is least in all, and the cost least among the postings that leave no more. */
  readonly status: 'optimal' | 'stopped' | 'short';
  readonly postings: readonly Posting[];
  /** Counted value missing by venue; zeros unless short. */
  readonly missing: Float64Array;
  /** No postings that do the same cost less a year; -Infinity when none is known. */
  readonly bound: number;
  /** Whether `bound` is a dot product of the multipliers, no solver trusted; else what branch and bound claims. */
  readonly boundIsDual: boolean;
  readonly multipliers: readonly { readonly row: string; readonly value: number }[];
  /** By venue: cost a year of one more unit of requirement. Null where lots or smallest postings make it jump, or not all is met. */
  readonly venueWorth: readonly number[] | null;
  /** By asset: cost a year saved by one unit more of it. Null likewise. */
  readonly assetWorth: readonly number[] | null;
}

export type CollateralOutcome =
  | CollateralFound
  | { readonly status: 'failed'; readonly cause: 'time' | 'engine'; readonly detail: string };

/**
 * Meets every venue's requirement with the assets at hand at least funding cost a year: a linear program, or a mixed-integer one
 * where assets come in lots or with a smallest posting. Where they do not reach, first what is missing is made least, then the cost.
 */
export async function solveCollateral(
  problem: CollateralProblem,
  solver: Solver,
  options: SolveOptions,
): Promise<CollateralOutcome> {
  const asked = await run(problem, { kind: 'cost' }, solver, options);
  if (asked.outcome.status !== 'infeasible') return told(problem, asked, 'optimal');
  const least = await run(problem, { kind: 'shortfall' }, solver, options);
  if (least.outcome.status !== 'optimal') return told(problem, { ...least, costless: true }, 'short');
  const cheapest = await run(problem, { kind: 'costOfMost', missing: least.outcome.objective }, solver, options);
  // Rounding may leave no room at all; then what is missing is least and the cost is what it is.
  const bestOf = cheapest.outcome.status === 'infeasible' ? { ...least, costless: true } : cheapest;
  return told(problem, bestOf, 'short');
}

interface Run {
  readonly program: CollateralProgram;
  readonly outcome: SolveOutcome;
  /** Whether the program's objective is not the cost, so that its bound says nothing of it. */
  readonly costless?: boolean;
}

async function run(
  problem: CollateralProblem,
  aim: CollateralAim,
  solver: Solver,
  options: SolveOptions,
): Promise<Run> {
  const program = buildCollateralProgram(problem, aim);
  const session = solver.open(program.builder.build());
  try {
    return { program, outcome: await session.solve(options) };
  } finally {
    session.dispose();
  }
}

function told(problem: CollateralProblem, run: Run, status: 'optimal' | 'short'): CollateralOutcome {
  const { program, outcome, costless = false } = run;
  if (outcome.status !== 'optimal' && outcome.status !== 'stoppedEarly') {
    const detail = outcome.status === 'numericalFailure' ? outcome.detail : `the program came out ${outcome.status}`;
    return { status: 'failed', cause: 'engine', detail };
  }
  if (outcome.x === null) return { status: 'failed', cause: 'time', detail: 'no postings were found in the time' };
  const duals = outcome.status === 'optimal' ? outcome.rowDuals : null;
  const postings = program.postings(outcome.x);
  return {
    status: outcome.status === 'stoppedEarly' ? 'stopped' : status,
    postings,
    missing: missingAt(problem, postings),
    bound: costless ? -Infinity : duals === null ? outcome.bound : dualBound(program.builder.build(), duals),
    boundIsDual: duals !== null,
    multipliers: multipliersOf(program, duals),
    venueWorth: duals === null || status === 'short' ? null : program.venueRows.map((row) => Math.max(0, duals[row]!)),
    assetWorth: duals === null ? null : program.assetRows.map((row) => (row === null ? 0 : Math.max(0, -duals[row]!))),
  };
}

function multipliersOf({ builder }: CollateralProgram, duals: Float64Array | null): CollateralFound['multipliers'] {
  return [...(duals ?? [])].flatMap((value, i) => (value === 0 ? [] : [{ row: builder.rowNames[i]!, value }]));
}

function missingAt({ venues, assets }: CollateralProblem, postings: readonly Posting[]): Float64Array {
  const missing = Float64Array.from(venues, ({ requirement }) => requirement);
  for (const { asset, venue, amount } of postings) {
    const { price, terms } = assets[asset]!;
    missing[venue]! -= amount * price * (1 - terms.find((one) => one.venue === venue)!.haircut);
  }
  return missing.map((left, v) => (left > 1e-6 * Math.max(1, venues[v]!.requirement) ? left : 0));
}
