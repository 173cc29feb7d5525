import { convexAbove, convexCover, hasMinimum } from '../formula/index.js';
import { convexPart } from './convex-part.js';
import { descendHedge } from './descend-hedge.js';
import type { HedgeFound, HedgeOutcome } from './hedge-outcome.js';
import { type HedgeProblem, needsIntegers } from './hedge-problem.js';
import { buildHedgeProgram } from './hedge-program.js';
import { bookAfter, objectiveOf } from './hedge-solution.js';
import { inAnySize } from './in-any-size.js';
import { nothingIsAdmissible } from './nothing-is-admissible.js';
import { withSharedTime } from './shared-time.js';
import { solveHedge } from './solve-hedge.js';
import { solveWithEnds } from './solve-with-ends.js';
import type { Infeasible, SolveOptions, Solver } from './solver/index.js';

/** With more binaries for `min` nodes than this the rules themselves are not searched: measured, nothing comes of it. */
const MOST_CHOICES = 400;
/** Nodes of a search whose only whole numbers are those binaries. */
const MOST_NODES = 2000;
/** Nodes of a search in whole lots. */
const MOST_WHOLE_NODES = 20_000;
/** Parts of the time for whole lots that go to the problem without them, and to the books near its answer. */
const FIRST_SHARE = 0.2;
const NEAR_SHARE = 0.4;
/** A gap up to this, relative, is none. */
const CLOSED = 1e-6;
/** The margin and the formula below it are equal up to this, relative. */
const EQUAL = 1e-9;

/**
 * Finds the trades that make marginWeight x initial margin + cost smallest within the limits, whatever the rules: where
 * they are convex this is {@link solveHedge}. Where the margin has `min` nodes:
 *
 * 1. A convex formula below it is optimised. The answer is priced by the rules; where the two agree it is optimal, with the
 *    same proof, and else the bound still holds for the rules.
 * 2. From that answer and from the present book, convex formulas above it are optimised until nothing falls any more.
 * 3. If the binaries of the `min` nodes are not too many, the rules themselves are searched, from the best book so far.
 *
 * Where a convex formula is never below the margin for any book (expected shortfall over a value at risk), its answer is one
 * more book that step 2 starts from.
 *
 * Whole lots and trade counts come last: the problem without them gives a bound and a book, the convex formula above the
 * margin at that book is optimised in whole lots, and from there the rules are searched. The answer is the best book by the rules, with the best bound; `searched` when all this was done and a gap remains. Rules with a
 * limit of their own (a margin limit) keep their `min` nodes there: binaries in every step.
 */
export async function solveAnyHedge(
  problem: HedgeProblem,
  engine: Solver,
  options: SolveOptions,
): Promise<HedgeOutcome> {
  if (!hasMinimum(problem.margin)) return solveHedge(problem, engine, options);
  const { choices } = buildHedgeProgram(problem, { aim: { kind: 'margin' } });
  if (choices === 0) return solveHedge(problem, engine, options);
  const solver = withSharedTime(engine, options.timeLimit);
  const searchable = engine.id === 'highs' && choices <= MOST_CHOICES;
  const whole = needsIntegers(problem);
  if (searchable && whole) {
    const outcome = await searchedWhole({ problem, solver, options });
    if (outcome.status !== 'failed' || outcome.cause === 'time') return outcome;
  }
  const below = convexPart(problem);
  const share = whole ? { ...options, timeLimit: options.timeLimit / 2 } : options;
  const first = withMethod(await solveHedge(below, solver, share), 'convexPart');
  if (!isFound(first)) return first;
  const priced = objectiveOf(problem, first.trades);
  if (priced - objectiveOf(below, first.trades) <= EQUAL * Math.max(1, Math.abs(priced))) return first;
  const task: Task = { problem, solver, options };
  let standing = await descended(task, first);
  if (!isClosed(task, standing) && searchable) standing = await searched(task, standing);
  return concluded(task, standing);
}

/** Whole lots: from the answer in any size, to the best book near it, to a search of the rules themselves. */
async function searchedWhole(task: Task): Promise<HedgeOutcome> {
  const { problem, solver, options } = task;
  const loose = inAnySize(problem);
  const limited = { ...options, nodeLimit: MOST_WHOLE_NODES };
  if (needsIntegers(loose)) return withMethod(await solveHedge(problem, solver, limited), 'binaries');
  const first = await solveAnyHedge(loose, solver, { ...options, timeLimit: options.timeLimit * FIRST_SHARE });
  if (!isFound(first)) return first;
  const margin = convexAbove(problem.margin, bookAfter(problem.present, first.trades));
  const near = await solveHedge({ ...problem, margin }, solver, {
    ...limited,
    timeLimit: options.timeLimit * NEAR_SHARE,
  });
  if (near.status === 'infeasible') return near;
  if (near.status === 'failed') return withMethod(await solveHedge(problem, solver, limited), 'binaries');
  const rules = await solveWithEnds(problem, near.relaxed, solver, limited, [near.trades]);
  if (!isFound(rules)) return rules.status === 'failed' ? rules : NOT_FEASIBLE_AFTER_ALL;
  const standing = better(task, { best: near, proof: { ...rules, method: 'binaries' }, outOfTime: false }, rules);
  // Ends that gave way further may leave room for books that the looser problem could not have.
  const comparable = first.relaxed.size === 0 && near.relaxed.size === 0 && first.bound > rules.bound;
  return concluded(task, comparable ? { ...standing, proof: first } : standing);
}

const NOT_FEASIBLE_AFTER_ALL = {
  status: 'failed',
  cause: 'engine',
  detail: 'the limits were found feasible first and infeasible later: please report it',
} as const;

interface Task {
  readonly problem: HedgeProblem;
  readonly solver: Solver;
  readonly options: SolveOptions;
}

/** The best answer by the rules, and the one whose bound is the best. */
interface Standing {
  readonly best: HedgeFound;
  readonly proof: HedgeFound;
  readonly outOfTime: boolean;
}

function isFound(outcome: HedgeOutcome | Infeasible): outcome is HedgeFound {
  return outcome.status !== 'failed' && outcome.status !== 'infeasible';
}

function withMethod(outcome: HedgeOutcome, method: HedgeFound['method']): HedgeOutcome {
  return isFound(outcome) ? { ...outcome, method } : outcome;
}

async function descended(task: Task, first: HedgeFound): Promise<Standing> {
  const { problem, solver, options } = task;
  let standing: Standing = { best: first, proof: first, outOfTime: first.status === 'stopped' };
  const starts = [first];
  if (nothingIsAdmissible(problem, first)) starts.push({ ...first, trades: [], shadowPrices: new Map() });
  const covered = await coveredAnswer(task, first);
  if (covered !== null) {
    starts.push(covered);
    standing = better(task, standing, covered);
  }
  for (const start of starts) {
    if (isClosed(task, standing)) break;
    const end = await descendHedge(problem, start, solver, options);
    standing = better(task, standing, end);
  }
  return standing;
}

/** The answer under a convex formula that is never below the margin; null where there is no such formula, or no answer. */
async function coveredAnswer({ problem, solver, options }: Task, first: HedgeFound): Promise<HedgeFound | null> {
  const margin = convexCover(problem.margin);
  if (margin === null) return null;
  const found = await solveWithEnds({ ...problem, margin }, first.relaxed, solver, options, [first.trades]);
  return isFound(found) ? found : null;
}

async function searched(task: Task, standing: Standing): Promise<Standing> {
  const { problem, solver, options } = task;
  const { best, proof } = standing;
  const limited = { ...options, nodeLimit: MOST_NODES };
  const found = await solveWithEnds(problem, best.relaxed, solver, limited, [best.trades]);
  if (found.status === 'infeasible') return standing;
  if (found.status === 'failed') return { ...standing, outOfTime: standing.outOfTime || found.cause === 'time' };
  const next = better(task, standing, found);
  return found.bound > proof.bound ? { ...next, proof: { ...found, method: 'binaries' } } : next;
}

function better({ problem }: Task, standing: Standing, other: HedgeFound): Standing {
  const isBetter = objectiveOf(problem, other.trades) <= objectiveOf(problem, standing.best.trades);
  return {
    ...standing,
    best: isBetter ? other : standing.best,
    outOfTime: standing.outOfTime || other.status === 'stopped',
  };
}

function isClosed({ problem, options }: Task, { best, proof }: Standing): boolean {
  const objective = objectiveOf(problem, best.trades);
  const tolerance = proof.searchBound === null ? CLOSED : Math.max(CLOSED, options.relativeGap);
  return objective - proof.bound <= tolerance * Math.max(1, Math.abs(objective));
}

/** The best book with the best bound, and what proves it. */
function concluded(task: Task, standing: Standing): HedgeFound {
  const { best, proof, outOfTime } = standing;
  const { bound, lpBound, searchBound, multipliers, rows, columns } = proof;
  const status = isClosed(task, standing) ? 'optimal' : outOfTime ? 'stopped' : 'searched';
  const isCovered = proof.method === 'convexPart' && convexCover(task.problem.margin) !== null;
  const method = isCovered ? 'cover' : proof.method;
  const certificate = { method, bound, lpBound, searchBound, multipliers, rows, columns };
  return { ...best, ...certificate, status, relaxed: proof.relaxed };
}
