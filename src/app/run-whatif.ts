import { hasErrors, type Instrument, type Io, type Issue, makeIssue, type Trade } from '../domain/index.js';
import { explain } from '../formula/index.js';
import { readTrades } from '../ingest/index.js';
import { bookAfter, type HedgeTrade, spreadMoney } from '../optimizer/index.js';
import type { WhatIfResult } from '../schema/whatif-document.js';
import { didYouMean } from './did-you-mean.js';
import { breaks, limitLines } from './limit-lines.js';
import { type Inputs, loadInputs } from './load-inputs.js';
import { ManifestBuilder } from './manifest.js';
import { agedRun, marginSummary } from './margin-summary.js';
import type { Outcome } from './outcome.js';
import { type PreparedRun, prepareRun } from './prepare-run.js';
import type { WhatIfRequest } from './request.js';
import { resolveLimits } from './resolve-limits.js';
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
  issues.push(...read.issues);
  manifest.read([...sources, read.source]);
  manifest.finished('read');
  const instruments = tradedInstruments(read.value, inputs, issues);
  if (hasErrors(issues)) return refused();

  const prepared = prepareRun(request, inputs, io, instruments);
  issues.push(...prepared.issues);
  manifest.prepared(prepared.run);
  manifest.finished('value');
  if (prepared.run === null) return refused();
  const { run } = prepared;
  const trades = hedgeTrades(read.value, run, issues);
  const resolved = resolveLimits(inputs.limits, run);
  issues.push(...resolved.issues);
  if (hasErrors(issues)) return refused();

  const result = whatIfResult(request, run, trades, resolved.limits);
  manifest.finished('report');
  const status = result.limits.some(breaks) ? 'no' : 'ok';
  return { schema: SCHEMA, status, manifest: manifest.build(), result, issues };
}

function whatIfResult(
  request: WhatIfRequest,
  run: PreparedRun,
  trades: readonly HedgeTrade[],
  limits: Parameters<typeof limitLines>[0],
): WhatIfResult {
  const quantities = bookAfter(run.quantities, trades);
  const aged = agedRun(run, request.horizonDays, [run.quantities, quantities]);
  const before = marginSummary(run, run.quantities, aged);
  const after = marginSummary(run, quantities, aged);
  return {
    model: run.model.id,
    currency: run.view.currency,
    before,
    after,
    marginChange: after.initialMargin - before.initialMargin,
    trades: tradeLines(run, trades, quantities),
    cost: costLine(trades),
    limits: limitLines(limits, quantities, tradedFigures(run.lines.length, trades)),
    breakdown: explain(run.requirement.initial, quantities),
  };
}

/** The instruments of the trades, found in the market or among the positions. */
function tradedInstruments(trades: readonly Trade[], inputs: Inputs, issues: Issue[]): Instrument[] {
  const known = new Map<string, Instrument>();
  for (const { instrument } of inputs.book.positions) known.set(instrument.name, instrument);
  for (const { instrument } of inputs.market.quotes.values()) known.set(instrument.name, instrument);
  return trades.flatMap(({ instrument: name }) => {
    const instrument = known.get(name);
    const facts = { subject: name, field: 'instrument', value: name };
    if (instrument === undefined)
      issues.push(makeIssue('TRD_UNKNOWN_INSTRUMENT', { ...facts, hint: didYouMean(name, [...known.keys()]) }));
    else if (instrument.type === 'index') issues.push(makeIssue('TRD_NOT_TRADABLE', facts));
    return instrument === undefined ? [] : [instrument];
  });
}

/** The trades at their own price, else at the quote's side they would meet. Trades of one instrument are netted. */
function hedgeTrades(trades: readonly Trade[], run: PreparedRun, issues: Issue[]): HedgeTrade[] {
  const unvalued = new Map(run.unvalued.map(({ instrument, reason }) => [instrument, reason]));
  const found = trades.flatMap((trade): HedgeTrade[] => {
    const line = run.lines.findIndex(({ instrument }) => instrument.name === trade.instrument);
    if (line < 0) {
      issues.push(
        makeIssue('RUN_NO_VOLATILITY', { subject: trade.instrument, detail: unvalued.get(trade.instrument) ?? '' }),
      );
      return [];
    }
    const { quote, instrument, notional } = run.lines[line]!;
    const direction = trade.quantity > 0 ? 1 : -1;
    const side = direction > 0 ? 'ask' : 'bid';
    const price = trade.price ?? quote?.[side] ?? null;
    if (price === null) {
      issues.push(makeIssue('TRD_NO_PRICE', { subject: trade.instrument, detail: side }));
      return [];
    }
    const quantity = Math.abs(trade.quantity);
    const unitFee = (quote?.fee ?? 0) * (run.view.rates.rateOf(instrument.currency)?.rate ?? 0);
    const level = { price, size: quantity, unitSpread: spreadMoney(run.lines[line]!, price), unitFee };
    return [
      {
        instrument: trade.instrument,
        line,
        direction,
        quantity,
        fills: [{ level, quantity }],
        notional: notional * quantity,
      },
    ];
  });
  return found;
}
