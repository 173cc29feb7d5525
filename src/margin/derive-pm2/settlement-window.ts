import type { ForwardParts } from '../derive/expiry-lines.js';

/** The settlement price is the average over this long before expiry. */
const WINDOW_SECONDS = 1800;

/**
 * The part of a forward that the average has already fixed, and the part that still moves with the spot.
 *
 * SOURCE: derivexyz/v2-core, LyraForwardFeed.sol, getForwardPricePortions.
 */
export function settlementWindow(forward: number, secondsToExpiry: number): ForwardParts {
  const left = Math.max(0, secondsToExpiry);
  if (left >= WINDOW_SECONDS) return { fixed: 0, variable: forward };
  return { fixed: (forward * (WINDOW_SECONDS - left)) / WINDOW_SECONDS, variable: (forward * left) / WINDOW_SECONDS };
}
