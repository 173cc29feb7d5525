import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/formula/index.js';
import { PM1_PARAMETER_SETS, type Pm1Inputs, pm1 } from '../../../src/margin/pm1/index.js';
import { seededRandom } from '../../../src/math/index.js';
import { holdsMinNode } from '../derive/holds-min-node.js';
import { midpointViolations } from '../derive/midpoint-violations.js';
import {
  AS_OF,
  INDEX,
  perpetual,
  randomQuantities,
  SAMPLE_QUANTITIES,
  sampleLines,
  spot,
} from '../venue-lines/sample-book.js';
import { shippedValues } from './sample-values.js';

const IDS = PM1_PARAMETER_SETS.map(({ id }) => id);

function sampleInputs(money: 'coin' | 'quote'): Pm1Inputs {
  const lines = sampleLines(money === 'coin' ? 'inverse' : 'linear');
  return { asOfMs: AS_OF, indexes: { BTC: INDEX }, lines };
}

function build(id: string) {
  const values = shippedValues(id);
  return { values, inputs: sampleInputs(values.money), requirement: pm1(sampleInputs(values.money), values) };
}

// Independent computation in Python with scipy.stats.norm, from the rules in words.
describe('worst scenarios of a book with options (independent computation)', () => {
  it.each([
    ['pm1-deribit-strikes', 0.22375442450570082],
    ['pm1-deribit-12-5', 0.2708863983329739],
    ['pm1-coincall', 16805.446101359117],
    ['pm1-grvt', 27207.115095313853],
    ['pm1-aevo', 26728.358876027138],
  ])('%s: %f', (id, theirs) => {
    const worst = evaluate(build(id).requirement.components['BTC worst scenario']!, SAMPLE_QUANTITIES);
    expect(Math.abs(worst / theirs - 1)).toBeLessThan(1e-12);
  });
});

describe('parameter sets', () => {
  it('have a name, a venue, a source and a confidence, and no two the same name', () => {
    expect(new Set(IDS).size).toBe(IDS.length);
    for (const { id, venue, source, confidence, effectiveDate } of PM1_PARAMETER_SETS) {
      expect(id).toMatch(/^pm1-[a-z0-9-]+$/);
      expect(venue).not.toBe('');
      expect(source.length).toBeGreaterThan(20);
      expect(['verified', 'model']).toContain(confidence);
      expect(effectiveDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('cover Deribit and the clones', () => {
    const venues = new Set(PM1_PARAMETER_SETS.map(({ venue }) => venue));
    expect([...venues]).toEqual(['deribit', 'coincall', 'syndr', 'dederi', 'bit.com', 'grvt', 'aevo']);
  });

  it('say how many scenarios there are', () => {
    const count = (id: string) => build(id).requirement.scenarios.length;
    expect(count('pm1-bit-com')).toBe(33);
    expect(count('pm1-dederi')).toBe(33);
    expect(count('pm1-aevo')).toBe(15);
    expect(count('pm1-grvt')).toBe(27 + 2);
  });
});

describe.each(IDS)('%s', (id) => {
  it('is convex in 2,000 random midpoints, unless it charges what offsets', () => {
    const { values, requirement } = build(id);
    const convexParts = ['BTC worst scenario', 'BTC option contingency'];
    for (const part of convexParts) {
      expect(midpointViolations(requirement.components[part]!, randomQuantities(4), 2000, 41)).toBe(0);
    }
    const offsets = values.futuresContingency === 'offsetting' && values.futuresContingencyRate > 0;
    expect(holdsMinNode(requirement.initial)).toBe(offsets);
    if (offsets) {
      const charge = requirement.components['BTC futures contingency']!;
      expect(midpointViolations(charge, randomQuantities(4), 2000, 42)).toBeGreaterThan(0);
    } else {
      expect(midpointViolations(requirement.initial, randomQuantities(4), 2000, 43)).toBe(0);
    }
  });

  it('grows in proportion, does not depend on the order of lines, and is nothing without a book', () => {
    const { values, inputs, requirement } = build(id);
    const order = [2, 0, 3, 1];
    const turned = pm1({ ...inputs, lines: order.map((j) => inputs.lines[j]!) }, values);
    const random = seededRandom(44);
    for (let k = 0; k < 25; k++) {
      const book = randomQuantities(4)(random);
      const one = evaluate(requirement.initial, book);
      const double = evaluate(
        requirement.initial,
        book.map((quantity) => 2 * quantity),
      );
      const moved = evaluate(
        turned.initial,
        Float64Array.from(order, (j) => book[j]!),
      );
      expect(Math.abs(double - 2 * one)).toBeLessThan(1e-9 * Math.max(1, one));
      expect(Math.abs(moved - one)).toBeLessThan(1e-9 * Math.max(1, one));
    }
    expect(evaluate(requirement.initial, new Float64Array(4))).toBe(0);
  });

  it('has an initial margin above its maintenance margin', () => {
    const { values, requirement } = build(id);
    const ratio =
      evaluate(requirement.initial, SAMPLE_QUANTITIES) / evaluate(requirement.maintenance, SAMPLE_QUANTITIES);
    expect(ratio).toBeCloseTo(values.initialFactor, 12);
  });
});

describe('spot', () => {
  it('hedges in quote currency', () => {
    const lines = [spot(INDEX), perpetual(INDEX, 'linear')];
    const requirement = pm1({ asOfMs: AS_OF, indexes: { BTC: INDEX }, lines }, shippedValues('pm1-grvt'));
    expect(evaluate(requirement.maintenance, Float64Array.of(2, -2))).toBe(0);
    expect(evaluate(requirement.value, Float64Array.of(2, -2))).toBe(2 * INDEX);
  });
});

describe('what does not fit', () => {
  it('is refused by name', () => {
    const values = shippedValues('pm1-deribit-10');
    const lines = [perpetual(INDEX), perpetual(3000, 'inverse', 'ETH')];
    expect(() => pm1({ asOfMs: AS_OF, indexes: { BTC: INDEX }, lines: lines.slice(0, 1) }, values)).not.toThrow();
    expect(() => pm1({ asOfMs: AS_OF, indexes: {}, lines: lines.slice(0, 1) }, values)).toThrow(/'BTC' has no index/);
    const indexes = { BTC: INDEX, ETH: 3000 };
    expect(() => pm1({ asOfMs: AS_OF, indexes, lines }, values)).toThrow(/one underlying, not BTC, ETH/);
  });
});
