import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/math/seeded-random.js';
import { black76 } from '../../src/pricing/black76.js';
import { type ImpliedVolatilityInputs, impliedVolatility } from '../../src/pricing/implied-volatility.js';
import { DERIBIT_QUOTES } from './deribit-quotes.js';

const SMALLEST_NORMAL = 2.2250738585072014e-308;
const HOUR = 1 / (365 * 24);
const DAY = 1 / 365;

const TERMS: ImpliedVolatilityInputs = {
  right: 'C',
  price: 5,
  forward: 100,
  strike: 110,
  ttmYears: 0.5,
  discount: 0.98,
};

function solved(inputs: ImpliedVolatilityInputs): number {
  const outcome = impliedVolatility(inputs);
  if (outcome.status === 'failed') throw new Error(outcome.reason);
  return outcome.volatility;
}

/** What one rounding of the price does to the volatility, relative to it. */
function resolution(
  { right, forward, strike, ttmYears, discount }: ImpliedVolatilityInputs,
  volatility: number,
): number {
  const value = (v: number) => black76(right, forward, strike, v * Math.sqrt(ttmYears), discount);
  const rise = (value(volatility * 1.0001) - value(volatility * 0.9999)) / 0.0002;
  return (Number.EPSILON * value(volatility)) / rise;
}

describe('impliedVolatility', () => {
  it.each(DERIBIT_QUOTES)('of the venue mark of $right $strike is the venue iv, $markIv %', (quote) => {
    const { right, strike, ttmYears, underlyingPrice: forward } = quote;
    const price = quote.mark * forward;
    const volatility = solved({ right, price, forward, strike, ttmYears, discount: 1 });
    // A mark is rounded to 1e-4 coin and the underlying is seconds old: 8e-5 coin in all, divided by vega.
    const tolerance = (8e-5 * forward) / (quote.vega * 100) + 5e-5;
    expect(Math.abs(volatility - quote.markIv / 100)).toBeLessThan(tolerance);
  });

  it.each([
    ['C', 100, 100, 0.2, 7.965567455405804],
    ['C', 90, 100, 0.2, 13.589108116054803],
    ['P', 110, 100, 0.2, 14.292010941409899],
    ['C', 110, 100, 0.2, 4.292010941409885],
    ['P', 90, 100, 0.2, 3.589108116054806],
  ] as const)(
    '%s strike %d forward %d: deviation %d (QuantLib blackFormula)',
    (right, strike, forward, stdDev, price) => {
      const volatility = solved({ right, price, forward, strike, ttmYears: 0.25, discount: 1 });
      expect(volatility * 0.5).toBeCloseTo(stdDev, 13);
    },
  );

  it('gives every price back to 1e-12, over moneyness e^-3 to e^3 and deviations 0.001 to 3', () => {
    const random = seededRandom(71);
    const lives = [HOUR, DAY, 0.25, 3];
    let tried = 0;
    for (let i = 0; i < 30_000; i++) {
      const width = i % 2 === 0 ? 3 : 0.05;
      const forward = 100 * Math.exp(width * (2 * random.uniform() - 1));
      const ttmYears = lives[i % 4]!;
      const volatility = (0.001 * 3000 ** random.uniform()) / Math.sqrt(ttmYears);
      const right = random.uniform() < 0.5 ? 'C' : 'P';
      const stdDev = volatility * Math.sqrt(ttmYears);
      const price = black76(right, forward, 100, stdDev, 0.97);
      const otherSide = black76(right === 'C' ? 'P' : 'C', forward, 100, stdDev, 0.97);
      if (Math.min(price, otherSide) < SMALLEST_NORMAL) continue;
      const inputs = { right, price, forward, strike: 100, ttmYears, discount: 0.97 } as const;
      const outcome = impliedVolatility(inputs);
      if (outcome.status === 'failed') {
        // In the money, the time value may be gone below the last digits of the price; nowhere else.
        expect(outcome.reason).toBe('noTimeValue');
        expect(otherSide).toBeLessThan(1e-15 * price);
        continue;
      }
      tried++;
      const back = black76(right, forward, 100, outcome.volatility * Math.sqrt(ttmYears), 0.97);
      expect(Math.abs(back / price - 1)).toBeLessThan(1e-12);
      const lostInParity = Math.max(1, price / otherSide);
      const tolerance = 1e-14 + 8 * lostInParity * resolution(inputs, volatility);
      if (price <= otherSide) expect(Math.abs(outcome.volatility / volatility - 1)).toBeLessThan(tolerance);
      expect(outcome.iterations).toBeLessThanOrEqual(10);
    }
    expect(tried).toBeGreaterThan(15_000);
  });

  it.each([1e-5, 1e-30, 1e-100, 1e-300])('solves an option worth %d of the forward, with an hour to live', (part) => {
    for (const strike of [100.5, 110, 250]) {
      const price = 100 * part;
      const inputs = { ...TERMS, price, strike, ttmYears: HOUR, discount: 1 };
      const back = black76('C', 100, strike, solved(inputs) * Math.sqrt(HOUR), 1);
      expect(Math.abs(back / price - 1)).toBeLessThan(1e-12);
    }
  });

  it('solves prices next to their maximum', () => {
    for (const lack of [1e-3, 1e-8, 1e-12]) {
      const price = 100 * (1 - lack);
      const back = black76('C', 100, 110, solved({ ...TERMS, price, discount: 1 }) * Math.sqrt(0.5), 1);
      expect(Math.abs(back / price - 1)).toBeLessThan(1e-12);
    }
  });

  it('gives the volatility of a put and a call of one strike alike', () => {
    const call = black76('C', 100, 110, 0.4 * Math.sqrt(0.5), 0.98);
    const put = black76('P', 100, 110, 0.4 * Math.sqrt(0.5), 0.98);
    expect(solved({ ...TERMS, price: call })).toBeCloseTo(0.4, 14);
    expect(solved({ ...TERMS, price: put, right: 'P' })).toBeCloseTo(0.4, 13);
  });
});

describe('impliedVolatility where there is none', () => {
  const inside = { ...TERMS, strike: 80, discount: 1 };

  it.each([
    ['belowIntrinsic', { ...inside, price: 19.99 }],
    ['belowIntrinsic', { ...TERMS, price: -0.01 }],
    ['noTimeValue', { ...inside, price: 20 }],
    ['noTimeValue', { ...inside, price: 20 + 4e-15 }],
    ['noTimeValue', { ...TERMS, price: 0 }],
    ['aboveMaximum', { ...TERMS, price: 98 }],
    ['aboveMaximum', { ...TERMS, right: 'P', price: 110 }],
    ['aboveMaximum', { ...inside, price: 1e6 }],
    ['expired', { ...TERMS, ttmYears: 0 }],
    ['expired', { ...TERMS, ttmYears: -DAY }],
    ['notPositive', { ...TERMS, forward: 0 }],
    ['notPositive', { ...TERMS, strike: -1 }],
    ['notPositive', { ...TERMS, discount: 0 }],
    ['notFinite', { ...TERMS, price: Number.NaN }],
    ['notFinite', { ...TERMS, forward: Number.POSITIVE_INFINITY }],
    ['notFinite', { ...TERMS, ttmYears: Number.NaN }],
  ] as const)('%s', (reason, inputs) => {
    expect(impliedVolatility(inputs)).toEqual({ status: 'failed', reason });
  });

  it('answers any figures with a volatility that gives the price back, or a reason', () => {
    const random = seededRandom(72);
    for (let i = 0; i < 5000; i++) {
      const figure = () => 10 ** (600 * random.uniform() - 300);
      const inputs = { ...TERMS, price: figure(), forward: figure(), strike: figure(), discount: 1 };
      const outcome = impliedVolatility(inputs);
      if (outcome.status === 'failed') continue;
      const back = black76('C', inputs.forward, inputs.strike, outcome.volatility * Math.sqrt(0.5), 1);
      expect(Math.abs(back / inputs.price - 1)).toBeLessThanOrEqual(1e-12);
    }
  });
});
