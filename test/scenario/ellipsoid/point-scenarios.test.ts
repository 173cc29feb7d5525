import { describe, expect, it } from 'vitest';
import { pointName } from '../../../src/scenario/ellipsoid/point-name.js';
import { pointScenarios } from '../../../src/scenario/index.js';

const RANGES = new Map([
  ['BTC', 0.1],
  ['ETH', 0.2],
  ['SOL', 0.3],
]);
const BLOCKS = [
  { names: ['BTC', 'ETH'], correlation: Float64Array.of(1, 0.5, 0.5, 1) },
  { names: ['SOL'], correlation: Float64Array.of(1) },
];

describe('pointScenarios', () => {
  it('names the moves of every underlying, and numbers them', () => {
    const scenarios = pointScenarios(
      [
        { block: 0, z: Float64Array.of(-0.31, -0.245), volatility: 'up', weight: 1 },
        { block: 1, z: Float64Array.of(2), volatility: 'up', weight: 0.33 },
      ],
      BLOCKS,
      RANGES,
      3,
    );
    expect(scenarios.map(({ name }) => name)).toEqual([
      'worst 3: BTC -3.1 %, ETH -4.9 %, vol up',
      'worst 4: SOL +60.0 %, vol up',
    ]);
    expect([...scenarios[0]!.moves].map((move) => Number(move.toFixed(12)))).toEqual([-0.031, -0.049, 0]);
    expect([...scenarios[1]!.moves]).toEqual([0, 0, 0.6]);
    expect(scenarios.map(({ block, weight }) => [block, weight])).toEqual([
      [0, 1],
      [1, 0.33],
    ]);
  });

  it('refuses a point that does not fit its block', () => {
    const point = { block: 1, z: Float64Array.of(1, 1), volatility: 'none', weight: 1 } as const;
    expect(() => pointScenarios([point], BLOCKS, RANGES)).toThrow(RangeError);
    expect(() => pointScenarios([{ ...point, block: 7 }], BLOCKS, RANGES)).toThrow(RangeError);
  });
});

describe('pointName', () => {
  it('tells the largest moves of many, in the order of the underlyings', () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
    expect(pointName(names, Float64Array.of(0.01, -0.05, 0.02, 0.06, -0.03, 0.001, 0))).toBe(
      'B -5.0 %, C +2.0 %, D +6.0 %, E -3.0 % and 2 more',
    );
    expect(pointName(names.slice(0, 5), Float64Array.of(0.01, -0.05, 0.02, 0.06, -0.03))).toBe(
      'A +1.0 %, B -5.0 %, C +2.0 %, D +6.0 %, E -3.0 %',
    );
  });

  it('leaves out what does not move', () => {
    expect(pointName(['A', 'B'], Float64Array.of(0.1, 0.00001))).toBe('A +10.0 %');
    expect(pointName(['A', 'B'], Float64Array.of(0, 0))).toBe('no move');
    expect(pointName(['A', 'B'], Float64Array.of(-0.2, -0.0004))).toBe('A -20.0 %, B 0.0 %');
  });
});
