import { revalue, type ScenarioSet, type VolatilityShock } from '../../../scenario/index.js';
import type { PreparedRun } from '../../prepare-run.js';
import type { HistoryWindow } from './history-windows.js';

/** No scenario of history moves a volatility. */
const NO_SHOCK: VolatilityShock = {
  rangeUp: 0,
  rangeDown: 0,
  referenceDays: 1,
  shortTermPower: 0,
  longTermPower: 0,
  minDays: 1,
  minVolatility: 0,
};

/** P&L of the book in each window, by full revaluation of every line in all windows at once. */
export function windowProfits(
  { lines, quantities }: Pick<PreparedRun, 'lines' | 'quantities'>,
  names: readonly string[],
  windows: readonly HistoryWindow[],
): Float64Array {
  const set: ScenarioSet = {
    underlyings: names,
    blocks: [names],
    scenarios: windows.map(({ to, moves }) => ({
      name: to,
      block: 0,
      moves: Float64Array.from(names, (name) => moves.get(name) ?? 0),
      volatility: 'none',
      weight: 1,
    })),
  };
  const { values, instruments } = revalue(lines, set, NO_SHOCK);
  return Float64Array.from(windows, (_, w) =>
    quantities.reduce((total, quantity, j) => total + quantity * values[w * instruments + j]!, 0),
  );
}
