import type { ExpiryLines } from '../../../src/margin/derive/expiry-lines.js';
import { yearFraction } from '../../../src/margin/derive/year-fraction.js';

/** An expiry with a call and a put of strike 100 and a call of strike 120, in columns 0 to 2, forward 100. */
export function anExpiry(changes: Partial<ExpiryLines> = {}): ExpiryLines {
  const secondsToExpiry = 30 * 86_400;
  return {
    name: 'June',
    secondsToExpiry,
    years: yearFraction(secondsToExpiry),
    forward: { fixed: 0, variable: 100 },
    discount: 1,
    columns: [0, 1, 2],
    rights: ['C', 'P', 'C'],
    strikes: Float64Array.of(100, 100, 120),
    volatilities: Float64Array.of(0.5, 0.5, 0.6),
    ...changes,
  };
}
