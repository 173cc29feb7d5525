import { hasErrors, type Io } from '../domain/index.js';
import { explain } from '../formula/index.js';
import { readTrades } from '../ingest/index.js';
import { bookAfter, type HedgeTrade } from '../optimizer/index.js';
import type { WhatIfResult } from '../schema/whatif-document.js';
import { askedInstruments, askedTrades } from './asked-trades.js';
import { bookFigures } from './book-figures.js';
import { ellipsoidLine } from './ellipsoid/ellipsoid-line.js';
import { ellipsoidRun } from './ellipsoid/ellipsoid-run.js';
import { ellipsoidIssues } from './ellipsoid/scenario-mode.js';
import { loadExecution } from './execution.js';
import { horizonLine } from './horizon/horizon-line.js';
import { horizonMargin } from './horizon/horizon-margin.js';
import { breaks, limitLines } from './limit-lines.js';
import { loadInputs } from './load-inputs.js';
import { ManifestBuilder } from './manifest.js';
import { marginAim } from './margin-aim.js';
import { marginSummary } from './margin-summary.js';
import { owedCollateral } from './model-issues.js';
import type { Outcome } from './outcome.js';
import { cashOf } from './portfolio-value.js';
import { type PreparedRun, prepareRun } from './prepare-run.js';
import type { WhatIfRequest } from './request.js';
import { resolveLimits } from './resolve-limits.js';
import { sealed } from './seals.js';
import { costLine, tradedFigures, tradeLines } from './trade-lines.js';

const SCHEMA = 'margo/whatif@1';

/** What would these trades do to the book: the same figures as `optimize`, for trades the user names. */
export async function runWhatIf(request: WhatIfRequest, io: Io): Promise<Outcome<WhatIfResult>> {
  const manifest = new ManifestBuilder(request, io);
  const { inputs, issues, sources } = await loadInputs(request, io);
  const refused = (): Outcome<WhatIfResult> => ({
    schema: SCHEMA,
    status: 'error',
    manifest: manifest.build(),
    result: null,
    issues,
  });
  const read = await readTrades(request.trades, io);
  const { execution, ...executed } = await loadExecution(request, inputs.market, io);
  issues.push(...read.issues, ...executed.issues);
  manifest.read([...sources, read.source, ...executed.sources]);
  manifest.finished('read');
  const instruments = askedInstruments(read.value, inputs, issues);
  if (hasErrors(issues)) return refused();

  const prepared = prepareRun(request, inputs, io, instruments);
  issues.push(...prepared.issues);
  manifest.prepared(prepared.run);
  manifest.finished('value');
  if (prepared.run === null) return refused();
  issues.push(...ellipsoidIssues(request, prepared.run));
  const trades = askedTrades(read.value, prepared.run, issues, execution);
  const { quantities } = prepared.run;
  const books = [quantities, bookAfter(quantities, trades)];
  const run = hasErrors(issues) ? prepared.run : await ellipsoidRun(request, prepared.run, books);
  issues.push(...owedCollateral(run, bookAfter(run.quantities, trades)));
  const resolved = resolveLimits(inputs.limits, run);
  issues.push(...resolved.issues);
  if (hasErrors(issues)) return refused();

  const result = whatIfResult(request, run, trades, resolved.limits);
  manifest.finished('report');
  const status = result.limits.some(breaks) ? 'no' : 'ok';
  return sealed({ schema: SCHEMA, status, manifest: manifest.build(), result, issues });
}

function whatIfResult(
  request: WhatIfRequest,
  run: PreparedRun,
  trades: readonly HedgeTrade[],
  limits: Parameters<typeof limitLines>[0],
): WhatIfResult {
  const quantities = bookAfter(run.quantities, trades);
  const traded = new Map(trades.map(({ line, notional }) => [line, notional]));
  const horizon = horizonMargin(run, request, traded);
  const before = marginSummary(run, [], horizon);
  const after = marginSummary(run, trades, horizon);
  const book = bookFigures(run, quantities);
  return {
    model: run.model.id,
    currency: run.view.currency,
    before,
    after,
    ...horizonLine(horizon),
    marginChange: after.initialMargin - before.initialMargin,
    trades: tradeLines(run, trades, quantities, 'as asked', marginAim(run, horizon)),
    cost: costLine(trades),
    cash: cashOf(run.lines, trades),
    limits: limitLines(limits, quantities, tradedFigures(run.lines.length, trades)),
    breakdown: book.requirement.breakdown?.() ?? explain(book.requirement.initial, book.quantities),
    ...ellipsoidLine(run, quantities),
  };
}
