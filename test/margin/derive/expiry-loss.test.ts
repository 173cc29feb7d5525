import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/formula/index.js';
import { absoluteDiscountedChange, discountedLoss } from '../../../src/margin/derive/expiry-loss.js';
import { anExpiry } from './an-expiry.js';
import { holdsMinNode } from './holds-min-node.js';
import { midpointViolations } from './midpoint-violations.js';

const EXPIRY = anExpiry();
const BEFORE = Float64Array.of(10, 8, 3);
const AFTER = Float64Array.of(14, 5, 6);
const quantity = fc.double({ min: -50, max: 50, noNaN: true });
const books = fc.tuple(quantity, quantity, quantity).map((list) => Float64Array.from(list));
const RUNS = { seed: 7, numRuns: 500 };

/** The rule in words: the value after, times the discount of its sign, against the value before. */
function profit(book: Float64Array, discounts: { long: number; short: number }): number {
  const value = (prices: Float64Array): number => prices.reduce((total, price, k) => total + price * book[k]!, 0);
  const after = value(AFTER);
  return after * (after >= 0 ? discounts.long : discounts.short) - value(BEFORE);
}

describe.each([
  { long: 0.95, short: 1.04, convex: true },
  { long: 0.9, short: 0.9, convex: true },
  { long: 1.1, short: 1.02, convex: false },
])('an expiry discounted by $long long and $short short', ({ long, short, convex }) => {
  const discounts = { long, short };
  const loss = discountedLoss('June', EXPIRY, BEFORE, AFTER, discounts);
  const change = absoluteDiscountedChange('June', EXPIRY, BEFORE, AFTER, discounts);

  it('loses what the rule says', () => {
    fc.assert(
      fc.property(books, (book) => {
        expect(evaluate(loss, book)).toBeCloseTo(-profit(book, discounts), 9);
        expect(evaluate(change, book)).toBeCloseTo(Math.abs(profit(book, discounts)), 9);
      }),
      RUNS,
    );
  });

  it(`is ${convex ? '' : 'not '}convex, which a min node tells`, () => {
    expect(holdsMinNode(loss)).toBe(!convex);
    const violations = midpointViolations(
      loss,
      (random) => Float64Array.from({ length: 3 }, () => random.uniform() * 20 - 10),
      2000,
      11,
    );
    expect(violations > 0).toBe(!convex);
  });

  it('moves either way without a min node only where the discounts are the same', () => {
    expect(holdsMinNode(change)).toBe(long !== short);
  });
});

describe('a skew scenario', () => {
  it('is not convex where the value after changes sign below the value before', () => {
    const change = absoluteDiscountedChange('June', EXPIRY, BEFORE, AFTER, { long: 0.95, short: 1.04 });
    // Worth -20 before in both; after, 1 more and 1 less than nothing: the gain is capped by the discounts' kink.
    const solve = (before: number, after: number): Float64Array => {
      const determinant = 10 * 5 - 8 * 14;
      return Float64Array.of((before * 5 - 8 * after) / determinant, (10 * after - 14 * before) / determinant, 0);
    };
    const [more, less, none] = [solve(-20, 1), solve(-20, -1), solve(-20, 0)];
    expect(evaluate(change, more)).toBeCloseTo(20.95, 9);
    expect(evaluate(change, less)).toBeCloseTo(18.96, 9);
    expect(evaluate(change, none)).toBeCloseTo(20, 9);
    expect(evaluate(change, none)).toBeGreaterThan(0.5 * (20.95 + 18.96));
  });
});
