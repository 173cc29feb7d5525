import { type Breakpoint, type CurvePoint, traceCurve } from '../frontier/convex-curve.js';
import type { SolveOptions, SolveOutcome, Solver } from '../solver/index.js';
import type { CollateralProblem, Posting } from './collateral-problem.js';
import { buildRequirementProgram, type RequirementProgram } from './requirement-program.js';

/** A straight piece of the cost of a requirement: slope x requirement + constant, money a year. */
export interface CostPiece {
  readonly from: number;
  readonly to: number;
  readonly slope: number;
  readonly constant: number;
}

/** What meeting a venue's requirement costs a year, beyond what the other venues' requirements cost, by its size. */
export interface RequirementCost {
  /** The most that can be met. */
  readonly capacity: number;
  /** From nothing to the capacity; slopes rise, and the cost is the highest of the pieces. */
  readonly pieces: readonly CostPiece[];
  /** Postings of least cost at that venue for a requirement up to the capacity. */
  readonly postingsAt: (requirement: number) => readonly Posting[];
}

export type RequirementCostOutcome =
  | { readonly status: 'found'; readonly cost: RequirementCost }
  /** The other venues' requirements cannot be met, though this one asks for nothing. */
  | { readonly status: 'short' }
  /** More asked for costs less: an asset with a funding cost below zero may then be posted more. */
  | { readonly status: 'falling' }
  | { readonly status: 'failed'; readonly cause: 'time' | 'engine'; readonly detail: string };

/** Costs closer than this part of the largest are the same. */
const SAME = 1e-8;
/** Pieces beyond this many are not looked for: there are about as many as assets. */
const MOST_QUESTIONS = 1000;
/** Parts of a unit below this share of what there is are rounding of the solver, not a posting. */
const DUST = 1e-9;
/** Figures are rounded to so many digits, that a solver's last ones do not count. */
const DIGITS = 12;

/**
 * The cost of a requirement as a function of its size, for all sizes at once: the least cost of meeting all requirements, less that
 * where this venue asks for nothing. It is the value of a linear program in its right-hand side, so it is convex and piecewise
 * linear, and a few solves tell all its pieces. Lots and smallest postings are passed over.
 *
 * @param at place of the venue; the requirement the problem has of it is not looked at
 */
export async function requirementCost(
  problem: CollateralProblem,
  at: number,
  solver: Solver,
  options: SolveOptions,
): Promise<RequirementCostOutcome> {
  const { outcome: most } = await solved(buildRequirementProgram(problem, at, 'capacity'), solver, options);
  if (most.status === 'infeasible') return { status: 'short' };
  if (most.status !== 'optimal') return failed(most);
  const capacity = rounded(Math.max(0, -most.objective));
  // A solver's capacity may be the last digit too much.
  const end = rounded(capacity * (1 - SAME / 10));

  const program = buildRequirementProgram(problem, at, 'cost');
  const session = solver.open(program.builder.build());
  const points = new Map<number, Float64Array>();
  let last: SolveOutcome | null = null;
  const ask = async (requirement: number): Promise<CurvePoint | null> => {
    session.changeRow(program.requirementRow, requirement, requirement);
    last = await session.solve(options);
    if (last.status !== 'optimal' || last.rowDuals === null) return null;
    points.set(requirement, last.x);
    return { at: requirement, value: last.objective, slope: last.rowDuals[program.requirementRow]! };
  };
  try {
    const ends = [await ask(0), capacity > 0 ? await ask(end) : null].filter((one) => one !== null);
    if (ends.length < (capacity > 0 ? 2 : 1)) return failed(last);
    const size = Math.max(1, ...ends.map(({ value }) => Math.abs(value)));
    const curve = await traceCurve(ends, ask, SAME * size, MOST_QUESTIONS);
    if (!curve.complete) return failed(last);
    const pieces = piecesOf(curve.breakpoints, capacity);
    if (pieces.some(({ from, to, slope }) => slope * (to - from) < -SAME * size)) return { status: 'falling' };
    const known = curve.breakpoints.map((one) => ({ at: one.at, x: points.get(one.at)! }));
    const postingsAt = (requirement: number) => postingsBetween(problem, at, program, known, requirement);
    return { status: 'found', cost: { capacity, pieces, postingsAt } };
  } finally {
    session.dispose();
  }
}

async function solved(program: RequirementProgram, solver: Solver, options: SolveOptions) {
  const session = solver.open(program.builder.build());
  try {
    return { outcome: await session.solve(options) };
  } finally {
    session.dispose();
  }
}

function failed(outcome: SolveOutcome | null): RequirementCostOutcome {
  if (outcome?.status === 'stoppedEarly') return { status: 'failed', cause: 'time', detail: 'it was stopped' };
  const detail =
    outcome?.status === 'numericalFailure' ? outcome.detail : `the cost of collateral came out ${outcome?.status}`;
  return { status: 'failed', cause: 'engine', detail };
}

function piecesOf(breakpoints: readonly Breakpoint[], capacity: number): CostPiece[] {
  const atNothing = breakpoints[0]!.value;
  return breakpoints.slice(0, -1).map(({ at, value, slopeAfter }, k) => ({
    from: rounded(at),
    to: k + 2 < breakpoints.length ? rounded(breakpoints[k + 1]!.at) : capacity,
    slope: rounded(slopeAfter),
    constant: rounded(value - atNothing - slopeAfter * at),
  }));
}

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

/** Between two places where the slope changes, what lies between their postings in proportion: it meets as much, and costs as little. */
function postingsBetween(
  { assets }: CollateralProblem,
  at: number,
  { postings }: RequirementProgram,
  known: readonly { readonly at: number; readonly x: Float64Array }[],
  requirement: number,
): Posting[] {
  const right = known.find((one) => one.at >= requirement) ?? known.at(-1)!;
  const left = known.findLast((one) => one.at <= requirement) ?? known[0]!;
  const share = right.at > left.at ? (requirement - left.at) / (right.at - left.at) : 0;
  return postings.flatMap(({ asset, terms, column }) => {
    const amount = rounded((1 - share) * left.x[column]! + share * right.x[column]!);
    return terms.venue === at && amount > DUST * assets[asset]!.amount ? [{ asset, venue: at, amount }] : [];
  });
}
