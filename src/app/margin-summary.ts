import { evaluate } from '../formula/index.js';
import { bookAfter, type HedgeTrade } from '../optimizer/index.js';
import { ageLine, MS_PER_DAY } from '../scenario/index.js';
import type { MarginSummary } from '../schema/optimize-document.js';
import { bookFigures } from './book-figures.js';
import { greekTable } from './greek-table.js';
import { portfolioValue, tradedValue } from './portfolio-value.js';
import type { PreparedRun } from './prepare-run.js';
import { worstScenario } from './worst-scenario.js';

/** Some lines of the universe some days later with nothing else moved, and their formulas. */
export interface AgedRun {
  readonly date: string;
  /** Columns of the run's universe, one per aged line. */
  readonly columns: readonly number[];
  readonly lines: PreparedRun['lines'];
  readonly requirement: PreparedRun['requirement'];
}

/** Ages the lines that any of the given books holds and builds the model again; null for a horizon of zero. */
export function agedRun(run: PreparedRun, horizonDays: number, books: readonly Float64Array[]): AgedRun | null {
  if (!(horizonDays > 0)) return null;
  const columns = [...run.lines.keys()].filter((j) => books.some((quantities) => quantities[j] !== 0));
  const lines = columns.map((j) => ageLine(run.lines[j]!, horizonDays));
  const asOf = run.view.asOf + horizonDays * MS_PER_DAY;
  const requirement = run.model.build({ ...run.inputs, lines, asOf }, run.parameters.values);
  return { date: new Date(asOf).toISOString(), columns, lines, requirement };
}

/** The margin of the run's book after some trades (none: the present book), now and at the horizon. */
export function marginSummary(run: PreparedRun, trades: readonly HedgeTrade[], aged: AgedRun | null): MarginSummary {
  const book = bookAfter(run.quantities, trades);
  const { lines, requirement, quantities, greeks: lineFigures } = bookFigures(run, book);
  const greeks = greekTable(lines, lineFigures, quantities);
  return {
    initialMargin: evaluate(requirement.initial, quantities),
    maintenanceMargin: evaluate(requirement.maintenance, quantities),
    portfolioValue: portfolioValue(run.lines, run.quantities, run.positions) + tradedValue(run.lines, trades),
    worstScenario: worstScenario(requirement, quantities, lines),
    greeks: greeks.total,
    greeksByUnderlying: greeks.byUnderlying,
    atHorizon: aged === null ? null : horizonSummary(book, aged),
  };
}

function horizonSummary(book: Float64Array, aged: AgedRun): NonNullable<MarginSummary['atHorizon']> {
  const quantities = Float64Array.from(aged.columns, (j) => book[j]!);
  const expired = aged.lines
    .filter((line, k) => line.expired && quantities[k] !== 0)
    .map((line) => line.instrument.name);
  return {
    date: aged.date,
    initialMargin: evaluate(aged.requirement.initial, quantities),
    maintenanceMargin: evaluate(aged.requirement.maintenance, quantities),
    expired,
  };
}
