import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/formula/index.js';
import { derivePm2, PM2_PARAMETER_SETS, type Pm2Values } from '../../../src/margin/derive-pm2/index.js';
import { type SeededRandom, seededRandom } from '../../../src/math/index.js';
import { holdsMinNode } from '../derive/holds-min-node.js';
import { midpointViolations } from '../derive/midpoint-violations.js';
import { LINES, randomQuantities, SNAPSHOT } from './a-market.js';
import { independentPm2 } from './independent-pm2.js';
import { netMargins } from './net-margins.js';
import { REFERENCE } from './reference-values.js';

const requirement = derivePm2(LINES, SNAPSHOT, REFERENCE);
const books = (count: number, seed: number): Float64Array[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => randomQuantities(random));
};
const held = (quantities: Float64Array) => LINES.map((line, j) => ({ line, quantity: quantities[j]! }));

describe('PMRM_2', () => {
  it.each(PM2_PARAMETER_SETS.map(({ id, values }) => ({ id, values })))(
    'with $id agrees with a second implementation on 200 random books',
    ({ values }) => {
      const model = derivePm2(LINES, SNAPSHOT, values);
      for (const quantities of books(200, 3)) {
        const ours = netMargins(model, quantities);
        const theirs = independentPm2(held(quantities), SNAPSHOT, values);
        const slack = 1e-9 * Math.max(1, Math.abs(theirs.initial), Math.abs(ours.value!));
        expect(Math.abs(ours.initial! - theirs.initial)).toBeLessThan(slack);
        expect(Math.abs(ours.maintenance! - theirs.maintenance)).toBeLessThan(slack);
        expect(Math.abs(ours.worstLoss! + theirs.worst)).toBeLessThan(slack);
      }
    },
  );

  it('grows with the book: k times the book needs k times the margin', () => {
    for (const quantities of books(50, 5)) {
      for (const formula of [requirement.initial, requirement.maintenance]) {
        const once = evaluate(formula, quantities);
        const thrice = evaluate(
          formula,
          quantities.map((quantity) => 3 * quantity),
        );
        expect(thrice).toBeCloseTo(3 * once, 5);
      }
    }
  });

  it('does not depend on the order of lines', () => {
    const order = [...LINES.keys()].reverse();
    const turned = derivePm2(
      order.map((j) => LINES[j]!),
      SNAPSHOT,
      REFERENCE,
    );
    for (const quantities of books(50, 9)) {
      const same = Float64Array.from(order, (j) => quantities[j]!);
      expect(evaluate(turned.initial, same)).toBeCloseTo(evaluate(requirement.initial, quantities), 6);
    }
  });

  it('asks nothing of cash, and never less at first than later', () => {
    const cash = Float64Array.from(LINES, ({ kind }) => (kind === 'cash' ? 1000 : 0));
    expect(evaluate(requirement.initial, cash)).toBe(0);
    expect(evaluate(requirement.value, cash)).toBe(1000);
    for (const quantities of books(200, 13)) {
      const [initial, maintenance] = [requirement.initial, requirement.maintenance].map((f) => evaluate(f, quantities));
      expect(initial).toBeGreaterThanOrEqual(maintenance!);
      expect(maintenance).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('convexity of PMRM_2 at 2,000 random midpoints', () => {
  const violations = (values: Pm2Values, margin: 'initial' | 'maintenance'): number =>
    midpointViolations(derivePm2(LINES, SNAPSHOT, values)[margin], randomQuantities, 2000, 20260121);
  const withoutSkews = {
    ...REFERENCE,
    scenarios: REFERENCE.scenarios.filter(({ volatility }) => volatility !== 'linear' && volatility !== 'abs'),
  };

  it('holds without skew scenarios, where there is no min node', () => {
    expect(holdsMinNode(derivePm2(LINES, SNAPSHOT, withoutSkews).initial)).toBe(false);
    expect(violations(withoutSkews, 'initial')).toBe(0);
    expect(violations(withoutSkews, 'maintenance')).toBe(0);
  });

  it('is found unbroken with them, though they are min nodes', () => {
    expect(holdsMinNode(requirement.initial)).toBe(true);
    expect(violations(REFERENCE, 'initial')).toBe(0);
    expect(violations(REFERENCE, 'maintenance')).toBe(0);
  });

  it.each([
    ['skew linear', 396],
    ['skew abs', 304],
  ])('is broken within %s alone, at %d of 20,000 random midpoints of options', (name, count) => {
    const { loss } = requirement.scenarios.find((scenario) => scenario.name === name)!;
    const options = (random: SeededRandom): Float64Array =>
      randomQuantities(random).map((quantity, j) => (LINES[j]!.kind === 'option' ? quantity : 0));
    expect(midpointViolations(loss, options, 20_000, 5)).toBe(count);
  });

  it('is broken where long value is discounted by more than short value', () => {
    const swapped = { ...withoutSkews, longBaseDiscount: 1.1, shortBaseDiscount: 0.9 };
    expect(violations(swapped, 'initial')).toBeGreaterThan(0);
  });
});
