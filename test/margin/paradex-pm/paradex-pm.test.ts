import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/formula/index.js';
import { PARADEX_PARAMETER_SETS, type ParadexInputs, paradexPm } from '../../../src/margin/paradex-pm/index.js';
import { seededRandom } from '../../../src/math/index.js';
import { holdsMinNode } from '../derive/holds-min-node.js';
import { midpointViolations } from '../derive/midpoint-violations.js';
import {
  AS_OF,
  INDEX,
  option,
  perpetual,
  randomQuantities,
  SAMPLE_QUANTITIES,
  sampleLines,
} from '../venue-lines/sample-book.js';

const VALUES = PARADEX_PARAMETER_SETS[0]!.values;
const SAMPLE: ParadexInputs = { asOfMs: AS_OF, spots: { BTC: INDEX }, lines: sampleLines('linear') };

/** The page's portfolio: long one perpetual, short five 70,000 calls of delta 0.3, spot 70,000. */
function pagePortfolio(): ParadexInputs {
  const call = option(['C', 70_000, 70_000, 30, 0.5], 'linear');
  const lines = [perpetual(70_000, 'linear'), { ...call, option: { ...call.option!, delta: 0.3 } }];
  return { asOfMs: AS_OF, spots: { BTC: 70_000 }, lines };
}

describe('the minimum delta requirement (docs.paradex.trade)', () => {
  it('is 1,400 USD for net -0.5, gross 2.5, hedged 1.0', () => {
    const { components } = paradexPm(pagePortfolio(), VALUES);
    const held = Float64Array.of(1, -5);
    expect(evaluate(components['BTC net delta']!, held)).toBe(-0.5);
    expect(evaluate(components['BTC gross delta']!, held)).toBe(2.5);
    expect(evaluate(components['BTC MinDelta']!, held)).toBeCloseTo(1400, 10);
  });

  it('is two per cent of what is open and one per cent of what is hedged', () => {
    const lines = [perpetual(100, 'linear'), perpetual(100, 'linear')];
    const { components } = paradexPm({ asOfMs: AS_OF, spots: { BTC: 100 }, lines }, VALUES);
    const minimum = (...held: number[]) => evaluate(components['BTC MinDelta']!, Float64Array.from(held));
    expect(minimum(3, 0)).toBeCloseTo(6, 12);
    expect(minimum(-3, 3)).toBeCloseTo(3, 12);
    expect(minimum(5, -2)).toBeCloseTo(0.02 * 300 + 0.01 * 200, 12);
  });
});

describe('the scenario table (docs.paradex.trade)', () => {
  it('has 24 rows: 16 of full weight, 8 tails of 0.16 / |move|, as the page rounds it', () => {
    expect(VALUES.scenarios).toHaveLength(24);
    const tails = VALUES.scenarios.filter(({ weight }) => weight < 1);
    expect(tails).toHaveLength(8);
    for (const { spotShock, volShock, weight } of tails) {
      expect(volShock).toBe(0.4);
      expect(Math.abs(weight - 0.16 / Math.abs(spotShock))).toBeLessThan(0.005);
    }
    const edges = VALUES.scenarios.filter(({ spotShock }) => Math.abs(spotShock) === 0.16);
    expect(edges.map(({ volShock }) => volShock)).toEqual([0.4, 0.4]);
  });

  it('is what the model runs', () => {
    const { scenarios } = paradexPm(SAMPLE, VALUES);
    expect(scenarios.map(({ spotMove, weight }) => [spotMove, weight])).toEqual(
      VALUES.scenarios.map(({ spotShock, weight }) => [spotShock, weight]),
    );
    expect(scenarios[2]).toMatchObject({ name: 'BTC +12%, vol -22%', volatility: 'down' });
  });
});

// Independent computation in Python with scipy.stats.norm, from the rules in words.
describe('a book with options (independent computation)', () => {
  const requirement = paradexPm({ ...SAMPLE, provisions: { funding: 12, fees: 30 } }, VALUES);

  it('has the same SCAN, in the tail of -66 %, and the same MinDelta', () => {
    expect(evaluate(requirement.components['BTC SCAN']!, SAMPLE_QUANTITIES)).toBeCloseTo(22497.345771972687, 7);
    expect(evaluate(requirement.components['BTC MinDelta']!, SAMPLE_QUANTITIES)).toBeCloseTo(1450.6520916266443, 8);
    const tail = requirement.scenarios.find(({ name }) => name === 'BTC -66%, vol +40%')!;
    expect(evaluate(tail.loss, SAMPLE_QUANTITIES)).toBeCloseTo(22497.345771972687, 7);
  });

  it('adds the provisions to the whole and to the half', () => {
    expect(evaluate(requirement.initial, SAMPLE_QUANTITIES)).toBeCloseTo(22497.345771972687 + 42, 7);
    expect(evaluate(requirement.maintenance, SAMPLE_QUANTITIES)).toBeCloseTo(22497.345771972687 / 2 + 42, 7);
    expect(requirement.confidence).toBe('model');
  });

  it('falls back on MinDelta where scenarios show nothing', () => {
    const hedged = Float64Array.of(1, -1, 0, 0);
    expect(evaluate(requirement.components['net requirement']!, hedged)).toBeGreaterThanOrEqual(0.01 * INDEX);
  });
});

describe('the requirement', () => {
  const two: ParadexInputs = {
    ...SAMPLE,
    spots: { BTC: INDEX, ETH: 3000 },
    lines: [...SAMPLE.lines, perpetual(3000, 'linear', 'ETH')],
  };

  it('is convex: no violation in 2,000 random midpoints', () => {
    const { initial } = paradexPm(two, VALUES);
    expect(holdsMinNode(initial)).toBe(false);
    expect(midpointViolations(initial, randomQuantities(5), 2000, 31)).toBe(0);
  });

  it('grows in proportion and does not depend on the order of lines', () => {
    const straight = paradexPm(two, VALUES);
    const order = [4, 2, 0, 3, 1];
    const turned = paradexPm({ ...two, lines: order.map((j) => two.lines[j]!) }, VALUES);
    const random = seededRandom(32);
    for (let k = 0; k < 50; k++) {
      const book = randomQuantities(5)(random);
      const one = evaluate(straight.initial, book);
      const tolerance = 1e-9 * Math.max(1, one);
      expect(
        Math.abs(
          evaluate(
            straight.initial,
            book.map((quantity) => 3 * quantity),
          ) -
            3 * one,
        ),
      ).toBeLessThan(3 * tolerance);
      const moved = Float64Array.from(order, (j) => book[j]!);
      expect(Math.abs(evaluate(turned.initial, moved) - one)).toBeLessThan(tolerance);
    }
  });

  it('adds underlyings', () => {
    const { components } = paradexPm(two, VALUES);
    const net = (...held: number[]) => evaluate(components['net requirement']!, Float64Array.from(held));
    expect(net(1, 0, 0, 0, -20)).toBeCloseTo(net(1, 0, 0, 0, 0) + net(0, 0, 0, 0, -20), 9);
    expect(net(0, 0, 0, 0, -20)).toBeCloseTo(0.16 * 60_000, 9);
  });
});

describe('what does not fit', () => {
  it('is refused by name', () => {
    expect(() => paradexPm({ ...SAMPLE, spots: {} }, VALUES)).toThrow(/'BTC' has no spot price/);
    expect(() => paradexPm(SAMPLE, { ...VALUES, netDeltaRate: 0.001 })).toThrow(/below half the hedged rate/);
  });
});
