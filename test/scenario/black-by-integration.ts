/** Deviations beyond which the normal density is below 1e-33. */
const EDGE = 12;
const STEPS = 4000;

/**
 * A European option on a forward as the discounted mean payoff of a lognormal price, by Simpson's rule from the strike
 * outwards: no formula of Black's, no normal distribution function. About 1e-13 of the forward.
 */
export function blackByIntegration(
  right: 'C' | 'P',
  forward: number,
  strike: number,
  stdDev: number,
  discount = 1,
): number {
  const sign = right === 'C' ? 1 : -1;
  const kink = Math.min(EDGE, Math.max(-EDGE, Math.log(strike / forward) / stdDev + stdDev / 2));
  const [from, to] = right === 'C' ? [kink, EDGE + stdDev] : [-EDGE, kink];
  const payoff = (x: number): number => {
    const price = forward * Math.exp(stdDev * x - (stdDev * stdDev) / 2);
    return (Math.max(0, sign * (price - strike)) * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
  };
  const width = (to - from) / STEPS;
  let total = payoff(from) + payoff(to);
  for (let k = 1; k < STEPS; k++) total += (k % 2 === 1 ? 4 : 2) * payoff(from + k * width);
  return (discount * total * width) / 3;
}
