import { hasErrors, type Instrument, type Io, type Issue, makeIssue } from '../domain/index.js';
import { readNames } from '../ingest/index.js';
import { loadSolver, needsIntegers, type ResolvedLimit } from '../optimizer/index.js';
import { candidateFilter } from './candidate-filters.js';
import { type CollateralCost, hedgeCollateralCost } from './collateral/hedge-collateral-cost.js';
import { type HedgeCollateral, loadHedgeCollateral } from './collateral/load-hedge-collateral.js';
import { didYouMean } from './did-you-mean.js';
import { ellipsoidIssues } from './ellipsoid/scenario-mode.js';
import { type Execution, loadExecution } from './execution.js';
import { type HedgeSearch, hedgeSearch } from './hedge-search.js';
import { keepsNothing } from './keeps-nothing.js';
import { type Inputs, loadInputs } from './load-inputs.js';
import type { ManifestBuilder } from './manifest.js';
import { runNearBook } from './near-book.js';
import { type PreparedRun, prepareRun } from './prepare-run.js';
import type { OptimizeRequest } from './request.js';
import { resolveLimits } from './resolve-limits.js';
import { loadRobust } from './robust/load-robust.js';
import { regimeCases } from './robust/regime-cases.js';
import { type PreparedRobust, robustRuns } from './robust/robust-runs.js';

/** All that a hedge search needs, from the inputs alone. */
export interface PreparedHedge {
  readonly run: PreparedRun;
  readonly search: HedgeSearch;
  readonly execution: Execution;
  /** The same over another run of the same lines, with more scenarios: its limits and its margin are resolved anew. */
  readonly over: (run: PreparedRun) => PreparedHedge;
}

/**
 * Everything of an optimisation that comes before the solver: reads the inputs, values the market, resolves the limits and
 * selects the candidates. What `optimize` solves and `verify` rebuilds.
 *
 * @param manifest told what was read, what was prepared, and when
 * @returns the search; null with errors among the issues
 */
export async function prepareHedge(
  request: OptimizeRequest,
  io: Io,
  manifest: ManifestBuilder,
): Promise<{ readonly hedge: PreparedHedge | null; readonly issues: Issue[] }> {
  const { inputs, issues, sources } = await loadInputs(request, io);
  const names = await candidateNames(request, inputs, io);
  if (names !== null) {
    issues.push(...names.issues, ...unknownCandidates(names.value, inputs));
    sources.push(names.source);
  }
  const { execution, ...executed } = await loadExecution(request, inputs.market, io);
  issues.push(...executed.issues);
  sources.push(...executed.sources);
  const asked = await loadRobust(request, io);
  issues.push(...asked.issues);
  sources.push(...asked.sources);
  const posted = await loadHedgeCollateral(request, io);
  issues.push(...posted.issues);
  sources.push(...posted.sources);
  manifest.read(sources);
  manifest.finished('read');
  if (hasErrors(issues)) return { hedge: null, issues };

  const prepared = prepareRun(request, inputs, io, marketInstruments(inputs));
  issues.push(...prepared.issues);
  manifest.prepared(prepared.run);
  manifest.finished('value');
  if (prepared.run === null) return { hedge: null, issues };
  const { run: own, issues: tooLarge } = runNearBook(prepared.run);
  issues.push(...tooLarge);
  if (hasErrors(issues)) return { hedge: null, issues };
  const alone: PreparedRobust = { run: own, robust: null, issues: [] };
  const regimes = regimeCases(request, own, inputs.prices);
  issues.push(...regimes.issues);
  if (hasErrors(issues)) return { hedge: null, issues };
  const robust = asked.robust ?? regimes.robust;
  const cases = robust === null ? alone : robustRuns(robust, request, own, inputs, io);
  issues.push(...untold(cases.issues, prepared.issues));
  manifest.finished('value');
  if (hasErrors(issues)) return { hedge: null, issues };
  const { run } = cases;
  issues.push(...ellipsoidIssues(request, run));
  const resolved = resolveLimits(inputs.limits, run);
  issues.push(...resolved.issues);
  const filtered = candidateFilter(
    request.filters,
    [...run.lines.map(({ instrument }) => instrument), ...marketInstruments(inputs)].map(({ name }) => name),
  );
  issues.push(...filtered.issues);
  const collateral = await collateralCost(posted.collateral, request, run, io);
  issues.push(...collateral.issues);
  if (posted.collateral !== null && collateral.cost === null) return { hedge: null, issues };
  const wanted = names === null ? null : new Set(names.value);
  const { filter } = filtered;
  const searchOver = (other: PreparedRun, limits: readonly ResolvedLimit[]): HedgeSearch =>
    hedgeSearch(request, other, limits, wanted, filter, execution, cases.robust, collateral.cost);
  const over = (other: PreparedRun): PreparedHedge => {
    const { limits } = resolveLimits(inputs.limits, other);
    return { run: other, search: searchOver(other, limits), execution, over };
  };
  const search = searchOver(run, resolved.limits);
  manifest.finished('value');
  const asksToKeep = inputs.limits.some(({ keep }) => keep !== undefined);
  if (asksToKeep && keepsNothing(search)) issues.push(makeIssue('OPT_KEEP_NOTHING', { field: '--keep' }));
  if (request.solver === 'js' && asksForIntegers(request, search)) issues.push(makeIssue('CFG_JS_INTEGERS'));
  if (hasErrors(issues)) return { hedge: null, issues };
  if (search.candidates.length === 0) issues.push(makeIssue('OPT_NO_CANDIDATES'));
  return { hedge: { run, search, execution, over }, issues };
}

/** What margin costs by the collateral of a request, where it has some. */
async function collateralCost(
  collateral: HedgeCollateral | null,
  request: OptimizeRequest,
  run: PreparedRun,
  io: Io,
): Promise<{ readonly cost: CollateralCost | null; readonly issues: readonly Issue[] }> {
  if (collateral === null) return { cost: null, issues: [] };
  const { seed, horizonDays, solver } = request;
  const options = { timeLimit: Infinity, relativeGap: 0, seed, start: null, signal: io.signal };
  return hedgeCollateralCost(collateral, run, horizonDays, await loadSolver(solver), options);
}

/** What a case says that the run itself has not said: of the same code, about the same thing. */
function untold(issues: readonly Issue[], told: readonly Issue[]): Issue[] {
  const plain = (message: string): string => message.replace(/^case .*?: /, '');
  return issues.filter(({ code, message }) => !told.some((one) => one.code === code && one.message === plain(message)));
}

/** The first program, or that of the second aim. */
function asksForIntegers({ secondAim }: OptimizeRequest, { problem }: HedgeSearch): boolean {
  return needsIntegers(secondAim === null ? problem : { ...problem, second: { aim: secondAim.aim, most: 0 } });
}

function marketInstruments(inputs: Inputs): Instrument[] {
  return [...inputs.market.quotes.values()].map((quote) => quote.instrument);
}

function unknownCandidates(names: readonly string[], { market: { quotes } }: Inputs): Issue[] {
  return names
    .filter((name) => !quotes.has(name))
    .map((name) => {
      const hint = didYouMean(name, [...quotes.keys()]);
      return makeIssue('OPT_UNKNOWN_CANDIDATE', { subject: name, field: '--candidates', value: name, hint });
    });
}

/** `--candidates` is a pattern when it has a wildcard or names a quoted instrument, else a file of names. */
async function candidateNames(
  request: OptimizeRequest,
  inputs: Inputs,
  io: Io,
): Promise<Awaited<ReturnType<typeof readNames>> | null> {
  const { candidates } = request;
  if (candidates === null || /[*?]/.test(candidates) || inputs.market.quotes.has(candidates)) return null;
  return readNames(candidates, io);
}
