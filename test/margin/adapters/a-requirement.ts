import type { PriceHistory, Quote } from '../../../src/domain/index.js';
import { evaluate } from '../../../src/formula/index.js';
import {
  findModel,
  type MarginRequirement,
  type ModelInputs,
  type ParameterValues,
} from '../../../src/margin/index.js';
import { MarketView } from '../../../src/scenario/index.js';
import { lineOf, market } from '../../scenario/sample-market.js';

/** A model over every quote of a market that is no index, at an instant. */
export interface Setting {
  readonly quotes: readonly Quote[];
  readonly asOf: number;
  readonly currency?: string;
  readonly history?: PriceHistory;
}

export function inputsOf({ quotes, asOf, currency = 'USD', history }: Setting): ModelInputs {
  const view = new MarketView({ ...market(...quotes), timestamp: asOf }, asOf, currency);
  const lines = quotes.filter(({ instrument }) => instrument.type !== 'index').map((entry) => lineOf(entry, view));
  const past = history === undefined ? {} : { history };
  return { lines, view, asOf, blocks: [], dailyVolatilities: new Map(), ...past };
}

/** The requirement by a shipped set (the default's id where none is named), its figures changed by `changes`. */
export function requirementBy(
  id: string,
  setting: Setting,
  { set, changes = {} }: { readonly set?: string; readonly changes?: ParameterValues } = {},
): MarginRequirement {
  const model = findModel(id)!;
  const chosen = set === undefined ? model.parameterSets[0]! : model.parameterSets.find((one) => one.id === set)!;
  return model.build(inputsOf(setting), { ...chosen.values, ...changes });
}

/** Amounts of a requirement for a book. */
export function amounts(requirement: MarginRequirement, book: readonly number[]) {
  const quantities = Float64Array.from(book);
  const scenarios = requirement.scenarios.map(
    ({ scenario, pnl }) => [scenario.name, evaluate(pnl, quantities)] as const,
  );
  return {
    initial: evaluate(requirement.initial, quantities),
    maintenance: evaluate(requirement.maintenance, quantities),
    component: (name: string): number => evaluate(requirement.components[name]!, quantities),
    pnl: Object.fromEntries(scenarios) as Readonly<Record<string, number>>,
  };
}
