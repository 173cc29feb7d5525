import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { denseAffine, evaluate } from '../../../src/formula/index.js';
import { type ChargeTier, OKX_PARAMETER_SETS, okxPm, progressiveCharge } from '../../../src/margin/okx-pm/index.js';
import { future, perpetual } from '../venue-lines/sample-book.js';

const RAW = denseAffine('raw', Float64Array.of(1));

const charge = (tiers: readonly ChargeTier[], raw: number) =>
  evaluate(progressiveCharge('MR7', RAW, tiers), Float64Array.of(raw));

/** Part by part, as the announcement explains it. */
function byParts(tiers: readonly ChargeTier[], raw: number): number {
  return tiers.reduce((total, { fromUsd, multiplier }, k) => {
    const upTo = tiers[k + 1]?.fromUsd ?? Infinity;
    return total + multiplier * Math.max(0, Math.min(raw, upTo) - fromUsd);
  }, 0);
}

/** OKX announcement of 2021-12, BTC and ETH. */
const TIERS_OF_2021 = [
  [0, 1],
  [10_000, 2],
  [70_000, 4],
  [170_000, 6],
  [300_000, 8],
  [470_000, 10],
  [700_000, 12],
].map(([fromUsd, multiplier]) => ({ fromUsd: fromUsd!, multiplier: multiplier! }));

describe('the progressive charge', () => {
  it('is 50,000 for 30,000 (OKX announcement of 2021-12)', () => {
    expect(charge(TIERS_OF_2021, 30_000)).toBe(50_000);
  });

  it('is 202,500 for 1M x 0.75 % + 4M x 1.75 % + 5M x 2.5 % (OKX, MR9, December 2024)', () => {
    const tiers = [
      { fromUsd: 0, multiplier: 0.0075 },
      { fromUsd: 1e6, multiplier: 0.0175 },
      { fromUsd: 5e6, multiplier: 0.025 },
    ];
    expect(charge(tiers, 10e6)).toBeCloseTo(202_500, 8);
  });

  it('is the sum of its parts, whatever the amount', () => {
    const shipped = OKX_PARAMETER_SETS[0]!.values.chargeTiers;
    fc.assert(
      fc.property(fc.double({ min: 0, max: 8e6, noNaN: true }), (raw) => {
        expect(charge(TIERS_OF_2021, raw)).toBeCloseTo(byParts(TIERS_OF_2021, raw), 6);
        expect(charge(shipped, raw)).toBeCloseTo(byParts(shipped, raw), 6);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('needs tiers that begin at 0 and rise', () => {
    const tier = (fromUsd: number, multiplier: number) => ({ fromUsd, multiplier });
    expect(() => charge([], 1)).toThrow(/does not start at 0/);
    expect(() => charge([tier(5, 1)], 1)).toThrow(/does not start at 0/);
    expect(() => charge([tier(0, 2), tier(10, 1)], 1)).toThrow(/tier 2 of 'MR7' does not rise/);
    expect(() => charge([tier(0, 1), tier(0, 2)], 1)).toThrow(/does not rise/);
    expect(charge([tier(0, 3)], 5)).toBe(15);
  });
});

describe('the raw charge', () => {
  it('does not net contracts', () => {
    const inputs = {
      asOfMs: 0,
      units: [{ underlying: 'BTC', indexUsd: 100_000 }],
      lines: [perpetual(100_000, 'linear'), future(100_000, 5, 'linear')],
    };
    const { components } = okxPm(inputs, OKX_PARAMETER_SETS[0]!.values);
    expect(evaluate(components['BTC raw MR7']!, Float64Array.of(3, -3))).toBeCloseTo(0.0045 * 600_000, 9);
    expect(evaluate(components['BTC MR1']!, Float64Array.of(3, -3))).toBe(0);
  });
});
