import type { VolatilityMove } from '../scenario.js';
import type { EllipsoidTerms } from './ellipsoid-terms.js';

/** Joint moves that are looked at together: every point up to a radius, with one move of volatility. */
export interface EllipsoidRegion {
  readonly volatility: VolatilityMove;
  /** Radius in scan ranges. */
  readonly reach: number;
  readonly weight: number;
}

/** The whole ellipsoid with volatility up, unchanged and down; and the tails, of whose loss a part is charged. */
export function ellipsoidRegions({ tailReach, tailCover }: EllipsoidTerms): EllipsoidRegion[] {
  const regions: EllipsoidRegion[] = [
    { volatility: 'up', reach: 1, weight: 1 },
    { volatility: 'none', reach: 1, weight: 1 },
    { volatility: 'down', reach: 1, weight: 1 },
  ];
  if (tailReach !== null && tailReach > 0) regions.push({ volatility: 'up', reach: tailReach, weight: tailCover });
  return regions;
}
