import { evaluate } from '../formula/index.js';
import { bookAfter, type HedgeTrade } from '../optimizer/index.js';
import type { MarginSummary } from '../schema/optimize-document.js';
import { bookFigures } from './book-figures.js';
import { greekTable } from './greek-table.js';
import { dateAfter } from './horizon/aged-universe.js';
import { bookLater } from './horizon/book-later.js';
import { type HorizonMargin, marginOver } from './horizon/horizon-margin.js';
import { portfolioValue, tradedValue } from './portfolio-value.js';
import type { PreparedRun } from './prepare-run.js';
import { worstScenario } from './worst-scenario.js';

/** The margin of the run's book after some trades (none: the present book), now, at the horizon and on the dates between. */
export function marginSummary(run: PreparedRun, trades: readonly HedgeTrade[], horizon: HorizonMargin): MarginSummary {
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
    atHorizon: horizon.days > 0 ? atHorizon(run, horizon, book) : null,
    ...(horizon.rule === 'now' ? {} : overHorizon(run, horizon, book)),
  };
}

function atHorizon(run: PreparedRun, { days }: HorizonMargin, book: Float64Array): MarginSummary['atHorizon'] {
  const { initialMargin, maintenanceMargin, expired } = bookLater(run, days, book);
  const date = new Date(dateAfter(run, days)).toISOString();
  return { date, initialMargin, maintenanceMargin, expired: [...expired] };
}

function overHorizon(
  run: PreparedRun,
  horizon: HorizonMargin,
  book: Float64Array,
): Required<Pick<MarginSummary, 'byDate' | 'horizonMargin'>> {
  return {
    byDate: horizon.dates.map(({ date, days, weight, universe }) => {
      const { initialMargin, expired } = bookLater(run, days, book, universe);
      return { date, weight, initialMargin, expired: [...expired] };
    }),
    horizonMargin: marginOver(run, horizon, book),
  };
}
