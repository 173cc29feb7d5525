import type { CorrelationCurve, StressedPair } from '../../../schema/stress/stress-correlations.js';
import type { MovedMargin } from './moved-margin.js';

/** Points of the curve: every 0.05 from -1 to 1 for two underlyings. */
const STEPS_OF_TWO = 40;
const STEPS = 20;
/** A pair that may move less than this has no curve worth a chart. */
const LEAST_WIDTH = 0.02;

/**
 * The margin as the correlation of one pair runs over all it may be while the others stay: from -1 to 1 for two underlyings.
 *
 * @param pairs the one that matters most first
 * @param asked the pair, in either order; null for the first of those that have room
 * @returns null where no pair has room
 */
export function correlationCurve(
  { names, present, margin }: MovedMargin,
  pairs: readonly StressedPair[],
  asked: readonly [string, string] | null,
): CorrelationCurve | null {
  const pair = pairs.find(({ a, b, low, high }) =>
    asked === null ? high - low > LEAST_WIDTH : asked.includes(a) && asked.includes(b),
  );
  if (pair === undefined) return null;
  const { a, b, low, high } = pair;
  const n = names.length;
  const [i, j] = [names.indexOf(a), names.indexOf(b)];
  const steps = n === 2 ? STEPS_OF_TWO : STEPS;
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const correlation = step === steps ? high : low + ((high - low) * step) / steps;
    const values = present.slice();
    values[i * n + j] = correlation;
    values[j * n + i] = correlation;
    return { correlation, initialMargin: margin(values) };
  });
  return { a, b, points };
}
