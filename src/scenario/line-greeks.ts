import { black76Greeks } from '../pricing/index.js';
import { dividendsLater, escrowed } from './escrowed.js';
import { modelPrice } from './model-price.js';
import type { ValuedInstrument } from './valued-instrument.js';

/** Sensitivities of one contract, in the units documents print. Money is in the reporting currency. */
export interface GreekFigures {
  /** Units of the underlying. */
  readonly delta: number;
  /** Change of delta per unit of the underlying's price. */
  readonly gamma: number;
  /** Money per volatility point (0.01). */
  readonly vega: number;
  /** Money per calendar day. */
  readonly theta: number;
  /** Money per 0.01 of rate, the spot held. */
  readonly rho: number;
  /** Change of delta per volatility point. */
  readonly vanna: number;
  /** Change of vega per volatility point. */
  readonly volga: number;
  /** Money per 100 % of the underlying's price: delta x level. */
  readonly deltaCash: number;
  /** gamma x level x 1 % of the level, in money: what a 1 % move adds to delta, at today's level. */
  readonly gammaCash: number;
}

const NONE: GreekFigures = {
  delta: 0,
  gamma: 0,
  vega: 0,
  theta: 0,
  rho: 0,
  vanna: 0,
  volga: 0,
  deltaCash: 0,
  gammaCash: 0,
};

const POINT = 0.01;
const DAYS_PER_YEAR = 365;

/** Sensitivities of a price per unit of the forward and in raw units (per 1.00, per year). */
interface RawGreeks {
  readonly delta: number;
  readonly gamma: number;
  readonly vega: number;
  readonly theta: number;
  readonly rho: number;
  readonly vanna: number;
  readonly volga: number;
}

/**
 * Greeks of one contract with respect to the level of its underlying, every forward moving in proportion to it (as in the
 * scenarios). Theta and vega hold the forward (an American option on spot: the spot); rho is that of
 * Black-Scholes-Merton (K T D N(d2), what Deribit reports).
 * Coin-settled contracts count their money value, coin P&L converted at the moving level.
 *
 * SOURCE: Black (1976), Merton (1973) through src/pricing/greeks.ts; American options by central
 * differences, their theta by the day to come.
 */
export function lineGreeks(line: ValuedInstrument): GreekFigures {
  let greeks = computed.get(line);
  if (greeks === undefined) {
    greeks = computeGreeks(line);
    computed.set(line, greeks);
  }
  return greeks;
}

/** Lines never change, and models, limits and reports all ask. */
const computed = new WeakMap<ValuedInstrument, GreekFigures>();

function computeGreeks(line: ValuedInstrument): GreekFigures {
  const { type } = line.instrument;
  if (line.expired || type === 'index' || type === 'trade') return NONE;
  if (type === 'option') return optionGreeks(line);
  const inverse = line.instrument.settlement === 'inverse';
  const { multiplier } = line.instrument;
  return {
    ...NONE,
    delta: inverse ? multiplier / line.forward : (multiplier * line.forward) / line.level,
    deltaCash: inverse ? line.moneyPerPrice / line.forward : line.moneyPerPrice * line.forward,
  };
}

function optionGreeks(line: ValuedInstrument): GreekFigures {
  const raw = line.earlyExercise === 'none' ? europeanGreeks(line) : americanGreeks(line);
  const { forward, level } = line;
  const inverse = line.instrument.settlement === 'inverse';
  // An inverse option is quoted over the forward, so a price in money is 1/forward of its coin terms.
  const money = inverse ? line.moneyPerPrice / forward : line.moneyPerPrice;
  // A European option moves with what is left of the level once dividends are escrowed; by differences that is counted already.
  const stretch = line.earlyExercise === 'none' ? level / (level - escrowed(line)) : 1;
  const carry = (forward / level) * stretch;
  const units = line.instrument.multiplier * (inverse ? 1 : carry);
  return {
    delta: units * raw.delta,
    gamma: units * raw.gamma * carry,
    vega: money * raw.vega * POINT,
    theta: (money * raw.theta) / DAYS_PER_YEAR,
    rho: money * raw.rho * POINT,
    vanna: units * raw.vanna * POINT,
    volga: money * raw.volga * POINT * POINT,
    deltaCash: money * raw.delta * forward * stretch,
    gammaCash: money * raw.gamma * (forward * stretch) ** 2 * POINT,
  };
}

function europeanGreeks(line: ValuedInstrument): RawGreeks {
  const { instrument, forward, ttmYears, rate } = line;
  const strike = instrument.strike!;
  const right = instrument.right!;
  const discount = Math.exp(-rate * ttmYears);
  const greeks = black76Greeks({ right, forward, strike, volatility: line.volatility!, ttmYears, discount });
  const rho = (right === 'C' ? 1 : -1) * ttmYears * strike * discount * greeks.itmCashProbability;
  return { ...greeks, rho };
}

/** Steps of the central differences: small against the curve, large against the pricer's 1e-10. */
const PRICE_STEP = 2e-3;
const VOLATILITY_STEP = 2e-3;
const RATE_STEP = 1e-4;

function americanGreeks(line: ValuedInstrument): RawGreeks {
  const { forward, level } = line;
  const volatility = line.volatility!;
  const value = (move: number, bump: number): number =>
    modelPrice({ ...line, level: level * (1 + move), forward: forward * (1 + move) }, volatility + bump);
  const bump = Math.min(VOLATILITY_STEP, volatility / 2);
  const h = PRICE_STEP;
  const centre = value(0, 0);
  const up = value(h, 0);
  const down = value(-h, 0);
  const volUp = value(0, bump);
  const volDown = value(0, -bump);
  const cross = value(h, bump) - value(h, -bump) - value(-h, bump) + value(-h, -bump);
  const day = Math.min(1 / DAYS_PER_YEAR, line.ttmYears / 2);
  const later = modelPrice({ ...line, ...dividendsLater(line, day), ttmYears: line.ttmYears - day });
  return {
    delta: (up - down) / (2 * h * forward),
    gamma: (up - 2 * centre + down) / (h * forward) ** 2,
    vega: (volUp - volDown) / (2 * bump),
    theta: (later - centre) / day,
    rho: americanRho(line),
    vanna: cross / (4 * h * forward * bump),
    volga: (volUp - 2 * centre + volDown) / bump ** 2,
  };
}

/** Per unit of rate with the spot held, so that a forward the market told grows with the rate. */
function americanRho(line: ValuedInstrument): number {
  const { rate, forward, ttmYears } = line;
  // Never across zero from above: below it an American option is another problem, solved more coarsely.
  const lower = rate >= 0 ? Math.max(0, rate - RATE_STEP) : rate - RATE_STEP;
  const upper = rate + RATE_STEP;
  const at = (r: number): number =>
    modelPrice({ ...line, rate: r, forward: forward * Math.exp((r - rate) * ttmYears) });
  return (at(upper) - at(lower)) / (upper - lower);
}
