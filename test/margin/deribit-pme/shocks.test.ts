import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/formula/index.js';
import { deribitPme, type PmeInputs } from '../../../src/margin/deribit-pme/index.js';
import type { VenueLine } from '../../../src/margin/venue-lines/index.js';
import { AS_OF, future, INDEX, option, perpetual } from '../venue-lines/sample-book.js';
import { BTC_VALUES, sampleInputs } from './pme-examples.js';

function shockOf(
  component: 'delta shock' | 'roll shock',
  lines: readonly VenueLine[],
  quantities: readonly number[],
  more: Partial<PmeInputs> = {},
): number {
  const requirement = deribitPme({ ...sampleInputs(), ...more, lines }, BTC_VALUES);
  return evaluate(requirement.components[component]!, Float64Array.from(quantities));
}

/** An option whose delta the venue gives, at no price: its net delta is that delta. */
function optionOfDelta(delta: number, strike: number): VenueLine {
  const line = option([delta > 0 ? 'C' : 'P', strike, INDEX, 20, 0.5]);
  return { ...line, option: { ...line.option!, delta, markPrice: 0 } };
}

describe('roll shock', () => {
  it('is the minimum for a near future and grows with the tenor of a far one', () => {
    expect(shockOf('roll shock', [future(INDEX, 10)], [-3])).toBeCloseTo(0.03, 15);
    expect(shockOf('roll shock', [future(INDEX, 365)], [-3])).toBeCloseTo(3 * (Math.exp(0.075) - 1), 15);
  });

  it('nets within an expiry and not across', () => {
    expect(shockOf('roll shock', [future(INDEX, 10), future(INDEX, 10)], [5, -5])).toBe(0);
    expect(shockOf('roll shock', [future(INDEX, 10), perpetual(INDEX)], [5, -5])).toBeCloseTo(0.1, 15);
  });

  it('lets deltas run off over the last thirty minutes (Deribit: delta 1.0, price 0.3, after 15 minutes 0.35)', () => {
    const line = optionOfDelta(1, 42_000);
    const marked = { ...line, option: { ...line.option!, markPrice: 0.3 }, expiryMs: AS_OF + 15 * 60_000 };
    expect(shockOf('roll shock', [marked], [100])).toBeCloseTo(0.01 * 35, 12);
  });
});

// The rule in words, computed apart: min(0.00005 x excess, 0.1) x |D|, excess over 20,000,000 / 60,000 coins.
describe('delta shock (unconfirmed)', () => {
  const perpetualShock = (coins: number) => shockOf('delta shock', [perpetual(INDEX)], [coins]);

  it('is nothing up to the threshold', () => {
    expect(perpetualShock(333)).toBe(0);
    expect(perpetualShock(-333)).toBe(0);
  });

  it('is the rule at the ends of the chords, a little more between them, and a tenth beyond the cap', () => {
    expect(perpetualShock(333 + 1 / 3 + 1000)).toBeCloseTo(66.6666666667, 7);
    expect(perpetualShock(-(333 + 1 / 3 + 2000))).toBeCloseTo(233.333333333, 6);
    expect(perpetualShock(5000)).toBeCloseTo(500, 9);
    expect(perpetualShock(600)).toBeGreaterThanOrEqual(8);
    expect(perpetualShock(600)).toBeLessThan(8 + 0.2);
  });

  it('lets long options lower the delta and never raise it', () => {
    const lines = [perpetual(INDEX), optionOfDelta(0.5, 70_000), optionOfDelta(-0.5, 50_000)];
    const shock = (...quantities: number[]) => shockOf('delta shock', lines, quantities);
    expect(shock(5000, 1000, 0)).toBeCloseTo(shock(5000, 0, 0), 9);
    expect(shock(5000, 0, 1000)).toBeCloseTo(450, 9);
    expect(shock(-5000, 1000, 0)).toBeCloseTo(450, 9);
    expect(shock(-5000, 0, 1000)).toBeCloseTo(500, 9);
    // Long options larger than the rest leave nothing, not the other side.
    expect(shock(-5000, 20_000, 0)).toBe(0);
    // Short options count with the futures.
    expect(shock(-4000, -2000, 0)).toBeCloseTo(500, 9);
    expect(shock(4000, 0, -2000)).toBeCloseTo(500, 9);
  });

  it('in its convex form is never below the rule, and the same for futures up to the cap', () => {
    const lines = [perpetual(INDEX), optionOfDelta(0.5, 70_000)];
    for (const quantities of [
      [2000, 0],
      [-2000, 1500],
      [100, -9000],
      [6000, 500],
      [10, 10],
    ]) {
      const rule = shockOf('delta shock', lines, quantities);
      const convex = shockOf('delta shock', lines, quantities, { deltaShock: 'convex' });
      expect(convex).toBeGreaterThanOrEqual(rule - 1e-9);
      if (quantities[1] === 0) expect(convex).toBeCloseTo(rule, 9);
    }
  });

  it('is in quote currency at the index', () => {
    const lines = [perpetual(INDEX, 'linear')];
    expect(shockOf('delta shock', lines, [5000], { money: 'quote' })).toBeCloseTo(500 * INDEX, 3);
  });

  it('is absent where the venue has no figures for it', () => {
    const requirement = deribitPme(sampleInputs(), { ...BTC_VALUES, mInc: 0 });
    expect(evaluate(requirement.components['delta shock']!, Float64Array.of(1e6, 0, 0, 0))).toBe(0);
  });
});
