import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/formula/index.js';
import { deribitPme, type PmeInputs } from '../../../src/margin/deribit-pme/index.js';
import { seededRandom } from '../../../src/math/index.js';
import { holdsMinNode } from '../derive/holds-min-node.js';
import { midpointViolations } from '../derive/midpoint-violations.js';
import { perpetual, randomQuantities, SAMPLE_QUANTITIES } from '../venue-lines/sample-book.js';
import { BTC_VALUES, ETH_VALUES, sampleInputs } from './pme-examples.js';

const PAIRS = 2000;

describe('convexity, 2,000 random midpoints', () => {
  it.each([
    ['BTC, no credit', BTC_VALUES],
    ['ETH figures, credit of 60 %', ETH_VALUES],
  ])('%s: none violated with the convex delta shock', (_, values) => {
    const { initial } = deribitPme(sampleInputs('convex'), values);
    expect(holdsMinNode(initial)).toBe(false);
    expect(midpointViolations(initial, randomQuantities(4), PAIRS, 1)).toBe(0);
    expect(midpointViolations(initial, randomQuantities(4, 5000), PAIRS, 2)).toBe(0);
  });

  it('none violated by the rule while the delta is below its threshold', () => {
    const { initial } = deribitPme(sampleInputs('rule'), BTC_VALUES);
    expect(midpointViolations(initial, randomQuantities(4), PAIRS, 3)).toBe(0);
  });

  it('the rule is not convex above the threshold', () => {
    const { components } = deribitPme(sampleInputs('rule'), BTC_VALUES);
    expect(midpointViolations(components['delta shock']!, randomQuantities(4, 5000), PAIRS, 4)).toBeGreaterThan(0);
  });

  it('a credit beside a dampener is not, with two pairs', () => {
    const inputs: PmeInputs = {
      ...sampleInputs('convex'),
      money: 'quote',
      pairs: [
        { underlying: 'BTC', index: 60_000 },
        { underlying: 'ETH', index: 3_000 },
      ],
      lines: [perpetual(60_000, 'linear'), perpetual(3_000, 'linear', 'ETH')],
    };
    const { components } = deribitPme(inputs, ETH_VALUES);
    const extended = components['aggregated extended -66%']!;
    expect(holdsMinNode(extended)).toBe(true);
    expect(midpointViolations(extended, randomQuantities(2, 200), PAIRS, 5)).toBeGreaterThan(0);
    // Without credit it is.
    const plain = deribitPme(inputs, BTC_VALUES);
    expect(midpointViolations(plain.initial, randomQuantities(2, 200), PAIRS, 6)).toBe(0);
  });
});

describe('the requirement', () => {
  it('grows in proportion without dampener and delta shock, and not faster than the book with them', () => {
    const plain = { ...BTC_VALUES, extendedDampenerUsd: 0, mInc: 0 };
    const { components } = deribitPme(sampleInputs(), plain);
    const dampened = deribitPme(sampleInputs(), { ...BTC_VALUES, mInc: 0 }).components;
    const random = seededRandom(9);
    for (let k = 0; k < 100; k++) {
      const book = randomQuantities(4)(random);
      const double = book.map((quantity) => 2 * quantity);
      const one = evaluate(components['risk matrix']!, book);
      expect(evaluate(components['risk matrix']!, double)).toBeCloseTo(2 * one, 9);
      expect(evaluate(dampened['risk matrix']!, book)).toBeLessThanOrEqual(one + 1e-12);
    }
  });

  it('does not depend on the order of lines, and is nothing without a book', () => {
    const inputs = sampleInputs();
    const order = [2, 0, 3, 1];
    const turned = deribitPme({ ...inputs, lines: order.map((j) => inputs.lines[j]!) }, BTC_VALUES);
    const straight = deribitPme(inputs, BTC_VALUES);
    const quantities = Float64Array.from(order, (j) => SAMPLE_QUANTITIES[j]!);
    expect(evaluate(turned.initial, quantities)).toBeCloseTo(evaluate(straight.initial, SAMPLE_QUANTITIES), 12);
    expect(evaluate(straight.initial, new Float64Array(4))).toBe(0);
  });
});
