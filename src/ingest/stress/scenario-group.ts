import type { SourceLocation, StressCombine, StressMove } from '../../domain/index.js';

/** Names of scenarios of which one at a time takes part. */
export interface ScenarioList {
  readonly names: readonly string[];
  readonly origin: SourceLocation;
}

/** The rows of one name: moves of its own, and lists of other scenarios it is made of. */
export interface ScenarioGroup {
  readonly name: string;
  readonly combine: StressCombine;
  /** Whether it is run for itself, or only as a part of others. */
  readonly alone: boolean;
  readonly moves: readonly StressMove[];
  readonly lists: readonly ScenarioList[];
  readonly origin: SourceLocation;
}
