import { describe, expect, it } from 'vitest';
import { scanRisk } from '../../../src/margin/span/scan-risk.js';
import { PARTNER, SCENARIOS, spanScenarios } from '../../../src/margin/span/scan-scenarios.js';

/** Losses of one short call, made up: time gains 2 in the unmoved pair, and more volatility costs 3 in each. */
const LOSSES = Float64Array.of(1, -5, 12, 6, -8, -14, 24, 18, -15, -21, 40, 34, -20, -26, 30, -9);

describe('the sixteen scenarios', () => {
  const scenarios = spanScenarios(2, 0.35);

  it('are in the order of a risk array', () => {
    expect(scenarios.map(({ price }) => Math.round(3 * price))).toEqual([
      0, 0, 1, 1, -1, -1, 2, 2, -2, -2, 3, 3, -3, -3, 6, -6,
    ]);
    expect(scenarios.map(({ volatility }) => volatility).slice(0, 4)).toEqual(['up', 'down', 'up', 'down']);
    expect(scenarios.slice(14).map(({ volatility, cover }) => [volatility, cover])).toEqual([
      ['none', 0.35],
      ['none', 0.35],
    ]);
  });

  it('have partners of the same move', () => {
    expect(PARTNER).toHaveLength(SCENARIOS);
    PARTNER.forEach((partner, j) => {
      expect(PARTNER[partner]).toBe(j);
      expect(scenarios[partner]!.price).toBe(scenarios[j]!.price);
    });
  });
});

describe('scan risk', () => {
  it('is split into volatility, time and price', () => {
    // (40 - 34) / 2, (1 - 5) / 2, and 40 - 3 + 2.
    expect(scanRisk(LOSSES)).toEqual({ worst: 10, risk: 40, volatilityRisk: 3, timeRisk: -2, priceRisk: 39 });
  });

  it('is the first of scenarios that tie, and nothing where every one gains', () => {
    expect(scanRisk(new Float64Array(16).fill(7)).worst).toBe(0);
    expect(scanRisk(LOSSES.map((loss) => -50 - loss))).toMatchObject({ risk: 0 });
  });

  it('has an extreme move for its own partner', () => {
    const losses = LOSSES.slice();
    losses[15] = 100;
    expect(scanRisk(losses)).toMatchObject({ worst: 15, risk: 100, volatilityRisk: 0 });
  });
});
