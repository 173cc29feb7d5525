import { millsRatio, normalCdf } from '../math/normal-distribution.js';
import { europeanFloor } from './american-european-floor.js';
import type { AmericanOption } from './american-option.js';

/**
 * The Bjerksund and Stensland (1993) approximation: exercise at the first time the spot reaches a flat boundary. A
 * lower bound, off by up to 2e-3 of the spot; never below the European price or intrinsic value.
 *
 * Source: P. Bjerksund and G. Stensland, "Closed-form approximation of American options", Scandinavian Journal of
 * Management 9 (1993). A put is the call with spot and strike, rate and yield exchanged.
 */
export function bjerksundStensland(option: AmericanOption): number {
  const floor = europeanFloor(option);
  if (!floor.earlyExercise) return floor.value;
  const { right, spot, strike, rate, dividendYield, volatility, ttmYears } = option;
  const call =
    right === 'C'
      ? { spot, strike, rate, carry: rate - dividendYield, volatility, ttmYears }
      : { spot: strike, strike: spot, rate: dividendYield, carry: dividendYield - rate, volatility, ttmYears };
  return Math.max(floor.value, flatBoundaryCall(call));
}

interface Call {
  readonly spot: number;
  readonly strike: number;
  readonly rate: number;
  /** Cost of carry: rate less yield. */
  readonly carry: number;
  readonly volatility: number;
  readonly ttmYears: number;
}

function flatBoundaryCall(call: Call): number {
  const { spot, strike, rate: r, carry: b, volatility, ttmYears } = call;
  const variance = volatility * volatility;
  const lean = b / variance - 0.5;
  const beta = -lean + Math.sqrt(Math.max(0, lean * lean + (2 * r) / variance));
  if (!(beta > 1)) return Math.max(0, spot - strike);
  const atInfinity = strike + strike / (beta - 1);
  const atExpiry = Math.max(strike, (r / (r - b)) * strike);
  const gap = atInfinity - atExpiry;
  const h = -((b * ttmYears + 2 * volatility * Math.sqrt(ttmYears)) * atExpiry) / gap;
  const boundary = gap > 0 ? atExpiry + gap * -Math.expm1(h) : atExpiry;
  if (spot >= boundary) return spot - strike;
  const phi = (gamma: number, level: number, unit: number) => reachedValue(call, boundary, gamma, level, unit);
  return (
    (boundary - strike) * ((spot / boundary) ** beta - phi(beta, boundary, boundary)) +
    phi(1, boundary, 1) -
    phi(1, strike, 1) -
    strike * (phi(0, boundary, 1) - phi(0, strike, 1))
  );
}

/**
 * Today's value of (S/unit)^gamma at expiry where the spot ends below `level` and has never reached the boundary. The
 * second term is built from logarithms: at small volatilities it is an overflow times an underflow.
 */
function reachedValue(call: Call, boundary: number, gamma: number, level: number, unit: number): number {
  const { spot, rate: r, carry: b, volatility, ttmYears } = call;
  const variance = volatility * volatility;
  const stdDev = volatility * Math.sqrt(ttmYears);
  const growth = (-r + gamma * b + 0.5 * gamma * (gamma - 1) * variance) * ttmYears;
  const scale = growth + gamma * Math.log(spot / unit);
  const d = -(Math.log(spot / level) + (b + (gamma - 0.5) * variance) * ttmYears) / stdDev;
  const distance = Math.log(boundary / spot);
  const kappa = (2 * b) / variance + 2 * gamma - 1;
  const reflected = kappa * distance + logNormalCdf(d - (2 * distance) / stdDev);
  return Math.exp(scale + logNormalCdf(d)) - Math.exp(scale + reflected);
}

function logNormalCdf(x: number): number {
  if (x > -5) return Math.log(normalCdf(x));
  return Math.log(millsRatio(-x)) - 0.5 * x * x - 0.5 * Math.log(2 * Math.PI);
}
