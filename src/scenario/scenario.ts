export type VolatilityMove = 'up' | 'none' | 'down';

/** One joint move of the market, at the same instant. */
export interface Scenario {
  readonly name: string;
  /** Which block of jointly moving underlyings it belongs to; other blocks stand still in it. */
  readonly block: number;
  /** Fraction of the level by which each underlying moves, in the order of the set's `underlyings`. */
  readonly moves: Float64Array;
  readonly volatility: VolatilityMove;
  /** Factor on the loss before scenarios are compared (tails count in part). */
  readonly weight: number;
}

/** The scenarios of a run. Underlyings of different blocks never move together. */
export interface ScenarioSet {
  readonly underlyings: readonly string[];
  readonly blocks: readonly (readonly string[])[];
  readonly scenarios: readonly Scenario[];
}
