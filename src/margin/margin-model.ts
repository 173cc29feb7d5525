import type { Affine, Formula } from '../formula/index.js';
import type { ScanBlock, Scenario, ValuedInstrument } from '../scenario/index.js';

/** What a rule book is built from. Quantities are not among them: a formula holds for every book. */
export interface ModelInputs {
  /** Positions and candidates; column j of the formula is line j. */
  readonly lines: readonly ValuedInstrument[];
  readonly blocks: readonly ScanBlock[];
  /** Standard deviation of a day's log return, by underlying. */
  readonly dailyVolatilities: ReadonlyMap<string, number>;
}

/** A scenario with its P&L as a linear form over quantities. */
export interface ScenarioPnl {
  readonly scenario: Scenario;
  readonly pnl: Affine;
}

/** A rule book for one market: the two margins as formulas, and the scenarios they look at. */
export interface MarginRequirement {
  readonly initial: Formula;
  readonly maintenance: Formula;
  readonly underlyings: readonly string[];
  readonly scenarios: readonly ScenarioPnl[];
}
