import type { AmericanTerms } from './american-terms.js';
import { peizerPratt } from './peizer-pratt.js';

/**
 * Price of an American option on a binomial tree whose probabilities are chosen so that its European price converges
 * smoothly. Exact for any rates, negative ones included; the error falls like 1/steps.
 *
 * Source: D. Leisen and M. Reimer, "Binomial models for option valuation: examining and improving convergence",
 * Applied Mathematical Finance 3 (1996), with the Peizer-Pratt inversion 2.
 *
 * @param spot positive; so are strike, volatility and time.
 * @param steps odd; an even number is raised by one.
 */
export function americanLattice(terms: AmericanTerms, spot: number, steps = 501): number {
  const { right, strike, rate, dividendYield, volatility, ttmYears } = terms;
  const n = steps % 2 === 0 ? steps + 1 : steps;
  const step = ttmYears / n;
  const stdDev = volatility * Math.sqrt(ttmYears);
  const dPlus = (Math.log(spot / strike) + (rate - dividendYield) * ttmYears) / stdDev + stdDev / 2;
  const up = peizerPratt(dPlus - stdDev, n);
  const upInStock = peizerPratt(dPlus, n);
  const growth = Math.exp((rate - dividendYield) * step);
  const upFactor = (growth * upInStock) / up;
  const downFactor = (growth * (1 - upInStock)) / (1 - up);
  const discount = Math.exp(-rate * step);
  const sign = right === 'C' ? 1 : -1;
  const logUp = Math.log(upFactor);
  const logDown = Math.log(downFactor);
  const values = new Float64Array(n + 1);
  const exercise = (ups: number, downs: number) => sign * (spot * Math.exp(ups * logUp + downs * logDown) - strike);
  for (let i = 0; i <= n; i++) values[i] = Math.max(0, exercise(i, n - i));
  const ratio = upFactor / downFactor;
  for (let t = n - 1; t >= 0; t--) {
    let level = spot * Math.exp(t * logDown);
    for (let i = 0; i <= t; i++) {
      const held = discount * (up * values[i + 1]! + (1 - up) * values[i]!);
      values[i] = Math.max(held, sign * (level - strike));
      level *= ratio;
    }
  }
  return values[0]!;
}
