import type { DirectionSettings } from '../joint-directions.js';
import type { VolatilityShock } from '../volatility-shock.js';

/** What a rule book of joint moves says of its ellipsoid. */
export interface EllipsoidTerms {
  /** Fraction of the level that is one scan range, by underlying. */
  readonly scanRanges: ReadonlyMap<string, number>;
  readonly shock: VolatilityShock;
  /** The furthest tail in scan ranges, volatility up; null where there is none. */
  readonly tailReach: number | null;
  /** Part of a tail's loss that is charged. */
  readonly tailCover: number;
  /** Which directions are listed: the search starts from them. */
  readonly directions: DirectionSettings;
}
