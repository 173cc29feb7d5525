import { constant, type Formula, max, negated, scale } from '../../formula/index.js';
import { columnSum, daysToExpiry, lineProfit, percentText, tenorFactor, yearsToExpiry } from '../venue-lines/index.js';
import type { VenueScenario } from '../venue-requirement.js';
import type { Pm1Book } from './pm1-book.js';
import type { Pm1Values } from './pm1-values.js';

type Direction = 'down' | 'none' | 'up';

/** The worst loss of an underlying and the scenarios it is taken from. */
export interface PriceScan {
  readonly worst: Formula;
  readonly scenarios: readonly VenueScenario[];
}

/**
 * The largest loss, at least 0, over equal price steps times volatility down, same, up, and over the extreme moves of
 * which a part counts. Volatility moves by range x (30/DTE)^p, of itself or in points, and stops at 0.
 *
 * SOURCE: deribit.com/pages/docs/portfoliomargin and the pages of the clones, named in each parameter set.
 */
export function priceScan(book: Pm1Book, values: Pm1Values): PriceScan {
  const { priceRange, stepsPerSide, extremeMoves, extremeCover, extremeVolatility } = values;
  const steps = Array.from(
    { length: 2 * stepsPerSide + 1 },
    (_, k) => (priceRange * (k - stepsPerSide)) / stepsPerSide,
  );
  const grid = steps.flatMap((move) =>
    (['down', 'none', 'up'] as const).map((direction) => scenarioOf(book, values, move, direction)),
  );
  const extreme = extremeMoves
    .flatMap((move) => [-move, move])
    .map((move) => {
      const { name, loss, ...rest } = scenarioOf(book, values, move, extremeVolatility);
      const covered = scale(`extreme ${name}`, extremeCover, loss);
      return { ...rest, name: `extreme ${name}`, loss: covered, weight: extremeCover };
    });
  const scenarios = [...grid, ...extreme];
  const losses = scenarios.map(({ loss }) => loss);
  return { worst: max(`${book.underlying} worst scenario`, [constant('no loss', 0), ...losses]), scenarios };
}

function scenarioOf(book: Pm1Book, values: Pm1Values, move: number, direction: Direction): VenueScenario {
  const word = direction === 'none' ? 'same' : direction;
  const name = `${book.underlying} ${percentText(move)}, vol ${word}`;
  const profit = columnSum(name, book.lines, book.columns, (line) => {
    const volatility = movedVolatility(
      line.option?.volatility ?? 0,
      daysToExpiry(line, book.asOfMs),
      direction,
      values,
    );
    return lineProfit(line, { priceMove: move, volatility, years: yearsToExpiry(line, book.asOfMs) }, values.money);
  });
  return { name, loss: negated(name, profit), spotMove: move, volatility: direction, weight: 1 };
}

/** Volatility of an option after a move: 56.6 % of itself more for 40 % at 30 days, 15 days, power one half. */
export function movedVolatility(volatility: number, days: number, direction: Direction, values: Pm1Values): number {
  if (direction === 'none') return volatility;
  const factor = tenorFactor(days, {
    shortTermPower: values.shortTermVegaPower,
    longTermPower: values.longTermVegaPower,
    minDays: values.minDaysToExpiry,
  });
  const shift = direction === 'up' ? factor * values.volRangeUp : -factor * values.volRangeDown;
  return Math.max(0, values.volatilityUnit === 'points' ? volatility + shift : volatility * (1 + shift));
}
