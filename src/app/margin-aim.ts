import type { Formula } from '../formula/index.js';
import { type HorizonMargin, marginOver } from './horizon/horizon-margin.js';
import type { PreparedRun } from './prepare-run.js';

/**
 * The margin that an optimisation makes small, in one place: the formula that is compiled, the figure that is reported of a
 * book, and the words for it. Today's initial margin of one rule book, that over a horizon, or that of several cases.
 */
export interface MarginAim {
  /** Over the run's universe. */
  readonly formula: Formula;
  /** Whether rules look at which lines are held, so that a book may need less than the formula says. */
  readonly looksAtHeldLines: boolean;
  /** Whether the formula is the rules at the present book alone, so that nothing it proves holds for them. */
  readonly exactAtBook: boolean;
  /** What a book needs, by the full rules on the lines it holds. */
  readonly marginOf: (book: Float64Array) => number;
  /** What a trade lowers that gains in no worst scenario. */
  readonly beside: string;
}

/** The margin of one rule book, today or over a horizon. */
export function marginAim(run: PreparedRun, horizon: HorizonMargin): MarginAim {
  return {
    formula: horizon.formula,
    looksAtHeldLines: run.model.looksAtHeldLines,
    exactAtBook: run.model.exactAtBook ?? false,
    marginOf: (book) => marginOver(run, horizon, book),
    beside: horizon.rule === 'now' ? besideScenarios(run) : 'the margin over the horizon',
  };
}

/** All of the margin where rules look at no scenario. */
function besideScenarios({ model }: PreparedRun): string {
  return model.usesSensitivities === true ? 'the margin' : 'the charges beside the scenarios';
}
