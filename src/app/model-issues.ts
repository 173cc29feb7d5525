import { type Issue, makeIssue, type Position } from '../domain/index.js';
import type { MarginModel, ModelProblem } from '../margin/index.js';
import type { MarketView, ValuedInstrument } from '../scenario/index.js';
import type { PreparedRun } from './prepare-run.js';

/** Names told one by one of lines that are all taken for something else in the same way. */
const TOLD = 3;

/** Why a rule book cannot margin a line that is held; null when it can. */
export function refusalOf(
  model: MarginModel,
  view: MarketView,
  line: ValuedInstrument,
  quantity: number,
): string | null {
  if (quantity < 0 && model.longOnly(line))
    return 'is held short, and spot can only be owned here: what borrowed coins need is not part of its rules';
  if (line.instrument.type === 'trade' && model.usesSensitivities !== true)
    return 'is a trade of a CRIF file, of which only sensitivities are known';
  return model.refuses(line, view);
}

/** The complaints about positions that a rule book cannot margin, and about those it takes for something else. */
export function refusals(
  model: MarginModel,
  view: MarketView,
  held: readonly ValuedInstrument[],
  positions: readonly Position[],
): Issue[] {
  const positionOf = new Map(positions.map((position) => [position.instrument.name, position]));
  const issues: Issue[] = [];
  const restated = new Map<string, string[]>();
  for (const line of held) {
    const { name } = line.instrument;
    const { origin, quantity } = positionOf.get(name)!;
    const refused = refusalOf(model, view, line, quantity);
    if (refused !== null) {
      const facts = { at: origin, subject: name, field: 'instrument', value: name, expected: model.id };
      issues.push(makeIssue('RUN_MODEL_REFUSES', { ...facts, detail: refused }));
      continue;
    }
    const otherwise = model.restates(line);
    if (otherwise !== null) restated.set(otherwise, [...(restated.get(otherwise) ?? []), name]);
  }
  const told = [...restated].map(([detail, names]) =>
    makeIssue('RUN_RESTATED', { subject: shortList(names), detail, expected: model.id }),
  );
  return [...issues, ...told];
}

/** A warning of held lines of a venue whose expiry has no forward in the market, nor a rate that would carry the level to it. */
export function assumedForwards(model: MarginModel, view: MarketView, held: readonly ValuedInstrument[]): Issue[] {
  if (model.usesJointMoves) return [];
  const names = held
    .filter(({ instrument, quote }) => {
      const carried = (quote?.rate ?? null) !== null;
      return instrument.expiry !== null && !carried && view.statedForward(instrument, quote) === null;
    })
    .map(({ instrument }) => instrument.name);
  return names.length === 0
    ? []
    : [makeIssue('RUN_FORWARD_ASSUMED', { subject: shortList(names), expected: model.id })];
}

/** The complaints about lines that a book would owe, where the rule book lets them only be owned. */
export function owedCollateral({ model, lines }: PreparedRun, quantities: Float64Array): Issue[] {
  const detail =
    'would be held short, and spot can only be owned here: what borrowed coins need is not part of its rules';
  return lines.flatMap((line, j) => {
    if (quantities[j]! >= 0 || !model.longOnly(line)) return [];
    const { name } = line.instrument;
    return [makeIssue('RUN_MODEL_REFUSES', { subject: name, field: 'quantity', expected: model.id, detail })];
  });
}

/** `a, b, c and 13 more`. */
function shortList(names: readonly string[]): string {
  const rest = names.length - TOLD;
  return rest > 1 ? `${names.slice(0, TOLD).join(', ')} and ${rest} more` : names.join(', ');
}

/** What else a rule book cannot work with in a market or its figures. */
export function problemIssues(model: MarginModel, problems: readonly ModelProblem[]): Issue[] {
  return problems.map(({ subject, problem }) =>
    makeIssue('RUN_MODEL_PROBLEM', { subject, detail: problem, expected: model.id }),
  );
}

/** A position that a rule book cannot margin, and why, as the end of a sentence about it. */
export interface RefusedLine {
  readonly instrument: string;
  readonly reason: string;
}

/** The positions for which `unfit` has a reason. */
export function refusedLines(
  held: readonly ValuedInstrument[],
  positions: readonly Position[],
  unfit: (line: ValuedInstrument, quantity: number) => string | null,
): RefusedLine[] {
  const quantityOf = new Map(positions.map(({ instrument, quantity }) => [instrument.name, quantity]));
  return held.flatMap((line) => {
    const { name } = line.instrument;
    const reason = unfit(line, quantityOf.get(name) ?? 0);
    return reason === null ? [] : [{ instrument: name, reason }];
  });
}
