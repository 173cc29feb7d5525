import { describe, expect, it } from 'vitest';
import { type ScanSettings, scanScenarios } from '../../src/scenario/index.js';

const SETTINGS: ScanSettings = { radii: 3, tailRadii: [2, 3], tailCover: 0.33, allPairsUpTo: 12, pairThreshold: 0.3 };
const alone = (name: string) => ({ names: [name], correlation: Float64Array.of(1) });
const RANGES = new Map([
  ['BTC', 0.12],
  ['ETH', 0.18],
  ['SOL', 0.3],
]);

describe('scan scenarios of one underlying', () => {
  const { scenarios, underlyings, blocks } = scanScenarios([alone('BTC')], RANGES, SETTINGS);

  it('are 25: three unchanged, and two signs of 9 moves and 2 tails', () => {
    expect(scenarios).toHaveLength(25);
    expect(underlyings).toEqual(['BTC']);
    expect(blocks).toEqual([['BTC']]);
  });

  it('are told by name, in a fixed order', () => {
    const side = (word: string): string[] => [
      ...['1/3', '2/3', '3/3'].flatMap((step) =>
        ['up', 'none', 'down'].map((volatility) => `${word} ${step}: BTC ladder, vol ${volatility}`),
      ),
      `${word} 2x: BTC ladder, vol up`,
      `${word} 3x: BTC ladder, vol up`,
    ];
    expect(scenarios.map(({ name }) => name)).toEqual([
      'unchanged, vol up',
      'unchanged, vol none',
      'unchanged, vol down',
      ...side('down'),
      ...side('up'),
    ]);
  });

  it('move by thirds of the range at full weight, and in tails by more at part of it', () => {
    const told = new Map(scenarios.map((scenario) => [scenario.name, scenario]));
    for (const [name, move, weight] of [
      ['unchanged, vol up', 0, 1],
      ['down 1/3: BTC ladder, vol none', -0.04, 1],
      ['up 2/3: BTC ladder, vol down', 0.08, 1],
      ['up 3/3: BTC ladder, vol up', 0.12, 1],
      ['down 2x: BTC ladder, vol up', -0.24, 0.33],
      ['up 3x: BTC ladder, vol up', 0.36, 0.33],
    ] as const) {
      expect(told.get(name)!.moves[0]).toBeCloseTo(move, 15);
      expect(told.get(name)!.weight).toBe(weight);
    }
  });

  it('follow the settings', () => {
    const finer = scanScenarios([alone('BTC')], RANGES, { ...SETTINGS, radii: 5, tailRadii: [] });
    expect(finer.scenarios).toHaveLength(3 + 2 * 15);
    expect(finer.scenarios.map(({ name }) => name)).toContain('down 4/5: BTC ladder, vol none');
  });
});

describe('scan scenarios of several', () => {
  it('of a block move together, each by its own range', () => {
    const block = { names: ['BTC', 'ETH'], correlation: Float64Array.of(1, 0.5, 0.5, 1) };
    const { scenarios } = scanScenarios([block], RANGES, SETTINGS);
    // Two ladders and two axes.
    expect(scenarios).toHaveLength(3 + 4 * 22);
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
    const ladder = scenarios.find(({ name }) => name === 'down 3/3: ETH ladder, vol none')!;
    expect(ladder.moves[0]).toBeCloseTo(-0.5 * 0.12, 15);
    expect(ladder.moves[1]).toBeCloseTo(-0.18, 15);
  });

  it('of several blocks move one block at a time, and say which stands unchanged', () => {
    const set = scanScenarios([alone('SOL'), alone('BTC')], RANGES, SETTINGS);
    expect(set.underlyings).toEqual(['SOL', 'BTC']);
    expect(set.scenarios).toHaveLength(50);
    expect(new Set(set.scenarios.map(({ name }) => name)).size).toBe(50);
    expect(set.scenarios[25]!.name).toBe('unchanged (BTC), vol up');
    for (const { block, moves } of set.scenarios) expect(Math.abs(moves[1 - block]!)).toBe(0);
    expect(set.scenarios.filter(({ block }) => block === 1)).toHaveLength(25);
  });

  it('need a range for every underlying', () => {
    expect(() => scanScenarios([alone('XRP')], RANGES, SETTINGS)).toThrow(/'XRP' has no scan range/);
  });
});
