import { constant, denseAffine, evaluate, type Formula, max, negated, scale } from '../../formula/index.js';
import {
  historyWindows,
  revalue,
  type Scenario,
  STILL_VOLATILITY,
  type ValuedInstrument,
} from '../../scenario/index.js';
import type { MarginRequirement, ModelInputs, ModelProblem, ScenarioPnl } from '../margin-model.js';
import type { HistoricalValues } from './historical-values.js';

/** Fewer joint moves than this have no tail to speak of. */
const FEWEST_MOVES = 20;

/** A risk figure over the losses of equally likely cases, `q` of which are the tail. */
export type TailMeasure = (losses: readonly Formula[], q: number) => Formula;

/**
 * A requirement from what the market did: every joint move of the price history is applied to today's market, every contract
 * is revalued in full, and the measure is taken of the losses. Volatilities stay where they are, or move by `volBeta` times
 * the price move of their underlying.
 *
 * ```
 * initial = max(0, measure over the joint moves)      maintenance = maintenanceFactor x initial
 * ```
 *
 * @param other a measure of the same tail that is told beside the margin
 */
export function historicalRequirement(
  inputs: ModelInputs,
  values: HistoricalValues,
  measure: TailMeasure,
  other: TailMeasure,
): MarginRequirement {
  const underlyings = movedUnderlyings(inputs.lines);
  const scenarios = historicalScenarios(inputs, values, underlyings);
  const losses = scenarios.map(({ scenario, pnl }) => negated(scenario.name, pnl));
  const zero = constant('no loss', 0);
  const of = (figure: TailMeasure): Formula => (losses.length === 0 ? zero : figure(losses, 1 - values.confidence));
  const measured = of(measure);
  const initial = max('initial margin', [measured, zero]);
  return {
    initial,
    maintenance: scale('maintenance margin', values.maintenanceFactor, initial),
    underlyings,
    scenarios,
    components: { [measured.name]: measured },
    beside: (quantities) => {
      const beside = of(other);
      return losses.length === 0 ? [] : [{ name: beside.name, amount: evaluate(beside, quantities) }];
    },
    confidence: 'model',
  };
}

/** What keeps a history from having a tail. */
export function historicalProblems({ lines, history }: ModelInputs, values: HistoricalValues): ModelProblem[] {
  if (movedUnderlyings(lines).length === 0) return [];
  const dates = history?.dates.length ?? 0;
  const moves = dates - (values.days === 'overlapping' ? values.horizonDays : 1);
  if (moves >= FEWEST_MOVES) return [];
  const problem = `${Math.max(0, moves)} joint moves from ${dates} dates on which every underlying held has a price; ${FEWEST_MOVES} are needed`;
  return [{ subject: 'the price history', problem }];
}

type LinearPnl = ScenarioPnl & { readonly pnl: ReturnType<typeof denseAffine> };

function historicalScenarios(
  { lines, history }: ModelInputs,
  values: HistoricalValues,
  underlyings: readonly string[],
): LinearPnl[] {
  if (history === undefined || underlyings.length === 0) return [];
  const windows = historyWindows(history, underlyings, values).slice(-values.lookback);
  const scenarios = windows.map(
    ({ date, moves }): Scenario => ({ name: date, block: 0, moves, volatility: 'none', weight: 1 }),
  );
  const set = { underlyings, blocks: [underlyings], scenarios };
  const payoff = revalue(lines, set, STILL_VOLATILITY, values.volBeta);
  return scenarios.map((scenario, s) => ({ scenario, pnl: denseAffine(scenario.name, payoff.scenario(s)) }));
}

/** The underlyings whose prices move a line: its own, and the coin that it is settled in. */
function movedUnderlyings(lines: readonly ValuedInstrument[]): string[] {
  const names = new Set<string>();
  for (const { instrument, expired, currencyUnderlying } of lines) {
    if (expired || instrument.type === 'index') continue;
    names.add(instrument.underlying);
    if (currencyUnderlying !== null) names.add(currencyUnderlying);
  }
  return [...names].sort();
}
