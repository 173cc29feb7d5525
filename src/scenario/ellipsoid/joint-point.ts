import type { VolatilityMove } from '../scenario.js';

/** A joint move that stands in no list: a point of the ellipsoid of a block, or inside it. */
export interface JointPoint {
  /** Place of the block among those of the run. */
  readonly block: number;
  /** Scan ranges by which each underlying of the block moves, in the block's order. */
  readonly z: Float64Array;
  readonly volatility: VolatilityMove;
  /** Factor on the loss: 1, or the part of a tail that is charged. */
  readonly weight: number;
}
