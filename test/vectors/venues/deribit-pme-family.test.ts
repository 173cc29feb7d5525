import { describe, expect, it } from 'vitest';
import { agrees, passes } from '../vector-case.js';
import { deribitPmeFamily } from './deribit-pme-family.js';
import { runFamily } from './family-folder.js';

/** A captured response of 2026-02-15 (short one ETH perpetual), some figures as text. */
const CAPTURED = {
  id: 'captured-eth',
  timestampMs: '1771150000000',
  index: 1949.34,
  positions: [
    { instrument: 'ETH-PERPETUAL', sizeBase: '-0.999487053', mark: 1949.34, inverse: true, expiryMs: null, extra: 1 },
  ],
  params: {
    priceRange: 0.18,
    volRangeUp: '0.40',
    extendedDampenerUsd: { usd: 25_000, eth: 200_000 },
    minAnnualisedMove: 0.005,
    annualisedMoveRisk: 0.05,
    pnlOffset: 0.6,
    maxOffsetablePnl: 20_000_000,
  },
  expected: {
    rollShock: 0.004997435265,
    initialMargin: 0.157461562,
    maintenanceMargin: 0.125969249812,
  },
};
const GAIN = -0.999487053 * (1 - 1 / 0.82);

const run = (...vectors: unknown[]) => runFamily(deribitPmeFamily, { 'vectors.json': { vectors } }).cases;

describe('the deribit-pme family', () => {
  it('passes a response with figures as text, missing optional ones and fields it does not know', () => {
    const [one] = run(CAPTURED);
    expect(one!.name).toBe('deribit-pme/vectors.json captured-eth');
    expect(one!.comparisons.map(({ field }) => field)).toEqual(['rollShock', 'initialMargin', 'maintenanceMargin']);
    expect(passes(one!)).toBe(true);
  });

  it('reads one value a bucket, or three', () => {
    const edge = -0.15246412673;
    const buckets = [GAIN, 0, 0, 0, 0, 0, 0, 0, edge];
    const perBucket = run({
      ...CAPTURED,
      expected: { initialRiskVectors: { 'ETH-PERPETUAL': { standardPerBucket: buckets } } },
    })[0]!;
    expect(perBucket.comparisons.filter(agrees).map(({ field }) => field)).toEqual([
      'ETH-PERPETUAL standardPerBucket[0] -18%, vol same',
      'ETH-PERPETUAL standardPerBucket[4] 0%, vol same',
      'ETH-PERPETUAL standardPerBucket[8] +18%, vol same',
    ]);
    const threefold = buckets.flatMap((value) => [value, value, value]);
    const all = run({ ...CAPTURED, expected: { preAggregatedStandard: threefold } })[0]!;
    expect(all.comparisons.filter(agrees)).toHaveLength(9);
    expect(all.comparisons).toHaveLength(27);
  });

  it('compares aggregated gains after the offset', () => {
    const expected = { aggregatedStandardPerBucket: [0.6 * GAIN, 1, 1, 1, 0, 1, 1, 1, 1] };
    expect(
      run({ ...CAPTURED, expected })[0]!
        .comparisons.map(agrees)
        .slice(0, 5),
    ).toEqual([true, false, false, false, true]);
  });

  it('fails a wrong figure, a wrong length and a missing field by name', () => {
    const [wrong, short, lacking] = run(
      { ...CAPTURED, expected: { initialMargin: 0.157461563 } },
      { ...CAPTURED, expected: { aggregatedStandardPerBucket: [1, 2] } },
      { ...CAPTURED, index: null },
    );
    expect(passes(wrong!)).toBe(false);
    expect(short!.problem).toContain('aggregatedStandardPerBucket has 2 entries');
    expect(lacking!.problem).toContain('index is missing');
  });

  it('runs books with options', () => {
    const option = {
      instrument: 'ETH-27MAR26-2000-C',
      sizeBase: -1,
      forward: 1960,
      iv: 0.7,
      inverse: true,
      expiryMs: 1_774_598_400_000,
    };
    const positions = [...CAPTURED.positions, option];
    const [one] = run({ ...CAPTURED, positions, expected: { initialMargin: 0.157461562 } });
    expect(one!.problem).toBeUndefined();
    expect(one!.comparisons[0]!.ours).toBeGreaterThan(0.157461562);
    const [lacking] = run({ ...CAPTURED, positions: [{ ...option, iv: undefined }] });
    expect(lacking!.problem).toContain('iv is missing');
  });

  it('fails a damaged file and lets the others run', () => {
    const { cases } = runFamily(deribitPmeFamily, { 'a.json': '{', 'b.json': CAPTURED });
    expect(cases.map(passes)).toEqual([false, true]);
  });
});
