import { evaluate } from '../formula/index.js';
import { ageLine, MS_PER_DAY } from '../scenario/index.js';
import type { MarginSummary } from '../schema/optimize-document.js';
import { greekTable } from './greek-table.js';
import { portfolioValue } from './portfolio-value.js';
import type { PreparedRun } from './prepare-run.js';
import { worstScenario } from './worst-scenario.js';

/** The universe some days later with nothing else moved, and its formulas; made once, used for every book. */
export interface AgedRun {
  readonly date: string;
  readonly lines: PreparedRun['lines'];
  readonly requirement: PreparedRun['requirement'];
}

/** Ages every line by the horizon and builds the model again; null for a horizon of zero. */
export function agedRun(run: PreparedRun, horizonDays: number): AgedRun | null {
  if (!(horizonDays > 0)) return null;
  const lines = run.lines.map((line) => ageLine(line, horizonDays));
  const { blocks, dailyVolatilities, model, parameters } = run;
  const requirement = model.build({ lines, blocks, dailyVolatilities }, parameters.values);
  return { date: new Date(run.view.asOf + horizonDays * MS_PER_DAY).toISOString(), lines, requirement };
}

/** The margin of a book over the run's universe, now and at the horizon. */
export function marginSummary(run: PreparedRun, quantities: Float64Array, aged: AgedRun | null): MarginSummary {
  const { lines, requirement, positions } = run;
  const greeks = greekTable(lines, run.greeks, quantities);
  return {
    initialMargin: evaluate(requirement.initial, quantities),
    maintenanceMargin: evaluate(requirement.maintenance, quantities),
    portfolioValue: portfolioValue(lines, quantities, positions),
    worstScenario: worstScenario(requirement, quantities, lines),
    greeks: greeks.total,
    greeksByUnderlying: greeks.byUnderlying,
    atHorizon: aged === null ? null : horizonSummary(quantities, aged),
  };
}

function horizonSummary(quantities: Float64Array, aged: AgedRun): NonNullable<MarginSummary['atHorizon']> {
  const expired = aged.lines
    .filter((line, j) => line.expired && quantities[j] !== 0)
    .map((line) => line.instrument.name);
  return {
    date: aged.date,
    initialMargin: evaluate(aged.requirement.initial, quantities),
    maintenanceMargin: evaluate(aged.requirement.maintenance, quantities),
    expired,
  };
}
