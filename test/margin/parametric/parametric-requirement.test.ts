import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/formula/index.js';
import { findModel, type MarginRequirement } from '../../../src/margin/index.js';
import { black76 } from '../../../src/pricing/index.js';
import { AS_OF, index, option, perpetual } from '../../scenario/sample-market.js';
import { inputsOf } from '../adapters/a-requirement.js';

/** The normal quantile of 99 %, from tables. */
const Z = 2.3263478740408408;
const MODEL = findModel('parametric-var')!;

const QUOTES = [
  index('BTC', 60_000),
  index('ETH', 3_000),
  perpetual('BTC', 60_000),
  perpetual('ETH', 3_000),
  option('BTC', 30, 60_000, 'C', { iv: 0.5, underlyingPrice: 60_000 }),
];

function requirement(blocks: readonly { names: string[]; correlation: number[] }[], changes = {}): MarginRequirement {
  const inputs = {
    ...inputsOf({ quotes: QUOTES, asOf: AS_OF }),
    blocks: blocks.map(({ names, correlation }) => ({ names, correlation: Float64Array.from(correlation) })),
    dailyVolatilities: new Map([
      ['BTC', 0.02],
      ['ETH', 0.03],
    ]),
  };
  return MODEL.build(inputs, { ...MODEL.parameterSets[0]!.values, ...changes });
}

const JOINT = [{ names: ['BTC', 'ETH'], correlation: [1, 0.8, 0.8, 1] }];
const APART = [
  { names: ['BTC'], correlation: [1] },
  { names: ['ETH'], correlation: [1] },
];
const LINEAR = Float64Array.of(2, -30, 0);
const initial = (one: MarginRequirement, book: Float64Array) => evaluate(one.initial, book);

describe('parametric-var of a linear book', () => {
  // 2 x 60,000 x 2 % = 2,400 of BTC, -30 x 3,000 x 3 % = -2,700 of ETH.
  const joint = Z * Math.sqrt(2_400 ** 2 + 2_700 ** 2 - 2 * 0.8 * 2_400 * 2_700);

  it('is z sqrt(d’ R d)', () => {
    expect(initial(requirement(JOINT), LINEAR)).toBeCloseTo(joint, 6);
    expect(initial(requirement(JOINT, { horizonDays: 10 }), LINEAR)).toBeCloseTo(joint * Math.sqrt(10), 6);
    expect(initial(requirement(JOINT, { confidence: 0.5 }), LINEAR)).toBeCloseTo(0, 6);
  });

  it('adds up where nothing is known to move together', () => {
    expect(initial(requirement(APART), LINEAR)).toBeCloseTo(Z * (2_400 + 2_700), 6);
  });

  it('is the same to second order, which it lacks', () => {
    expect(initial(requirement(JOINT, { method: 'delta-gamma-normal' }), LINEAR)).toBeCloseTo(joint, 6);
    const { components } = requirement(JOINT);
    expect(Object.keys(components)).toEqual(['delta-normal', 'delta-gamma-normal']);
  });

  it('has a maintenance margin that is a part of it, and no scenarios', () => {
    const one = requirement(JOINT);
    expect(evaluate(one.maintenance, LINEAR)).toBeCloseTo(0.8 * joint, 6);
    expect(one.scenarios).toEqual([]);
  });
});

describe('parametric-var of an option', () => {
  const book = Float64Array.of(0, 0, -10);
  /** Money of ten calls sold. */
  const value = (move: number, volMove: number): number =>
    -10 * black76('C', 60_000 * (1 + move), 60_000, 0.5 * (1 + volMove) * Math.sqrt(30 / 365), 1);
  const h = 1e-3;
  const [x, y] = [0.02, 0.05];
  const slope = {
    price: ((value(h, 0) - value(-h, 0)) / (2 * h)) * x,
    volatility: ((value(0, h) - value(0, -h)) / (2 * h)) * y,
  };
  const second = {
    gamma: ((value(h, 0) - 2 * value(0, 0) + value(-h, 0)) / h ** 2) * x * x,
    vanna: ((value(h, h) - value(h, -h) - value(-h, h) + value(-h, -h)) / (4 * h * h)) * x * y,
    volga: ((value(0, h) - 2 * value(0, 0) + value(0, -h)) / h ** 2) * y * y,
  };
  const RHO = -0.5;

  it('is that of its slopes, by differences', () => {
    const { price, volatility } = slope;
    const expected = Z * Math.sqrt(price ** 2 + volatility ** 2 + 2 * RHO * price * volatility);
    expect(initial(requirement(JOINT), book) / expected).toBeCloseTo(1, 4);
  });

  it('to second order has the moments of the quadratic profit', () => {
    const { gamma, vanna, volga } = second;
    const mean = 0.5 * (gamma + volga) + RHO * vanna;
    // tr((G C)^2) / 2 of the 2 x 2 matrices, written out.
    const a = gamma + vanna * RHO;
    const b = gamma * RHO + vanna;
    const c = vanna + volga * RHO;
    const d = vanna * RHO + volga;
    const { price, volatility } = slope;
    const variance = price ** 2 + volatility ** 2 + 2 * RHO * price * volatility + 0.5 * (a * a + 2 * b * c + d * d);
    const expected = Z * Math.sqrt(variance) - mean;
    const found = initial(requirement(JOINT, { method: 'delta-gamma-normal' }), book);
    expect(found / expected).toBeCloseTo(1, 4);
    expect(found).toBeGreaterThan(initial(requirement(JOINT), book));
  });
});

it('a book of nothing needs nothing', () => {
  expect(initial(requirement([]), new Float64Array(3))).toBe(0);
});
