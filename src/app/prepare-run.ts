import type { Instrument, Io, Issue, Position } from '../domain/index.js';
import { hasErrors, makeIssue } from '../domain/index.js';
import {
  type MarginModel,
  type MarginRequirement,
  type ModelInputs,
  type ModelProblem,
  type ParameterSet,
  type ParameterValues,
  resolveParameters,
} from '../margin/index.js';
import {
  type GreekFigures,
  lineGreeks,
  MarketView,
  type ValuedInstrument,
  valueInstrument,
} from '../scenario/index.js';
import type { MarginResult } from '../schema/margin-document.js';
import { didYouMean } from './did-you-mean.js';
import type { EllipsoidFound } from './ellipsoid/ellipsoid-search.js';
import { jointMoves } from './joint-moves.js';
import type { Inputs } from './load-inputs.js';
import { assumedForwards, problemIssues, type RefusedLine, refusalOf, refusals, refusedLines } from './model-issues.js';
import { parameterIssues } from './parameter-issues.js';
import type { CommonRequest } from './request.js';
import { requestedModel } from './requested-model.js';
import { modelBySpanFile } from './span-file-of.js';
import { exclusionReason, type ValuationFailed, valuationIssue } from './valuation-issue.js';

/** A market, a universe and a rule book, ready to answer questions about books. */
export interface PreparedRun {
  readonly view: MarketView;
  readonly model: MarginModel;
  readonly parameters: ParameterSet<ParameterValues>;
  /** Positions first, then further instruments; each in the order of names. */
  readonly lines: readonly ValuedInstrument[];
  readonly greeks: readonly GreekFigures[];
  readonly positions: readonly Position[];
  /** Contracts held, by line. */
  readonly quantities: Float64Array;
  /** What the requirement was built from; with other lines it builds that of another universe. */
  readonly inputs: ModelInputs;
  readonly requirement: MarginRequirement;
  readonly correlation: MarginResult['correlation'];
  /** Instruments asked for beside the positions that could not be valued. */
  readonly unvalued: readonly Unvalued[];
  /** How the worst joint moves among its scenarios were found; absent by the listed ones alone. */
  readonly ellipsoid?: EllipsoidFound;
}

/** An instrument that cannot take part; `failure` is null where it has a value but the rule book no use for it. */
export interface Unvalued {
  readonly instrument: string;
  readonly underlying: string;
  readonly reason: string;
  readonly failure: ValuationFailed | null;
}

export interface Preparation {
  /** Null when there are errors among the issues. */
  readonly run: PreparedRun | null;
  readonly issues: readonly Issue[];
  /** Null where the request did not get that far. */
  readonly parameters: ParameterSet<ParameterValues> | null;
  /** Positions that this rule book cannot margin; another may. Told by errors among the issues too. */
  readonly refused: readonly RefusedLine[];
  /** What else this rule book cannot work with, likewise. */
  readonly problems: readonly ModelProblem[];
}

const NOT_BEGUN: Preparation = { run: null, issues: [], parameters: null, refused: [], problems: [] };

/**
 * Values the book and any further instruments at the as-of time and builds the model's formulas over them.
 *
 * @param further instruments of the market to be valued beside the positions (candidates, trades)
 */
export function prepareRun(
  request: CommonRequest,
  inputs: Inputs,
  io: Io,
  further: readonly Instrument[],
): Preparation {
  const requested = requestedModel(request.model);
  if (requested.status === 'unknown') return { ...NOT_BEGUN, issues: [requested.issue] };
  const resolved = resolveParameters(requested.model, inputs.parameters, request.parameterOverrides, requested.set);
  const issues = parameterIssues(resolved.problems);
  const parameters = resolved.set;
  const asOf = valuationTime(request, inputs, io, issues);
  const model = modelBySpanFile(requested.model, inputs.span ?? null, asOf, issues);
  const view = viewIn(request.currency, inputs, asOf, issues);
  const begun = { ...NOT_BEGUN, issues, parameters };
  if (!view.rates.usable) return begun;

  const inFile = inputs.book.positions;
  if (inFile.length === 0) issues.push(makeIssue('RUN_EMPTY_BOOK'));
  const held = valuePositions(inFile, view, issues);
  issues.push(...refusals(model, view, held, inFile), ...assumedForwards(model, view, held));
  const joint = jointMoves({ model, parameters, view, held, further, inputs, noRepair: request.noRepair });
  issues.push(...joint.issues);
  const unfit = (line: ValuedInstrument) => model.refuses(line, view) ?? joint.misses(line);
  if (hasErrors(issues)) {
    const reasonFor = (line: ValuedInstrument, quantity: number) =>
      refusalOf(model, view, line, quantity) ?? joint.misses(line);
    return { ...begun, refused: refusedLines(held, inFile, reasonFor) };
  }

  // Sums run in the order of names, so that the order of rows does not show even in the last digit.
  const positions = byName(inFile);
  const { lines, unvalued } = withFurther(
    byName(held),
    byName(further.map((instrument) => ({ instrument }))),
    view,
    unfit,
  );
  notePar(lines, view, issues);
  const { blocks, dailyVolatilities, history } = joint;
  const quantities = Float64Array.from(lines, (_, j) => positions[j]?.quantity ?? 0);
  const modelInputs: ModelInputs = {
    lines,
    book: quantities,
    view,
    asOf,
    blocks,
    dailyVolatilities,
    ...(history === undefined ? {} : { history }),
    ...(inputs.trades === undefined ? {} : { trades: inputs.trades }),
  };
  const problems = model.problems(modelInputs, parameters.values);
  issues.push(...problemIssues(model, problems));
  if (hasErrors(issues)) return { ...begun, problems };
  const run: PreparedRun = {
    view,
    model,
    parameters,
    lines,
    greeks: lines.map(lineGreeks),
    positions,
    quantities,
    inputs: modelInputs,
    requirement: model.build(modelInputs, parameters.values),
    correlation: joint.report,
    unvalued,
  };
  return { ...begun, run };
}

function byName<T extends { readonly instrument: Instrument }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => (a.instrument.name < b.instrument.name ? -1 : 1));
}

function viewIn(currency: string, { market }: Inputs, asOf: number, issues: Issue[]): MarketView {
  const view = new MarketView(market, asOf, currency);
  if (!view.rates.usable) issues.push(makeIssue('CFG_UNKNOWN_CURRENCY', { field: '--currency', value: currency }));
  return view;
}

/** The instant of a run: the one asked for, else the market's, else now, which is worth a warning. */
export function valuationTime(request: CommonRequest, { market, trades }: Inputs, io: Io, issues: Issue[]): number {
  const told = request.asOf ?? market.timestamp;
  if (told !== null) return told;
  const now = io.now();
  // Of sensitivities only the schedule's maturities are as of a time.
  if (trades !== undefined && trades.crif.schedule.length === 0) return now;
  issues.push(makeIssue('RUN_CLOCK_USED', { detail: new Date(now).toISOString() }));
  return now;
}

function valuePositions(positions: readonly Position[], view: MarketView, issues: Issue[]): ValuedInstrument[] {
  const lines: ValuedInstrument[] = [];
  const names = [...view.market.quotes.keys()];
  for (const { instrument, origin } of positions) {
    const quote = view.market.quotes.get(instrument.name) ?? null;
    if (quote === null && instrument.type === 'option') {
      const facts = { at: origin, subject: instrument.name, field: 'instrument', value: instrument.name };
      issues.push(makeIssue('RUN_NOT_IN_MARKET', { ...facts, hint: didYouMean(instrument.name, names) }));
      continue;
    }
    const difference = quote === null ? null : differingTerm(instrument, quote.instrument);
    if (difference !== null) {
      issues.push(
        makeIssue('RUN_TERMS_DIFFER', { at: origin, subject: instrument.name, detail: difference, field: difference }),
      );
      continue;
    }
    const valuation = valueInstrument(instrument, quote, view);
    if (valuation.status === 'valued') lines.push(valuation.value);
    else issues.push(valuationIssue(valuation, instrument.name, origin, view.asOf));
  }
  return lines;
}

const TERMS = ['type', 'underlying', 'expiry', 'strike', 'right', 'settlement', 'multiplier', 'currency'] as const;

/** The first term in which two descriptions of an instrument differ; null when they agree. */
export function differingTerm(a: Instrument, b: Instrument): string | null {
  return TERMS.find((term) => a[term] !== b[term]) ?? null;
}

function withFurther(
  held: readonly ValuedInstrument[],
  further: readonly { readonly instrument: Instrument }[],
  view: MarketView,
  unfit: (line: ValuedInstrument) => string | null,
): { lines: ValuedInstrument[]; unvalued: Unvalued[] } {
  const lines = [...held];
  const unvalued: Unvalued[] = [];
  const present = new Set(held.map((line) => line.instrument.name));
  for (const { instrument } of further) {
    if (present.has(instrument.name) || instrument.type === 'index') continue;
    present.add(instrument.name);
    const { name, underlying } = instrument;
    const valuation = valueInstrument(instrument, view.market.quotes.get(name) ?? null, view);
    if (valuation.status === 'failed') {
      unvalued.push({ instrument: name, underlying, reason: exclusionReason(valuation), failure: valuation });
      continue;
    }
    const reason = unfit(valuation.value);
    if (reason === null) lines.push(valuation.value);
    else unvalued.push({ instrument: name, underlying, reason, failure: null });
  }
  return { lines, unvalued };
}

function notePar(lines: readonly ValuedInstrument[], view: MarketView, issues: Issue[]): void {
  const currencies = new Set([view.currency, ...lines.map((line) => line.instrument.currency)]);
  for (const currency of currencies) {
    if (view.rates.rateOf(currency)?.assumedPar) issues.push(makeIssue('RUN_PAR_ASSUMED', { subject: currency }));
  }
}
