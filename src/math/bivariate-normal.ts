import { normalCdf } from './normal-distribution.js';

const SQRT_TWO_PI = 2.5066282746310007;
const TWO_PI = 6.283185307179586;
/** Beyond it the density is not smooth enough in the correlation, and its singular part at +-1 is taken out first. */
const STRONG = 0.925;
/** exp(-100) is nothing beside the probabilities that it would be added to. */
const NEGLIGIBLE = -100;

/** Further out a tail is below the smallest double. */
const CERTAIN = 38.7;

/** Positive half of a Gauss-Legendre rule on [-1, 1], node and weight by turns. */
type HalfRule = readonly (readonly [node: number, weight: number])[];

const SIX_POINTS: HalfRule = [
  [0.932469514203152, 0.17132449237917036],
  [0.6612093864662645, 0.3607615730481386],
  [0.23861918608319693, 0.46791393457269104],
];
const TWELVE_POINTS: HalfRule = [
  [0.9815606342467192, 0.04717533638651183],
  [0.9041172563704748, 0.10693932599531843],
  [0.7699026741943047, 0.16007832854334622],
  [0.5873179542866175, 0.20316742672306592],
  [0.3678314989981802, 0.2334925365383548],
  [0.1252334085114689, 0.24914704581340277],
];
const TWENTY_POINTS: HalfRule = [
  [0.9931285991850949, 0.017614007139152118],
  [0.9639719272779138, 0.04060142980038694],
  [0.912234428251326, 0.06267204833410907],
  [0.8391169718222188, 0.08327674157670475],
  [0.7463319064601508, 0.10193011981724044],
  [0.636053680726515, 0.1181945319615184],
  [0.5108670019508271, 0.13168863844917664],
  [0.37370608871541955, 0.14209610931838204],
  [0.2277858511416451, 0.14917298647260374],
  [0.07652652113349734, 0.15275338713072584],
];

/**
 * Probability that two standard normal variables with this correlation are at most `x` and at most `y`. Absolute error
 * below 2e-15 (a joint tail far below that keeps no digits of its own); `x` and `y` may be infinite. NaN for NaN and for
 * a correlation outside [-1, 1].
 *
 * Near +-1 the probability turns on the root of 1 - correlation^2, of which the correlation itself tells few digits; who
 * has it from elsewhere may say so by `rest`.
 *
 * Method: the derivative of the probability with respect to the correlation is integrated from 0, over its arcsine, by a
 * Gauss-Legendre rule; from |correlation| 0.925 on from +-1, less the terms that are singular there.
 *
 * SOURCE: A. Genz, "Numerical computation of rectangular bivariate and trivariate normal and t probabilities",
 * Statistics and Computing 14 (2004), section 2.4; Z. Drezner and G. O. Wesolowsky, J. Statist. Comput. Simul. 35 (1990).
 */
export function bivariateNormalCdf(
  x: number,
  y: number,
  correlation: number,
  rest: number = (1 - correlation) * (1 + correlation),
): number {
  if (!(Math.abs(correlation) <= 1) || Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x < -CERTAIN || y < -CERTAIN) return 0;
  if (x > CERTAIN) return normalCdf(y);
  if (y > CERTAIN) return normalCdf(x);
  const probability = Math.abs(correlation) < STRONG ? fromZero(x, y, correlation) : fromOne(x, y, correlation, rest);
  // Rounding of the last digit may not make it a probability that cannot be.
  return Math.min(Math.max(0, probability), normalCdf(Math.min(x, y)));
}

/** Genz (2004), equation 3. */
function fromZero(x: number, y: number, correlation: number): number {
  const independent = normalCdf(x) * normalCdf(y);
  if (correlation === 0) return independent;
  const halfSquares = (x * x + y * y) / 2;
  const angle = Math.asin(correlation);
  let sum = 0;
  for (const [node, weight] of ruleFor(correlation)) {
    for (const place of [1 - node, 1 + node]) {
      const sine = Math.sin((angle * place) / 2);
      sum += weight * Math.exp((sine * x * y - halfSquares) / (1 - sine * sine));
    }
  }
  return independent + (sum * angle) / (2 * TWO_PI);
}

/** Genz (2004), equation 6: the probability at correlation +-1 less what is lost on the way back to `correlation`. */
function fromOne(x: number, y: number, correlation: number, rest: number): number {
  const other = correlation < 0 ? -y : y;
  const lost = lostBefore(x, other, rest);
  if (correlation > 0) return normalCdf(Math.min(x, y)) - lost;
  // P(X <= x, Y <= y) = P(X <= x) - P(X <= x, -Y < -y), the last with a positive correlation.
  const atMinusOne = x > other ? bandBetween(other, x) : 0;
  return atMinusOne + lost;
}

/** Probability of a standard normal between the two, from the tail in which it keeps its digits. */
function bandBetween(low: number, high: number): number {
  return low > 0 ? normalCdf(-low) - normalCdf(-high) : normalCdf(high) - normalCdf(low);
}

function lostBefore(x: number, y: number, rest: number): number {
  if (rest === 0) return 0;
  const product = x * y;
  const c = (4 - product) / 8;
  const d = (12 - product) / 16;
  const gap = Math.abs(x - y);
  const gapSquared = gap * gap;
  const width = Math.sqrt(rest);
  const edge = -(gapSquared / rest + product) / 2;
  let lost = 0;
  if (edge > NEGLIGIBLE) {
    const series = 1 - (c * (gapSquared - rest) * (1 - (d * gapSquared) / 5)) / 3 + (c * d * rest * rest) / 5;
    lost = width * Math.exp(edge) * series;
  }
  if (product > NEGLIGIBLE) {
    const series = 1 - (c * gapSquared * (1 - (d * gapSquared) / 5)) / 3;
    lost -= Math.exp(-product / 2) * SQRT_TWO_PI * normalCdf(-gap / width) * gap * series;
  }
  const half = width / 2;
  for (const [node, weight] of TWENTY_POINTS) {
    for (const place of [1 - node, 1 + node]) {
      const square = (half * place) ** 2;
      const exponent = -(gapSquared / square + product) / 2;
      if (exponent <= NEGLIGIBLE) continue;
      const root = Math.sqrt(1 - square);
      const exact = Math.exp((-product * square) / (2 * (1 + root) ** 2)) / root;
      lost += half * weight * Math.exp(exponent) * (exact - (1 + c * square * (1 + d * square)));
    }
  }
  return lost / TWO_PI;
}

/** The stronger the correlation, the more points; each keeps about 5e-16. */
function ruleFor(correlation: number): HalfRule {
  const strength = Math.abs(correlation);
  if (strength < 0.3) return SIX_POINTS;
  return strength < 0.75 ? TWELVE_POINTS : TWENTY_POINTS;
}
