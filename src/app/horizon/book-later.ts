import { evaluate } from '../../formula/index.js';
import type { PreparedRun } from '../prepare-run.js';
import { type AgedUniverse, agedUniverse, heldColumns } from './aged-universe.js';

/** What a book needs on a later date. */
export interface LaterFigures {
  readonly initialMargin: number;
  readonly maintenanceMargin: number;
  /** Lines held that have expired by then. */
  readonly expired: readonly string[];
}

/**
 * What a book needs some days later with nothing else moved, by the full rules.
 *
 * @param universe where the lines were aged already; rules that look at which lines are held are built on those alone
 */
export function bookLater(
  run: PreparedRun,
  days: number,
  book: Float64Array,
  universe: AgedUniverse | null = null,
): LaterFigures {
  const { columns, lines, requirement } =
    universe === null || run.model.looksAtHeldLines ? agedUniverse(run, days, heldColumns(book), book) : universe;
  const quantities = Float64Array.from(columns, (j) => book[j]!);
  return {
    initialMargin: evaluate(requirement.initial, quantities),
    maintenanceMargin: evaluate(requirement.maintenance, quantities),
    expired: lines.filter((line, k) => line.expired && quantities[k] !== 0).map(({ instrument }) => instrument.name),
  };
}
