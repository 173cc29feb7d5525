/**
 * The standard normal distribution to about machine precision, tails included.
 *
 * SOURCE of the rational approximations: W. J. Cody, "Rational Chebyshev approximations for the error function",
 * Math. Comp. 23 (1969), in the form given for the normal distribution by his ANORM, "Algorithm 715: SPECFUN",
 * ACM TOMS 19 (1993).
 */

const SQRT_TWO_PI = 2.5066282746310007;
const ONE_OVER_SQRT_TWO_PI = 0.3989422804014327;
/** Below it the central approximation holds (the upper quartile); above it the tail ones. */
const CENTRAL_LIMIT = 0.67448975;
const FAR_LIMIT = 5.656854249492381;
/** 2^27 + 1 splits a double into two halves whose products are exact (Veltkamp). */
const SPLITTER = 134217729;
/** exp(-x^2/2) is zero in double precision beyond this. */
const UNDERFLOW = 38.7;

/** (N(x) - 1/2) / x for |x| <= 0.67448975. */
function central(x: number): number {
  const y = x * x;
  const numerator =
    (((0.06568233791820745 * y + 2.2352520354606837) * y + 161.02823106855587) * y + 1067.6894854603709) * y +
    18154.98125334356;
  const denominator =
    (((y + 47.202581904688245) * y + 976.0985517377767) * y + 10260.932208618979) * y + 45507.78933502673;
  return numerator / denominator;
}

/** N(-x) exp(x^2/2) for 0.67448975 <= x <= sqrt(32). */
function nearTail(x: number): number {
  let numerator = 1.0765576773720192e-8 * x + 0.39894151208813466;
  numerator = numerator * x + 8.883149794388375;
  numerator = numerator * x + 93.50665613217785;
  numerator = numerator * x + 597.2702763948002;
  numerator = numerator * x + 2494.5375852903726;
  numerator = numerator * x + 6848.190450536283;
  numerator = numerator * x + 11602.65143764735;
  numerator = numerator * x + 9842.714838383978;
  let denominator = x + 22.266688044328117;
  denominator = denominator * x + 235.387901782625;
  denominator = denominator * x + 1519.3775994075547;
  denominator = denominator * x + 6485.558298266761;
  denominator = denominator * x + 18615.571640885097;
  denominator = denominator * x + 34900.95272114598;
  denominator = denominator * x + 38912.00328609327;
  denominator = denominator * x + 19685.429676859992;
  return numerator / denominator;
}

/** N(-x) exp(x^2/2) for x >= sqrt(32). */
function farTail(x: number): number {
  const y = 1 / (x * x);
  const numerator =
    ((((0.023073441764940174 * y + 0.215898534057957) * y + 0.12740116116024736) * y + 0.022235277870649807) * y +
      0.0014216191932278934) *
      y +
    2.9112874951168793e-5;
  const denominator =
    ((((y + 1.284260096144911) * y + 0.4682382124808651) * y + 0.06598813786892856) * y + 0.0037823963320275824) * y +
    7.297515550839662e-5;
  return (ONE_OVER_SQRT_TWO_PI - (y * numerator) / denominator) / x;
}

/**
 * exp(-x^2/2), accurate to an ulp or two relative to itself over the whole range. The rounding error of x*x, harmless near zero,
 * would cost three digits at x = 38; it is recovered exactly and put back.
 */
function gaussian(x: number): number {
  if (!(Math.abs(x) < UNDERFLOW)) return Number.isNaN(x) ? x : 0;
  const square = x * x;
  const carry = SPLITTER * x;
  const high = carry - (carry - x);
  const low = x - high;
  const lost = high * high - square + 2 * high * low + low * low;
  return Math.exp(-0.5 * square) * (1 - 0.5 * lost);
}

/** Density of the standard normal distribution at `x`; relative accuracy of about 3e-16. NaN only for NaN. */
export function normalPdf(x: number): number {
  return ONE_OVER_SQRT_TWO_PI * gaussian(x);
}

/**
 * Probability that a standard normal variable is at most `x`. Absolute error below 2e-16; in the lower tail the
 * relative error stays below 2e-15 down to the last normal double (x = -37.5). NaN only for NaN.
 */
export function normalCdf(x: number): number {
  const distance = Math.abs(x);
  if (distance <= CENTRAL_LIMIT) return 0.5 + x * central(x);
  const tail = (distance <= FAR_LIMIT ? nearTail(distance) : farTail(distance)) * gaussian(distance);
  return x < 0 ? tail : 1 - tail;
}

/**
 * Mills ratio N(-x) / n(x): the upper tail without its exponential factor, so that it neither underflows for large `x`
 * nor loses digits. Falls from infinity (x far below zero) through 1.2533 at 0 to about 1/x.
 */
export function millsRatio(x: number): number {
  if (x > FAR_LIMIT) return SQRT_TWO_PI * farTail(x);
  if (x >= CENTRAL_LIMIT) return SQRT_TWO_PI * nearTail(x);
  return normalCdf(-x) / normalPdf(x);
}
