import { constant, type Formula, max, negated, scale } from '../../formula/index.js';
import {
  columnSum,
  daysToExpiry,
  lineProfit,
  percentText,
  tenorFactor,
  type VenueLine,
  yearsToExpiry,
} from '../venue-lines/index.js';
import type { VenueScenario } from '../venue-requirement.js';
import type { ParadexScenario, ParadexValues } from './paradex-values.js';

/** An underlying with the columns of its lines. */
export interface ParadexBook {
  readonly underlying: string;
  /** Quote currency per unit. */
  readonly spot: number;
  readonly asOfMs: number;
  readonly lines: readonly VenueLine[];
  readonly columns: readonly number[];
}

/** SCAN risk and its scenarios. */
export interface ScanRisk {
  readonly scan: Formula;
  readonly scenarios: readonly VenueScenario[];
}

/**
 * SCAN: the largest weighted loss over the scenarios, at least 0. Volatility becomes
 * iv (1 + volShock (30 / max(floor, DTE))^p), not below 0. Every price moves by the spot shock.
 *
 * SOURCE: docs.paradex.trade/risk/portfolio-margin.
 */
export function scanRisk(book: ParadexBook, values: ParadexValues): ScanRisk {
  const scenarios = values.scenarios.map((scenario) => venueScenario(book, scenario, values));
  const scan = max(`${book.underlying} SCAN`, [constant('no loss', 0), ...scenarios.map(({ loss }) => loss)]);
  return { scan, scenarios };
}

function venueScenario(book: ParadexBook, scenario: ParadexScenario, values: ParadexValues): VenueScenario {
  const { spotShock, volShock, weight } = scenario;
  const direction = volShock > 0 ? 'up' : volShock < 0 ? 'down' : 'none';
  const name = `${book.underlying} ${percentText(spotShock)}, vol ${percentText(volShock)}`;
  const powers = {
    shortTermPower: values.shortTermVegaPower,
    longTermPower: values.longTermVegaPower,
    minDays: values.minDaysToExpiry,
  };
  const profit = columnSum(name, book.lines, book.columns, (line) => {
    const factor = tenorFactor(daysToExpiry(line, book.asOfMs), powers);
    const volatility = Math.max(0, (line.option?.volatility ?? 0) * (1 + volShock * factor));
    return lineProfit(line, { priceMove: spotShock, volatility, years: yearsToExpiry(line, book.asOfMs) }, 'quote');
  });
  const loss = negated(name, profit);
  return {
    name,
    loss: weight === 1 ? loss : scale(name, weight, loss),
    spotMove: spotShock,
    volatility: direction,
    weight,
  };
}
