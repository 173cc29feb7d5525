import type { HedgeFailed } from '../hedge-outcome.js';
import type { Infeasible, SolveOptions, Solver } from '../solver/index.js';
import { type Breakpoint, traceCurve } from './convex-curve.js';
import { evenlySpaced } from './evenly-spaced.js';
import type { Frontier, FrontierPoint, FrontierTask } from './frontier.js';
import { kneeOf } from './knee.js';
import { leastResource } from './least-resource.js';
import { nothingTraded } from './nothing-traded.js';
import { type ParametricOptimum, ParametricProgram } from './parametric-program.js';
import { usedBy } from './resource.js';

/** Objectives within this part of each other are the same. */
const SAME = 1e-9;
/** Breakpoints that are looked for; every one takes a solve, and about as many prove the pieces between. */
const MOST_SOLVES = 400;
/** Steps towards the place where more buys nothing. */
const MOST_STEPS = 30;
/** Room for rounding at the least amount with which limits can be kept, relative. */
const ROUNDING = 1e-9;

/**
 * The frontier of a continuous program: a convex curve, the program solved again and again from the last basis. First the
 * ends, then the points asked for, so that they are there when time runs out; then, where the curve is piecewise linear,
 * all its breakpoints.
 *
 * @returns infeasible where the limits cannot be kept however much of the resource is used
 */
export async function linearFrontier(
  task: FrontierTask,
  solver: Solver,
  options: SolveOptions,
): Promise<Frontier | HedgeFailed | Infeasible> {
  const program = new ParametricProgram(task.problem, task.resource, solver);
  try {
    const free = await program.at(Infinity, options);
    switch (free.status) {
      case 'infeasible':
        return { status: 'infeasible' };
      case 'failed':
        return { status: 'failed', cause: 'engine', detail: free.detail };
      case 'not reached':
        return nothingTraded(task);
      case 'optimal':
        return await traced({ task, program, solver, options, free });
    }
  } finally {
    program.dispose();
  }
}

interface Context {
  readonly task: FrontierTask;
  readonly program: ParametricProgram;
  readonly solver: Solver;
  readonly options: SolveOptions;
  /** The optimum with as much of the resource as one likes. */
  readonly free: ParametricOptimum;
}

async function traced(context: Context): Promise<Frontier> {
  const { task, program, options } = context;
  const first = await leastAmount(context);
  const to = first === null ? null : await leastAmountThatSuffices(context, first);
  if (first === null || to === null) {
    return { ...unfinished(context), points: await pointsAt(context, [0, mostUsed(context)]) };
  }
  const grid = evenlySpaced(first.at, to, task.points);
  for (const bound of grid) await program.at(bound, options);
  const tolerance = toleranceOf(context, first);
  const known = program.optima.filter(({ at }) => at >= first.at && at <= to);
  const ask = async (bound: number) => {
    const answer = await program.at(bound, options);
    return answer.status === 'optimal' ? answer : null;
  };
  const curve = program.isPiecewiseLinear ? await traceCurve(known, ask, tolerance, MOST_SOLVES) : null;
  const samples = curve?.breakpoints ?? known.map(({ at, value }) => ({ at, value })).sort((a, b) => a.at - b.at);
  const kneeIndex = kneeOf(samples);
  const knee = kneeIndex === null ? null : samples[kneeIndex]!.at;
  const indifferent = curve === null ? null : indifferentAt(curve.breakpoints, task.indifference);
  const wanted = [...(first.at > 0 ? [0] : []), ...grid, knee, indifferent].filter((bound) => bound !== null);
  const points = await pointsAt(context, wanted);
  const place = (bound: number | null): number | null =>
    bound === null ? null : points.findIndex((point) => point.bound === bound);
  return {
    status: 'found',
    points,
    breakpoints: curve?.breakpoints ?? null,
    exact: curve?.complete === true,
    interrupted: program.isInterrupted,
    from: first.at,
    to,
    knee: place(knee),
    indifferent: place(indifferent),
    relaxed: new Map(),
  };
}

function unfinished({ program }: Context): Omit<Frontier, 'points'> {
  const breakpoints = program.isPiecewiseLinear ? [] : null;
  const nowhere = { from: null, to: null, knee: null, indifferent: null };
  return {
    status: 'found',
    breakpoints,
    exact: false,
    interrupted: program.isInterrupted,
    ...nowhere,
    relaxed: new Map(),
  };
}

/** The optimum with the least amount that keeps the limits; null where it was not found. */
async function leastAmount({ task, program, solver, options }: Context): Promise<ParametricOptimum | null> {
  const none = await program.at(0, options);
  if (none.status !== 'infeasible') return none.status === 'optimal' ? none : null;
  const least = await leastResource(task.problem, task.resource, solver, options);
  if (least === null) return null;
  for (const bound of [least, least * (1 + ROUNDING), least * (1 + 1000 * ROUNDING)]) {
    const answer = await program.at(bound, options);
    if (answer.status !== 'infeasible') return answer.status === 'optimal' ? answer : null;
  }
  return null;
}

/**
 * The least amount with which more buys nothing: where the tangent at a known point reaches the objective of an unlimited amount
 * the curve does not lie below it, so that steps from tangent to tangent never go too far. Null where it was not found.
 */
async function leastAmountThatSuffices(context: Context, first: ParametricOptimum): Promise<number | null> {
  const { program, options, free } = context;
  const most = Math.max(first.at, mostUsed(context));
  const tolerance = toleranceOf(context, first);
  let last = first;
  for (let step = 0; step < MOST_STEPS; step++) {
    if (last.value - free.value <= tolerance) return last.at;
    const next = last.slope < 0 ? last.at + (last.value - free.value) / -last.slope : Infinity;
    if (!(next > last.at) || next >= most) break;
    const answer = await program.at(next, options);
    if (answer.status !== 'optimal') return null;
    last = answer;
  }
  const end = await program.at(most, options);
  return end.status === 'optimal' ? most : null;
}

function mostUsed({ task, program, free }: Context): number {
  return usedBy(task.resource, task.problem, program.tradesOf(free));
}

function toleranceOf({ free }: Context, first: ParametricOptimum): number {
  return SAME * Math.max(1, Math.abs(free.value), Math.abs(first.value));
}

/** Where the slope first is no steeper than that of indifference. */
function indifferentAt(breakpoints: readonly Breakpoint[], slope: number | null): number | null {
  if (slope === null) return null;
  return breakpoints.find(({ slopeAfter }) => slopeAfter >= slope - SAME * Math.abs(slope))?.at ?? null;
}

/** The points at some bounds, in order, each once. */
async function pointsAt({ program, options }: Context, bounds: readonly number[]): Promise<FrontierPoint[]> {
  const points: FrontierPoint[] = [];
  for (const bound of [...new Set(bounds)].sort((a, b) => a - b)) {
    const answer = await program.at(bound, options);
    points.push(
      answer.status === 'optimal'
        ? { bound, status: 'optimal', trades: program.tradesOf(answer), lowerBound: answer.lowerBound }
        : { bound, status: answer.status, trades: [], lowerBound: -Infinity },
    );
  }
  return points;
}
