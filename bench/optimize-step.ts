// One case of bench/optimize.mjs: prices, builds, solves and checks a hedge search and prints how long each took.
import { writeFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { ManifestBuilder } from '../src/app/manifest.js';
import { prepareHedge } from '../src/app/prepare-hedge.js';
import type { OptimizeRequest } from '../src/app/request.js';
import { OPTIMIZE_DEFAULTS } from '../src/app/request-defaults.js';
import type { HedgeProblem } from '../src/optimizer/hedge-problem.js';
import { buildHedgeProgram, type HedgeProgram } from '../src/optimizer/hedge-program.js';
import { objectiveOf } from '../src/optimizer/hedge-solution.js';
import { lazyRow, runProgram } from '../src/optimizer/run-program.js';
import { solveHedge } from '../src/optimizer/solve-hedge.js';
import { appendRows, dualBound, loadSolver, RowBlockBuilder } from '../src/optimizer/solver/index.js';

const [folder, radii, most, file, rounds] = process.argv.slice(2) as [string, string, string, string, string];
/** Seconds a search over whole numbers may take. */
const SECONDS = 10;

const io = {
  stdin: new PassThrough(),
  stdout: new PassThrough(),
  stderr: new PassThrough(),
  env: {},
  cwd: folder,
  now: () => Date.UTC(2026, 5, 27, 12),
  elapsed: () => performance.now(),
  signal: new AbortController().signal,
};

const request: OptimizeRequest = {
  ...OPTIMIZE_DEFAULTS,
  positions: `${folder}/positions.csv`,
  market: `${folder}/market.csv`,
  limits: `${folder}/limits.csv`,
  parameterOverrides: { radii: Number(radii), tailRadii: [] },
  maxTrades: most === '0' ? null : Number(most),
  relativeGap: 0.01,
};

const options = { timeLimit: SECONDS, relativeGap: 0.01, seed: 0, start: null, signal: null };
const solver = await loadSolver('highs');
const timed = async <T>(run: () => T | Promise<T>): Promise<readonly [T, number]> => {
  const start = performance.now();
  return [await run(), performance.now() - start];
};

const [prepared, price] = await timed(() => prepareHedge(request, io, new ManifestBuilder(request, io)));
if (prepared.hedge === null) throw new Error(JSON.stringify(prepared.issues.slice(0, 3)));
const { problem } = prepared.hedge.search;
const scenarios = prepared.hedge.run.requirement.scenarios.length;
const megabytes = () => process.resourceUsage().maxRSS / 1024;
const figures = most === '0' ? await linear(problem) : await whole(problem);
process.stdout.write(`${JSON.stringify({ ...figures, price, scenarios, megabytes: megabytes() })}\n`);

async function linear(asked: HedgeProblem) {
  const times = { build: Infinity, solve: Infinity, check: Infinity };
  let objective = Number.NaN;
  for (let round = 0; round < Number(rounds); round++) {
    const [hedge, build] = await timed(() => buildHedgeProgram(asked, { aim: { kind: 'margin' } }));
    const [run, solve] = await timed(() => runProgram(hedge, solver, options));
    const { outcome } = run;
    if (outcome.status !== 'optimal' || outcome.rowDuals === null) throw new Error(outcome.status);
    const duals = outcome.rowDuals;
    const [, check] = await timed(() => dualBound(run.program, duals));
    objective = outcome.objective;
    times.build = Math.min(times.build, build);
    times.solve = Math.min(times.solve, solve);
    times.check = Math.min(times.check, check);
  }
  writeProgram(buildHedgeProgram(asked, { aim: { kind: 'margin' } }));
  return { ...times, objective };
}

async function whole(asked: HedgeProblem) {
  const [outcome, total] = await timed(() => solveHedge(asked, solver, options));
  if (outcome.status === 'failed' || outcome.status === 'infeasible') throw new Error(outcome.status);
  const objective = objectiveOf(asked, outcome.trades);
  return { total, objective, gap: (objective - outcome.bound) / Math.abs(objective) };
}

/** The program with every scenario as a row, as the yardstick gets it. */
function writeProgram(hedge: HedgeProgram): void {
  const rest = new RowBlockBuilder(hedge.builder.columns);
  const present = hedge.trades.quantities(new Float64Array(hedge.builder.columns));
  for (const lazy of hedge.lazy) {
    for (let more = lazy.violated(present, -1e30); more.length > 0; more = lazy.violated(present, -1e30)) {
      for (const form of more) rest.addRow(lazyRow(hedge, lazy, form));
    }
  }
  const program = appendRows(hedge.builder.build(), rest.build());
  const open = (values: Float64Array) => Array.from(values, (value) => (Number.isFinite(value) ? value : null));
  const text = JSON.stringify({
    offset: program.offset,
    cost: [...program.cost],
    low: open(program.lower),
    high: open(program.upper),
    lower: open(program.rows.lower),
    upper: open(program.rows.upper),
    starts: [...program.rows.starts],
    indices: [...program.rows.indices],
    values: [...program.rows.values],
  });
  writeFileSync(file, text);
}
