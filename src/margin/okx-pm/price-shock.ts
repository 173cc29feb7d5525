import { constant, type Formula, max, negated, scale } from '../../formula/index.js';
import { columnSum, daysToExpiry, lineProfit, percentText, yearsToExpiry } from '../venue-lines/index.js';
import type { VenueScenario } from '../venue-requirement.js';
import type { OkxLine } from './okx-inputs.js';
import type { OkxValues, OkxVolatilityRow } from './okx-values.js';
import type { UnitBook } from './unit-book.js';

/** A volatility move: direction, and which column of the table. */
interface VolatilityCase {
  readonly name: string;
  readonly sign: -1 | 0 | 1;
  readonly by: 'points' | 'percent';
}

/** MR1 of a unit with its scenarios, and MR6. */
export interface PriceShock {
  readonly mr1: Formula;
  readonly mr6: Formula;
  readonly scenarios: readonly VenueScenario[];
}

/**
 * MR1: the worst loss over the price grid of the coin's class, volatility down, same and up (in points and in percent,
 * whichever is worse). MR6: a part of the worst loss at the extreme move, volatility unchanged. At least 0.
 *
 * A future earns units x index x move: the index counts, not the mark.
 *
 * SOURCE: OKX API v5 position-builder example (futures, to the last digit); announcement of 2025-01-02 (grids).
 */
export function priceShock(book: UnitBook, values: OkxValues): PriceShock {
  const { unit, coinClass } = book;
  const moves = [...coinClass.priceMoves.map((move) => -move).reverse(), 0, ...coinClass.priceMoves];
  const grid = moves.flatMap((move) =>
    volatilityCases(book, values).map((volatility) => scenarioOf(book, values, move, volatility)),
  );
  const extreme = [-coinClass.extremeMove, coinClass.extremeMove].map((move) => {
    const { name, loss, ...rest } = scenarioOf(book, values, move, UNCHANGED);
    const weighted = scale(`extreme ${name}`, values.extremeFactor, loss);
    return { ...rest, name: `extreme ${name}`, loss: weighted, weight: values.extremeFactor };
  });
  const worst = (name: string, scenarios: readonly VenueScenario[]): Formula =>
    max(`${unit.underlying} ${name}`, [constant('no loss', 0), ...scenarios.map(({ loss }) => loss)]);
  return { mr1: worst('MR1', grid), mr6: worst('MR6', extreme), scenarios: [...grid, ...extreme] };
}

const UNCHANGED: VolatilityCase = { name: '', sign: 0, by: 'points' };

/** Only what can move: no volatility without options, no column of the table that is 0 throughout. */
function volatilityCases({ lines, columns }: UnitBook, { volatilityTable }: OkxValues): VolatilityCase[] {
  if (columns.every((column) => lines[column]!.option === null)) return [UNCHANGED];
  const used = (['points', 'percent'] as const).filter((by) => volatilityTable.some((row) => row[by] > 0));
  return [
    { ...UNCHANGED, name: ', vol same' },
    ...used.map((by) => ({ name: `, vol down in ${by}`, sign: -1 as const, by })),
    ...used.map((by) => ({ name: `, vol up in ${by}`, sign: 1 as const, by })),
  ];
}

function scenarioOf(book: UnitBook, values: OkxValues, move: number, volatility: VolatilityCase): VenueScenario {
  const name = `${book.unit.underlying} ${percentText(move)}${volatility.name}`;
  const profit = columnSum(name, book.lines, book.columns, (line) =>
    contractProfit(line, book, values, move, volatility),
  );
  return {
    name,
    loss: negated(name, profit),
    spotMove: move,
    volatility: volatility.sign === 0 ? 'none' : `${volatility.sign > 0 ? 'up' : 'down'} in ${volatility.by}`,
    weight: 1,
  };
}

function contractProfit(
  line: OkxLine,
  book: UnitBook,
  { volatilityTable }: OkxValues,
  move: number,
  { sign, by }: VolatilityCase,
): number {
  if (line.option === null) return line.unitsPerContract * book.unit.indexUsd * move;
  const before = line.option.volatility;
  const shift = sign * rowOf(daysToExpiry(line, book.asOfMs), volatilityTable)[by];
  const volatility = Math.max(0, by === 'points' ? before + shift : before * (1 + shift));
  return lineProfit(line, { priceMove: move, volatility, years: yearsToExpiry(line, book.asOfMs) }, 'quote');
}

/** The last row that begins at or before a tenor; no move where there is none. */
function rowOf(days: number, table: readonly OkxVolatilityRow[]): OkxVolatilityRow {
  const reached = table.filter(({ fromDays }) => fromDays <= days);
  const last = Math.max(...reached.map(({ fromDays }) => fromDays));
  return reached.find(({ fromDays }) => fromDays === last) ?? { fromDays: 0, points: 0, percent: 0 };
}
