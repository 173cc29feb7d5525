import { hasErrors, type Io, type Issue, makeIssue } from '../domain/index.js';
import { type HedgeOutcome, loadSolver, needsIntegers, solveAnyHedge } from '../optimizer/index.js';
import type { AllocateResult } from '../schema/allocate-document.js';
import type { Status } from '../schema/envelope.js';
import { allocateResult } from './allocate/allocate-result.js';
import { Allocation } from './allocate/allocation.js';
import { loadVenues } from './allocate/load-venues.js';
import { movePairs, unknownEquivalents } from './allocate/move-pairs.js';
import { type Moves, movesOf } from './allocate/moves.js';
import { type VenueRun, venueRuns } from './allocate/venue-run.js';
import { marginWeight } from './hedge-search.js';
import { ManifestBuilder } from './manifest.js';
import type { Outcome } from './outcome.js';
import type { AllocateRequest } from './request.js';
import { sealed } from './seals.js';

const SCHEMA = 'margo/allocate@1';

/** Which positions to move between venues so that their margins, transfers and trades together cost least. */
export async function runAllocate(request: AllocateRequest, io: Io): Promise<Outcome<AllocateResult>> {
  const manifest = new ManifestBuilder(request, io);
  const engine = loadSolver(request.solver);
  engine.catch(() => undefined);
  const { prepared, issues } = await prepare(request, io, manifest);
  const refused = (status: Status = 'error'): Outcome<AllocateResult> => ({
    schema: SCHEMA,
    status,
    manifest: manifest.build(),
    result: null,
    issues,
  });
  if (prepared === null) return refused();
  const { allocation, excluded, transfers } = prepared;
  const problem = allocation.problem(marginWeight(request), request.lots, request.maxTrades);
  if (request.solver === 'js' && needsIntegers(problem)) {
    issues.push(makeIssue('CFG_JS_INTEGERS'));
    return refused();
  }
  const solver = await engine;
  const outcome = await solveAnyHedge(problem, solver, {
    timeLimit: request.timeLimit ?? Infinity,
    relativeGap: request.relativeGap,
    seed: request.seed,
    start: null,
    signal: io.signal,
  });
  manifest.solvedBy(solver);
  manifest.finished('solve');
  if (outcome.status === 'failed' || outcome.status === 'infeasible') {
    issues.push(failure(request, outcome));
    return refused(outcome.status === 'failed' && outcome.cause === 'time' ? 'no' : 'error');
  }
  const context = { allocation, problem, excluded, transfers, relativeGap: request.relativeGap };
  const result = allocateResult(context, outcome);
  const methods = new Set(allocation.venues.map(({ run }) => run.model.id));
  if (outcome.status === 'stopped') issues.push(makeIssue('OPT_STOPPED', { detail: gapWords(result.gap) }));
  if (outcome.method !== 'exact') {
    const detail = 'the answer is priced by the rules, and the bound holds for them';
    issues.push(makeIssue('OPT_NOT_CONVEX', { subject: [...methods].join(', '), detail }));
  }
  return sealed({
    schema: SCHEMA,
    status: statusOf(request, outcome, result),
    manifest: manifest.build(),
    result,
    issues,
  });
}

interface Prepared extends Moves {
  readonly allocation: Allocation;
}

/** Everything before the solver: reads the venues, values each, and finds out what can move. Null with errors among the issues. */
async function prepare(
  request: AllocateRequest,
  io: Io,
  manifest: ManifestBuilder,
): Promise<{ readonly prepared: Prepared | null; readonly issues: Issue[] }> {
  const { file, venues, issues: told, sources } = await loadVenues(request, io);
  const issues = [...told];
  manifest.read(sources);
  manifest.finished('read');
  if (hasErrors(issues)) return { prepared: null, issues };
  for (const { name, equivalent } of unknownEquivalents(file.equivalents, venues)) {
    issues.push(makeIssue('ALC_UNKNOWN_INSTRUMENT', { at: equivalent.origin, field: 'equivalents', value: name }));
  }
  const { pairs, stuck } = movePairs(file, venues);
  const slots = pairs.flatMap(({ from, to }) => [from, to]);
  const valued = venueRuns(venues, slots, request, io);
  issues.push(...valued.issues);
  manifest.finished('value');
  if (hasErrors(issues)) return { prepared: null, issues };
  const { runs } = valued;
  manifest.valuedAt(Math.max(...runs.map(({ run }) => run.view.asOf)));
  const costs = venues.map(({ venue }) => venue.transferCost);
  const found = movesOf(pairs, runs, costs);
  if (found.moves.length === 0) issues.push(makeIssue('ALC_NOTHING_MOVES'));
  const excluded = [...stuck.map((slot) => stuckReason(slot, runs)), ...found.excluded];
  return { prepared: { ...found, excluded, allocation: new Allocation(runs, found.moves) }, issues };
}

function stuckReason({ venue, instrument }: { venue: number; instrument: string }, runs: readonly VenueRun[]) {
  const reason = 'no other venue has it, or an equivalent';
  return { instrument: `${instrument} at ${runs[venue]!.name}`, reason };
}

function failure(
  { solver }: AllocateRequest,
  outcome: Extract<HedgeOutcome, { status: 'failed' | 'infeasible' }>,
): Issue {
  if (outcome.status === 'infeasible') {
    return makeIssue('OPT_SOLVER_FAILED', { detail: 'the present allocation was found not to be one' });
  }
  const declined = solver === 'js' ? 'CFG_JS_DECLINED' : 'OPT_SOLVER_FAILED';
  return makeIssue(outcome.cause === 'time' ? 'OPT_NOT_IN_TIME' : declined, { detail: outcome.detail });
}

function gapWords(gap: number | null): string {
  return gap === null ? 'gap unknown' : `gap ${(100 * gap).toPrecision(3)} %`;
}

function statusOf(request: AllocateRequest, { status }: { readonly status: string }, result: AllocateResult): Status {
  if (status === 'stopped') return 'stopped';
  const objectiveBefore = result.marginWeight * result.before.initialMargin;
  const improved = result.moves.length > 0 && result.objective < objectiveBefore * (1 - 1e-9);
  return request.requireImprovement && !improved ? 'no' : 'ok';
}
