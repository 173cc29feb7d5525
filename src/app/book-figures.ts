import { type GreekFigures, lineGreeks } from '../scenario/index.js';
import type { PreparedRun } from './prepare-run.js';

/** The universe and rules by which one book is reported. */
export interface BookFigures {
  readonly lines: PreparedRun['lines'];
  readonly greeks: readonly GreekFigures[];
  readonly requirement: PreparedRun['requirement'];
  /** Contracts held, by line of this universe. */
  readonly quantities: Float64Array;
}

/**
 * What a book is reported by: the run's own universe; or, where the rules look at which lines are held (the strikes of
 * Derive's standard margin), the lines it holds alone, so that the figure is the venue's and that of `margo margin`.
 */
export function bookFigures(run: PreparedRun, quantities: Float64Array): BookFigures {
  const { lines, greeks, requirement } = run;
  if (!run.model.looksAtHeldLines || isWhole(run, quantities)) return { lines, greeks, requirement, quantities };
  const columns = [...lines.keys()].filter((j) => quantities[j] !== 0);
  const held = columns.map((j) => lines[j]!);
  const book = Float64Array.from(columns, (j) => quantities[j]!);
  return {
    lines: held,
    greeks: held.map(lineGreeks),
    requirement: run.model.build({ ...run.inputs, lines: held, book }, run.parameters.values),
    quantities: book,
  };
}

/** Whether a book is the one that the run's own rules were built for, and has every line of it. */
function isWhole({ inputs }: PreparedRun, quantities: Float64Array): boolean {
  return quantities.every((quantity, j) => quantity !== 0 && quantity === inputs.book?.[j]);
}
