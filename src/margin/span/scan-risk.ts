import { PARTNER } from './scan-scenarios.js';

/** The scan of one combined commodity and the parts that credits are reckoned by. */
export interface ScanRisk {
  /** 0-based number of the worst scenario, the first of those that tie. */
  readonly worst: number;
  readonly risk: number;
  readonly volatilityRisk: number;
  readonly timeRisk: number;
  readonly priceRisk: number;
}

/**
 * Scan risk = max(0, largest loss); volatility risk = half of what the partner of the worst scenario loses less; time risk =
 * mean loss of the two scenarios without a price move; price risk = what is left, at least 0.
 *
 * SOURCE: CME SPAN, "weighted price risk" of inter-commodity credits.
 *
 * @param losses of the book in each of the sixteen scenarios
 */
export function scanRisk(losses: Float64Array): ScanRisk {
  let worst = 0;
  for (let j = 1; j < losses.length; j++) if (losses[j]! > losses[worst]!) worst = j;
  const risk = Math.max(0, losses[worst]!);
  const volatilityRisk = (losses[worst]! - losses[PARTNER[worst]!]!) / 2;
  const timeRisk = (losses[0]! + losses[1]!) / 2;
  const priceRisk = Math.max(0, risk - timeRisk - volatilityRisk);
  return { worst, risk, volatilityRisk, timeRisk, priceRisk };
}
