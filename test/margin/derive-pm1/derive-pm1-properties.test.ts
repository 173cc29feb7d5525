import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/formula/index.js';
import { derivePm1, PM1_PARAMETER_SETS } from '../../../src/margin/derive-pm1/index.js';
import { type SeededRandom, seededRandom } from '../../../src/math/index.js';
import { holdsMinNode } from '../derive/holds-min-node.js';
import { midpointViolations } from '../derive/midpoint-violations.js';
import { portfolio, REFERENCE } from './a-portfolio.js';

const strikes = [1000, 1400, 1500, 1700, 2500];
const expiry = (secondsToExpiry: number, level: number, volatility: number) => ({
  secondsToExpiry,
  level,
  forwardConfidence: secondsToExpiry > 1e6 ? 0.5 : 1,
  options: strikes.flatMap((strike) => (['C', 'P'] as const).map((right) => [strike, right, 1, volatility] as const)),
});
const { lines, snapshot } = portfolio(
  [expiry(700, 1500, 0.9), expiry(500_400, 1505, 0.7), expiry(8_000_000, 1550, 0.6)],
  { base: 1, perpetuals: 1, dollars: 1 },
  { perpetual: { price: 1502, confidence: 0.5 }, stablePrice: 0.96 },
);

/** Options and perpetual either way, base asset and cash not negative. */
const randomBook = (random: SeededRandom): Float64Array =>
  Float64Array.from(lines, ({ kind }) => {
    if (kind === 'base' || kind === 'cash') return 20 * random.uniform();
    return kind === 'perpetual' || random.uniform() < 0.4 ? 10 * random.normal() : 0;
  });

describe('PMRM', () => {
  it.each(PM1_PARAMETER_SETS)('with $id is convex at 2,000 random midpoints', ({ values }) => {
    const { initial, maintenance } = derivePm1(lines, snapshot, values);
    expect(holdsMinNode(initial)).toBe(false);
    expect(midpointViolations(initial, randomBook, 2000, 17)).toBe(0);
    expect(midpointViolations(maintenance, randomBook, 2000, 19)).toBe(0);
  });

  it('is not, and holds min nodes, with a discount that makes long value count for more', () => {
    const { initial } = derivePm1(lines, snapshot, { ...REFERENCE, baseStaticDiscount: 1.3 });
    expect(holdsMinNode(initial)).toBe(true);
    expect(midpointViolations(initial, randomBook, 2000, 17)).toBeGreaterThan(0);
  });

  it('grows with the book and does not depend on the order of lines', () => {
    const random = seededRandom(23);
    const { initial } = derivePm1(lines, snapshot, REFERENCE);
    const order = [...lines.keys()].reverse();
    const turned = derivePm1(
      order.map((j) => lines[j]!),
      snapshot,
      REFERENCE,
    );
    for (let k = 0; k < 50; k++) {
      const book = randomBook(random);
      const margin = evaluate(initial, book);
      const double = book.map((quantity) => 2 * quantity);
      expect(evaluate(initial, double)).toBeCloseTo(2 * margin, 5);
      expect(
        evaluate(
          turned.initial,
          Float64Array.from(order, (j) => book[j]!),
        ),
      ).toBeCloseTo(margin, 6);
    }
  });
});
