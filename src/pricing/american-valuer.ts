import { solveAmericanBoundary } from './american-boundary.js';
import { americanLattice } from './american-lattice.js';
import { earlyExercisePremium, premiumIntegral } from './american-premium.js';
import type { PutBoundaryTerms } from './american-qd-plus.js';
import { AMERICAN_SCHEMES, type AmericanAccuracy } from './american-schemes.js';
import type { AmericanTerms } from './american-terms.js';
import { black76 } from './black76.js';

/**
 * Below this standard deviation, or this fraction of what rates do to the price over the life, the spot is as good as
 * certain, and the best exercise date is known beforehand.
 */
const CERTAIN = 1e-7;
const CERTAIN_AGAINST_RATES = 1e-4;
const NO_INTEREST = 1e-12;
const LATTICE_STEPS = 801;

/**
 * A function from spot to the price of an American option, the exercise boundary solved once for all spots.
 *
 * A put is solved in units of its strike; a call is the put with spot and strike, rate and yield exchanged (McDonald
 * and Schroder 1998). Which way a put is valued:
 * - r <= 0 and r <= q, or a rate that is nothing over the life while q >= 0: exercise never pays early, Black-76;
 * - no time, or next to no risk: the best of exercising now, at expiry, or when K e^{-rt} - S e^{-qt} peaks;
 * - q < r < 0: two boundaries; a Leisen-Reimer tree of 801 steps (about 1e-5 of the strike, and a tree per spot);
 * - else: the single boundary of Andersen, Lake and Offengenden (2016).
 *
 * @throws RangeError when a term is not finite, or strike, volatility or time is negative.
 */
export function americanValuer(
  terms: AmericanTerms,
  accuracy: AmericanAccuracy = 'accurate',
): (spot: number) => number {
  const { right, strike, rate, dividendYield, volatility, ttmYears } = terms;
  const usable = [strike, volatility, ttmYears].every((term) => term >= 0 && term < Number.POSITIVE_INFINITY);
  if (!usable || !Number.isFinite(rate) || !Number.isFinite(dividendYield)) {
    throw new RangeError(`American option with unusable terms: ${JSON.stringify(terms)}`);
  }
  const put =
    right === 'P'
      ? putInStrikes({ rate, dividendYield, volatility }, ttmYears, accuracy)
      : putInStrikes({ rate: dividendYield, dividendYield: rate, volatility }, ttmYears, accuracy);
  return (spot) => {
    if (!(spot >= 0 && spot < Number.POSITIVE_INFINITY)) throw new RangeError(`a spot of ${spot}`);
    const [asset, received] = right === 'P' ? [spot, strike] : [strike, spot];
    return received === 0 ? 0 : received * put(asset / received);
  };
}

/** The price of a put in units of its strike, as a function of the spot in the same unit. */
function putInStrikes(terms: PutBoundaryTerms, ttmYears: number, accuracy: AmericanAccuracy): (spot: number) => number {
  const { rate: r, dividendYield: q, volatility } = terms;
  const stdDev = volatility * Math.sqrt(ttmYears);
  const discount = Math.exp(-r * ttmYears);
  const growth = Math.exp((r - q) * ttmYears);
  if (ttmYears === 0) return (spot) => Math.max(0, 1 - spot);
  // The premium is at most the interest on the strike, r T, unless the yield is negative.
  const neverEarly = r <= 0 ? r <= q : q >= 0 && r * ttmYears < NO_INTEREST;
  if (neverEarly) return (spot) => Math.max(1 - spot, black76('P', spot * growth, 1, stdDev, discount));
  const drift = Math.max(Math.abs(r), Math.abs(q), Math.abs(r - q)) * ttmYears;
  if (stdDev < Math.max(CERTAIN, CERTAIN_AGAINST_RATES * drift)) return (spot) => certainPut(spot, r, q, ttmYears);
  if (r < 0) {
    const lattice = { right: 'P', strike: 1, ...terms, ttmYears } as const;
    return (spot) => (spot === 0 ? Math.max(1, discount) : americanLattice(lattice, spot, LATTICE_STEPS));
  }
  const scheme = AMERICAN_SCHEMES[accuracy];
  const boundary = solveAmericanBoundary(terms, ttmYears, scheme);
  const integral = premiumIntegral(boundary, scheme.premiumPoints);
  return (spot) => {
    if (spot === Number.POSITIVE_INFINITY) return 0;
    const european = black76('P', spot * growth, 1, stdDev, discount);
    const premium = spot > boundary.today ? Math.max(0, earlyExercisePremium(integral, spot)) : 0;
    return Math.max(0, 1 - spot, european + premium);
  };
}

/** Without risk: the largest of e^{-rt} - S e^{-qt} over the life, at an end or where r e^{-rt} = q S e^{-qt}. */
function certainPut(spot: number, r: number, q: number, ttmYears: number): number {
  const exercisedAt = (t: number) => Math.exp(-r * t) - spot * Math.exp(-q * t);
  const stationary = r / (q * spot) > 0 ? Math.log(r / (q * spot)) / (r - q) : 0;
  const inside = stationary > 0 && stationary < ttmYears ? exercisedAt(stationary) : 0;
  return Math.max(0, exercisedAt(0), exercisedAt(ttmYears), inside);
}
