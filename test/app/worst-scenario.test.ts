import { describe, expect, it } from 'vitest';
import { worstOfBlocks, worstScenario } from '../../src/app/worst-scenario.js';
import { constant, denseAffine } from '../../src/formula/index.js';
import type { MarginRequirement } from '../../src/margin/index.js';
import { aLine } from '../optimizer/a-line.js';

const scenario = (name: string, block: number, moves: number[], pnl: number[], weight = 1) => ({
  scenario: { name, block, moves: Float64Array.from(moves), volatility: 'up' as const, weight },
  pnl: denseAffine(name, Float64Array.from(pnl)),
});

/** BTC and ETH move together in block 0, SOL alone in block 1. */
const REQUIREMENT: MarginRequirement = {
  initial: constant('none', 0),
  maintenance: constant('none', 0),
  underlyings: ['BTC', 'ETH', 'SOL'],
  scenarios: [
    scenario('unchanged', 0, [0, 0, 0], [0, 0]),
    scenario('down', 0, [-0.1, -0.05, 0], [-10, 3]),
    scenario('crash', 0, [-0.3, -0.15, 0], [-24, 6], 0.33),
    scenario('sol down', 1, [0, 0, -0.2], [0, -5]),
    scenario('sol up', 1, [0, 0, 0.2], [0, 5]),
  ],
  components: {},
  confidence: 'model',
};
const LINES = ['BTC', 'SOL'].map((underlying, j) =>
  aLine(`X${j}`, { terms: { underlying }, level: [60_000, 150][j]! }),
);
const names = (...book: number[]) =>
  worstOfBlocks(REQUIREMENT, Float64Array.from(book)).map((one) => one.scenario.name);

describe('worstOfBlocks', () => {
  it('is the scenario of each block that loses most after its weight', () => {
    expect(names(1, 0)).toEqual(['down']);
    expect(names(4, 1)).toEqual(['down', 'sol down']);
    expect(names(4, -1)).toEqual(['down', 'sol up']);
  });

  it('is none where nothing loses', () => {
    expect(names(0, 0)).toEqual([]);
    expect(names(-1, 0)).toEqual([]);
  });

  it('does not take rounding for a loss', () => {
    expect(names(1e6, 1e-12)).toEqual(['down']);
    expect(names(0, 1e-12)).toEqual(['sol down']);
  });
});

describe('worstScenario', () => {
  it('adds the weighted losses of the blocks and tells every shock that takes part', () => {
    const worst = worstScenario(REQUIREMENT, Float64Array.of(4, 1), LINES)!;
    // The name of neither says what it moves: of several blocks that must be told.
    expect(worst.name).toBe('BTC/ETH down + SOL sol down');
    expect(worst.loss).toBe(40 - 3 + 5);
    // ETH takes part as well, but nothing of the universe says its level.
    expect(worst.shocks).toEqual([
      { underlying: 'BTC', priceMove: -0.1, level: 54_000, volatility: 'up', weight: 1 },
      { underlying: 'SOL', priceMove: -0.2, level: 120, volatility: 'up', weight: 1 },
    ]);
  });

  it('tells the weight of a tail', () => {
    const tail = { ...REQUIREMENT, scenarios: REQUIREMENT.scenarios.filter((one) => one.scenario.name !== 'down') };
    const worst = worstScenario(tail, Float64Array.of(10, 0), LINES)!;
    expect(worst).toMatchObject({ name: 'crash', loss: 0.33 * 240 });
    expect(worst.shocks[0]).toMatchObject({ weight: 0.33, level: 42_000 });
  });

  it('is nothing where nothing loses', () => {
    expect(worstScenario(REQUIREMENT, new Float64Array(2), LINES)).toBeNull();
  });
});
