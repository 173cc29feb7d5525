import type { SpanSpotMonth } from '../../domain/index.js';
import type { MonthDeltas } from './month-deltas.js';

/**
 * The charge for positions near delivery: for each delivery month, so much for a delta left after spreads within the
 * commodity and so much for one that these took.
 *
 * SOURCE: CME SPAN, spot (delivery) month charge, method 10.
 */
export function spotCharge(months: readonly SpanSpotMonth[], deltas: MonthDeltas): number {
  return months.reduce(
    (total, { month, outrightRate, spreadRate }) =>
      total + Math.abs(deltas.leftIn(month)) * outrightRate + deltas.takenIn(month) * spreadRate,
    0,
  );
}
