import { type VenueLine, venueGreeks, yearsToExpiry } from '../venue-lines/index.js';

/** Minutes before expiry over which the settlement price is averaged and deltas run off. */
const SETTLEMENT_MINUTES = 30;
const MS_PER_MINUTE = 60_000;

/**
 * Delta of one contract in coins, as Deribit nets it: of an inverse option, delta less its price in coin; both run off
 * in a straight line over the last 30 minutes.
 *
 * SOURCE: Deribit support article 25944751433757 (delta 1.0, price 0.3: after 15 minutes 0.5 - 0.3 (1 - 15/30) = 0.35).
 */
export function netDelta(line: VenueLine, asOfMs: number): number {
  if (line.kind === 'spot') return 0;
  const { netDelta: whole } = venueGreeks(line, yearsToExpiry(line, asOfMs));
  if (line.expiryMs === null) return whole;
  const minutes = Math.max(0, line.expiryMs - asOfMs) / MS_PER_MINUTE;
  return whole * Math.min(1, minutes / SETTLEMENT_MINUTES);
}
