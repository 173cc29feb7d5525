import { brent } from '../math/brent.js';
import { normalCdf, normalPdf } from '../math/normal-distribution.js';

/** What the exercise boundary of a put depends on; per year, continuous. The boundary is in units of the strike. */
export interface PutBoundaryTerms {
  readonly rate: number;
  readonly dividendYield: number;
  readonly volatility: number;
}

/**
 * Where the exercise boundary of a put starts at expiry, in units of the strike: min(1, r/q) for a positive yield,
 * else 1.
 * Source: L. Andersen, M. Lake and D. Offengenden (2016), section 2; A. Battauz, M. De Donno and A. Sbuelz (2015) for
 * r <= 0.
 */
export function putBoundaryAtExpiry(rate: number, dividendYield: number): number {
  return dividendYield > 0 ? Math.min(1, rate / dividendYield) : 1;
}

/**
 * The exercise boundary of an American put `tau` years before expiry by the QD+ approximation, in units of the strike:
 * within a per cent or so of the true one, which makes it the start of the exact iteration.
 *
 * Source: M. Li, "Analytical approximations for the critical stock prices of American options: a performance
 * comparison", Review of Derivatives Research 13 (2010): the boundary solves
 * (1 - e^{-q tau} N(-d1)) S + (lambda + c0)(1 - S - p(S)) = 0 with p the European put.
 *
 * @param tolerance half-width of the final bracket as a fraction of the boundary at expiry; 0: as far as doubles go.
 */
export function qdPlusBoundary(terms: PutBoundaryTerms, tau: number, tolerance = 0): number {
  const top = putBoundaryAtExpiry(terms.rate, terms.dividendYield);
  if (tau <= 0) return top;
  const residual = qdPlusResidual(terms, tau);
  let from = Math.max(0.99 * perpetualBoundary(terms), 1e-12) * Math.min(1, top);
  let to = top;
  let below = residual(from);
  if (below < 0) {
    from = 1e-12 * top;
    below = residual(from);
  }
  // In extreme terms the approximation's root lies above the true start; it is still what the approximation says.
  for (let doublings = 0; below * residual(to) > 0 && doublings < 60; doublings++) to *= 2;
  const outcome = brent(residual, { from, to, tolerance: tolerance * top });
  return outcome.status === 'ok' ? outcome.root : top;
}

/** Where the boundary of a put without expiry lies, in strikes; no put's boundary is lower. Source: Merton (1973). */
function perpetualBoundary({ rate: r, dividendYield: q, volatility }: PutBoundaryTerms): number {
  const variance = volatility * volatility;
  const lean = (r - q) / variance - 0.5;
  const exponent = -lean - Math.sqrt(Math.max(0, lean * lean + (2 * r) / variance));
  return exponent < 0 ? exponent / (exponent - 1) : 0;
}

/** The left side of the QD+ equation as a function of the spot in units of the strike. */
function qdPlusResidual({ rate: r, dividendYield: q, volatility }: PutBoundaryTerms, tau: number) {
  const variance = volatility * volatility;
  const stdDev = volatility * Math.sqrt(tau);
  const discount = Math.exp(-r * tau);
  const carry = Math.exp(-q * tau);
  // r / (1 - e^{-r tau}), with its series where the quotient would cancel.
  const perYear =
    Math.abs(r * tau) > 1e-5 ? r / -Math.expm1(-r * tau) : 1 / (tau * (1 - 0.5 * r * tau * (1 - (r * tau) / 3)));
  const omega = (2 * (r - q)) / variance;
  const discriminant = Math.sqrt((omega - 1) ** 2 + (8 * perYear) / variance);
  const lambda = -0.5 * (omega - 1 + discriminant);
  const lambdaSlope = (2 * perYear * perYear) / (variance * discriminant);
  const bend = 2 * lambda + omega - 1;
  const alpha = (2 * discount) / (variance * bend);
  const beta = alpha * (perYear + lambdaSlope / bend) - lambda;
  return (spot: number): number => {
    const dPlus = Math.log((spot * carry) / discount) / stdDev + 0.5 * stdDev;
    const belowMinus = normalCdf(stdDev - dPlus);
    const belowPlus = normalCdf(-dPlus);
    const european = discount * belowMinus - spot * carry * belowPlus;
    const decay =
      r * discount * belowMinus -
      q * spot * carry * belowPlus -
      ((variance * spot) / (2 * stdDev)) * carry * normalPdf(dPlus);
    const premium = 1 - spot - european;
    // (lambda + c0) x premium, multiplied out so that a premium of zero divides nothing.
    return (1 - carry * belowPlus) * spot - beta * premium + (alpha * decay) / discount;
  };
}
