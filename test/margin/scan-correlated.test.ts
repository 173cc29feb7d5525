import { describe, expect, it } from 'vitest';
import { constant, evaluate } from '../../src/formula/index.js';
import { correlatedAggregation, withoutNegatives } from '../../src/margin/correlated-aggregation.js';
import { findModel, type MarginRequirement } from '../../src/margin/index.js';
import { symmetricEigen } from '../../src/math/symmetric-eigen.js';
import { AS_OF, index, option, perpetual } from '../scenario/sample-market.js';
import { inputsOf } from './adapters/a-requirement.js';

const NOTHING = new Float64Array(0);
const money = (...amounts: number[]) => amounts.map((amount) => constant('margin', amount));

describe('sqrt(m’ R m)', () => {
  const joined = (amounts: readonly number[], correlation: readonly number[]): number =>
    evaluate(correlatedAggregation('joined', money(...amounts), Float64Array.from(correlation)), NOTHING);

  it('of 156 and 26 under 0.18 is 162.702674', () => {
    // SOURCE: ISDA SIMM unit test C199 (equity, one bucket), by the same formula.
    expect(joined([156, 26], [1, 0.18, 0.18, 1])).toBeCloseTo(162.702674, 6);
  });

  it('is the sum under 1, the root of squares under 0, and under less than 0 the same', () => {
    expect(joined([3, 4], [1, 1, 1, 1])).toBeCloseTo(7, 12);
    expect(joined([3, 4], [1, 0, 0, 1])).toBeCloseTo(5, 12);
    expect(joined([3, 4], [1, -0.9, -0.9, 1])).toBeCloseTo(5, 12);
  });

  it('of one alone is itself', () => {
    expect(joined([3], [1])).toBe(3);
  });
});

describe('a matrix without its negative entries', () => {
  it('is left alone where it is positive semidefinite', () => {
    expect(withoutNegatives(Float64Array.of(1, 0.5, 0.5, 1), 2)).toEqual(Float64Array.of(1, 0.5, 0.5, 1));
  });

  it('else has as much on its diagonal as it lacks, and no entry is lower than it was', () => {
    // b with a and c by 0.9, a with c by -0.1 + 0.65: clipping the 0s of a chain leaves an eigenvalue of 1 - 0.9 sqrt 2.
    const chain = Float64Array.of(1, 0.9, -0.2, 0.9, 1, 0.9, -0.2, 0.9, 1);
    const repaired = withoutNegatives(chain, 3);
    expect(repaired[0]).toBeCloseTo(0.9 * Math.SQRT2, 10);
    expect(Math.min(...symmetricEigen(repaired, 3).values)).toBeGreaterThan(-1e-12);
    chain.forEach((entry, k) => {
      expect(repaired[k]).toBeGreaterThanOrEqual(entry);
    });
  });
});

describe('scan-correlated', () => {
  const quotes = [
    index('BTC', 60_000),
    index('ETH', 3_000),
    perpetual('BTC', 60_000),
    perpetual('ETH', 3_000),
    option('BTC', 30, 54_000, 'P', { iv: 0.5, underlyingPrice: 60_000 }),
  ];
  const build = (id: string, blocks: readonly [readonly string[], readonly number[]][]): MarginRequirement => {
    const model = findModel(id)!;
    const dailyVolatilities = new Map([
      ['BTC', 0.02],
      ['ETH', 0.03],
    ]);
    const ours = blocks.map(([names, correlation]) => ({ names, correlation: Float64Array.from(correlation) }));
    const inputs = { ...inputsOf({ quotes, asOf: AS_OF }), blocks: ours, dailyVolatilities };
    return model.build(inputs, model.parameterSets[0]!.values);
  };
  const APART: [readonly string[], readonly number[]][] = [
    [['BTC'], [1]],
    [['ETH'], [1]],
  ];
  const risk = (one: MarginRequirement, book: Float64Array, name: string): number =>
    evaluate(one.components[name]!, book);

  it.each([
    [2, -30, 0],
    [2, 30, 0],
    [-1, 20, -15],
  ])('joins what scan asks of each underlying alone: book %f %f %f', (...book) => {
    const quantities = Float64Array.from(book);
    const own = (kept: readonly number[]): number =>
      risk(
        build('scan', APART),
        Float64Array.from(book, (q, j) => (kept.includes(j) ? q : 0)),
        'scan risk',
      );
    const [btc, eth] = [own([0, 2]), own([1])];
    const joined = build('scan-correlated', [
      [
        ['BTC', 'ETH'],
        [1, 0.8, 0.8, 1],
      ],
    ]);
    const expected = Math.sqrt(btc ** 2 + eth ** 2 + 2 * 0.8 * btc * eth);
    expect(risk(joined, quantities, 'correlated scan risk')).toBeCloseTo(expected, 6);
    const charges = ['short option minimum', 'basis'].map((name) => risk(joined, quantities, name));
    expect(evaluate(joined.initial, quantities)).toBeCloseTo(expected + charges[0]! + charges[1]!, 6);
  });

  it('adds where nothing is known of a correlation: then it is scan', () => {
    const book = Float64Array.of(2, -30, -4);
    const [joined, scan] = [build('scan-correlated', APART), build('scan', APART)];
    expect(evaluate(joined.initial, book)).toBeCloseTo(evaluate(scan.initial, book), 6);
    expect(evaluate(joined.maintenance, book)).toBeCloseTo(evaluate(scan.maintenance, book), 6);
  });
});
