import { ageLine, MS_PER_DAY } from '../../scenario/index.js';
import type { PreparedRun } from '../prepare-run.js';

/** Some lines of a run some days later with nothing else moved, and their formulas. */
export interface AgedUniverse {
  /** Columns of the run's universe, one per line. */
  readonly columns: readonly number[];
  readonly lines: PreparedRun['lines'];
  readonly requirement: PreparedRun['requirement'];
}

/**
 * Ages lines of a run and builds its model over them; every given line keeps a column, what has expired has no effect.
 * Today's universe is the run's own: its marks stay the market's.
 *
 * @param columns all lines unless given
 * @param book contracts by line of the run, which rules that are exact at one book are built for; the present one unless given
 */
export function agedUniverse(
  run: PreparedRun,
  days: number,
  columns: readonly number[] = [...run.lines.keys()],
  book: Float64Array = run.quantities,
): AgedUniverse {
  const whole = columns.length === run.lines.length && book === run.quantities;
  if (days === 0 && whole) return { columns, lines: run.lines, requirement: run.requirement };
  const lines = columns.map((j) => (days === 0 ? run.lines[j]! : ageLine(run.lines[j]!, days)));
  const inputs = {
    ...run.inputs,
    lines,
    book: Float64Array.from(columns, (j) => book[j]!),
    asOf: dateAfter(run, days),
  };
  const requirement = run.model.build(inputs, run.parameters.values);
  return { columns, lines, requirement };
}

/** The columns of the lines that a book holds. */
export function heldColumns(book: Float64Array): number[] {
  return [...book.keys()].filter((j) => book[j] !== 0);
}

/** So many days after a run's own instant, epoch milliseconds. */
export function dateAfter(run: PreparedRun, days: number): number {
  return Math.round(run.view.asOf + days * MS_PER_DAY);
}
