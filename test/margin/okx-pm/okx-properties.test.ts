import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/formula/index.js';
import { OKX_PARAMETER_SETS, type OkxInputs, okxPm } from '../../../src/margin/okx-pm/index.js';
import { seededRandom } from '../../../src/math/index.js';
import { holdsMinNode } from '../derive/holds-min-node.js';
import { midpointViolations } from '../derive/midpoint-violations.js';
import { AS_OF, INDEX, perpetual, randomQuantities, sampleLines, spot } from '../venue-lines/sample-book.js';

const SHIPPED = OKX_PARAMETER_SETS[0]!.values;
/** Every charge in use. */
const VALUES = { ...SHIPPED, thetaCharge: 1, vegaTermCharge: 2, rateMove: 0.01 };
const INPUTS: OkxInputs = {
  asOfMs: AS_OF,
  units: [
    { underlying: 'BTC', indexUsd: INDEX },
    { underlying: 'LTC', indexUsd: 100 },
  ],
  lines: [...sampleLines('linear'), spot(INDEX), perpetual(100, 'linear', 'LTC')],
};

describe('the requirement', () => {
  it('is convex: no violation in 2,000 random midpoints, in small books and in the tiers', () => {
    const { initial } = okxPm(INPUTS, VALUES);
    expect(holdsMinNode(initial)).toBe(false);
    expect(midpointViolations(initial, randomQuantities(6), 2000, 21)).toBe(0);
    expect(midpointViolations(initial, randomQuantities(6, 20_000), 2000, 22)).toBe(0);
  });

  it('grows in proportion with one tier, and faster with many', () => {
    const flat = okxPm(INPUTS, { ...VALUES, chargeTiers: [{ fromUsd: 0, multiplier: 1 }] }).maintenance;
    const tiered = okxPm(INPUTS, VALUES).maintenance;
    const random = seededRandom(23);
    for (let k = 0; k < 50; k++) {
      const book = randomQuantities(6, 5000)(random);
      const double = book.map((quantity) => 2 * quantity);
      expect(evaluate(flat, double) / evaluate(flat, book)).toBeCloseTo(2, 9);
      expect(evaluate(tiered, double)).toBeGreaterThanOrEqual(2 * evaluate(tiered, book) * (1 - 1e-12));
    }
  });

  it('is the sum of its units', () => {
    const { maintenance, components } = okxPm(INPUTS, VALUES);
    const book = Float64Array.of(1, -2, 3, -1, 0.5, 700);
    const units = ['BTC MMR', 'LTC MMR'].map((name) => evaluate(components[name]!, book));
    expect(evaluate(maintenance, book)).toBeCloseTo(units[0]! + units[1]!, 9);
    expect(evaluate(maintenance, new Float64Array(6))).toBe(0);
  });

  it('does not depend on the order of lines', () => {
    const order = [5, 3, 1, 0, 2, 4];
    const book = Float64Array.of(1, -2, 3, -1, 0.5, 700);
    const turned = okxPm({ ...INPUTS, lines: order.map((j) => INPUTS.lines[j]!) }, VALUES);
    const quantities = Float64Array.from(order, (j) => book[j]!);
    expect(evaluate(turned.initial, quantities)).toBeCloseTo(evaluate(okxPm(INPUTS, VALUES).initial, book), 8);
  });
});
