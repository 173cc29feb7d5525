import { millsRatio, normalCdf, normalPdf } from '../math/normal-distribution.js';
import { otmFraction } from './otm-fraction.js';

const MAX_EVALUATIONS = 100;
/** The steps shrink cubically, so the one after a relative step of this size would be lost in rounding. */
const LAST_STEP = 1e-6;
const SQRT_TWO_PI = 2.5066282746310007;

/** How far a price is from the one sought, on a scale on which it rises almost straight with the deviation. */
interface Miss {
  readonly value: number;
  readonly slope: number;
  /** Second derivative over the first. */
  readonly bend: number;
}

/**
 * The deviation sigma sqrt(T) at which `otmFraction(distance, .)` is `fraction`, for 0 < `fraction` < 1 and
 * `distance` >= 0, as exactly as doubles allow. `evaluations` counts the prices computed on the way.
 *
 * Halley's method inside a bracket. Below the price's inflection in the deviation, at sqrt(2 distance), it works on the
 * logarithm of the price in the variable 1/stdDev^2, in which a deep out-of-the-money price is almost a straight line;
 * above, on the price itself, and for large prices on the logarithm of what they lack to the maximum.
 *
 * SOURCE: the split at the inflection and a scale of its own for each side follow the idea of P. Jaeckel, "Let's be
 * rational", Wilmott (2015); the tangent at the inflection as first guess, S. Manaster & G. Koehler, J. Finance 37
 * (1982). The scales and the derivatives are our own.
 */
export function impliedStdDev(fraction: number, distance: number): { stdDev: number; evaluations: number } {
  const inflection = Math.sqrt(2 * distance);
  const atInflection = otmFraction(distance, inflection);
  const isLow = fraction < atInflection;
  const missOf = isLow ? logarithmicMiss : fraction < 0.5 ? plainMiss : complementMiss;
  const stepFrom = isLow ? reciprocalSquareStep : plainStep;
  let low = isLow ? 0 : inflection;
  let high = isLow ? inflection : Number.POSITIVE_INFINITY;
  let stdDev = isLow ? tailGuess(fraction, distance, inflection) : inflection + SQRT_TWO_PI * (fraction - atInflection);
  for (let evaluations = 2; evaluations <= MAX_EVALUATIONS; evaluations++) {
    const miss = missOf(fraction, distance, stdDev);
    if (miss.value === 0) return { stdDev, evaluations };
    const proposal = stepFrom(stdDev, miss);
    // Asked before the bracket is: so near the root, rounding may point a hair to the wrong side.
    if (Math.abs(proposal - stdDev) <= LAST_STEP * stdDev) return { stdDev: proposal, evaluations };
    if (miss.value < 0) low = stdDev;
    else high = stdDev;
    if (proposal > low && proposal < high) stdDev = proposal;
    else stdDev = high === Number.POSITIVE_INFINITY ? 2 * stdDev : 0.5 * (low + high);
  }
  return { stdDev, evaluations: MAX_EVALUATIONS };
}

/** ln(price / sought). An underflowing price gives -Infinity, and the bracket takes over. */
function logarithmicMiss(fraction: number, distance: number, stdDev: number): Miss {
  const price = otmFraction(distance, stdDev);
  const slope = vega(distance, stdDev) / price;
  return { value: Math.log(price / fraction), slope, bend: vegaBend(distance, stdDev) - slope };
}

/** price - sought. */
function plainMiss(fraction: number, distance: number, stdDev: number): Miss {
  return {
    value: otmFraction(distance, stdDev) - fraction,
    slope: vega(distance, stdDev),
    bend: vegaBend(distance, stdDev),
  };
}

/** -ln((1 - price) / (1 - sought)), the numerator computed without the subtraction. */
function complementMiss(fraction: number, distance: number, stdDev: number): Miss {
  const a = distance / stdDev;
  const t = 0.5 * stdDev;
  const lack = normalCdf(a - t) + normalPdf(a - t) * millsRatio(a + t);
  const slope = vega(distance, stdDev) / lack;
  return { value: -Math.log(lack / (1 - fraction)), slope, bend: vegaBend(distance, stdDev) + slope };
}

/** Derivative of `otmFraction` by the deviation. */
function vega(distance: number, stdDev: number): number {
  return normalPdf(distance / stdDev - 0.5 * stdDev);
}

/** Derivative of ln(vega) by the deviation. */
function vegaBend(distance: number, stdDev: number): number {
  const a = distance / stdDev;
  return (a * a) / stdDev - 0.25 * stdDev;
}

/** Halley's step, or Newton's where the two differ so much that neither is to be trusted far. */
function plainStep(stdDev: number, miss: Miss): number {
  const newton = -miss.value / miss.slope;
  const correction = 0.5 * newton * miss.bend;
  return stdDev + newton / (1 + (Math.abs(correction) < 0.5 ? correction : 0));
}

/** The same step taken in 1/stdDev^2. */
function reciprocalSquareStep(stdDev: number, miss: Miss): number {
  const newton = -miss.value / miss.slope;
  const correction = 0.5 * newton * miss.bend + (1.5 * newton) / stdDev;
  const growth = (-2 * newton) / stdDev / (1 + (Math.abs(correction) < 0.5 ? correction : 0));
  return stdDev / Math.sqrt(1 + growth);
}

/** From the leading term of the price far out, n(a - t) 2t / (a^2 - t^2 + 1), corrected twice. */
function tailGuess(fraction: number, distance: number, inflection: number): number {
  const sought = Math.log(fraction);
  let reciprocalSquare = (-2 * sought) / distance ** 2;
  let stdDev = Math.min(inflection, 1 / Math.sqrt(reciprocalSquare));
  for (let round = 0; round < 2; round++) {
    const a = distance / stdDev;
    const t = 0.5 * stdDev;
    const leading = -0.5 * (a - t) ** 2 + Math.log(stdDev / (SQRT_TWO_PI * (a * a - t * t + 1)));
    reciprocalSquare += (2 * (leading - sought)) / distance ** 2;
    stdDev = reciprocalSquare > 0 ? Math.min(inflection, 1 / Math.sqrt(reciprocalSquare)) : inflection;
  }
  return stdDev;
}
