import { describe, expect, it } from 'vitest';
import { PME_PARAMETER_SETS, PME_TABLE_SETS, pmeValuesOf } from '../../../src/margin/deribit-pme/index.js';

const TABLES = PME_TABLE_SETS[0]!.values;

describe('the figures of a pair', () => {
  // docs.deribit.com, private/simulate_portfolio response example (BTC), and a captured response (ETH).
  it('are those that the venue answered for BTC and ETH', () => {
    const shared = { bucketsPerSide: 4, volRangeDown: 0.25, minVolForShockUp: 0.5, maxDeltaShock: 0.1, mmFactor: 0.8 };
    expect(pmeValuesOf('BTC', TABLES)).toMatchObject({
      ...shared,
      priceRange: 0.16,
      volRangeUp: 0.5,
      extendedDampenerUsd: 100_000,
      mInc: 0.00005,
      minAnnualisedMove: 0.01,
      annualisedMoveRisk: 0.075,
      pnlOffset: 0,
      maxOffsetablePnl: 0,
    });
    expect(pmeValuesOf('ETH', TABLES)).toMatchObject({
      ...shared,
      priceRange: 0.18,
      volRangeUp: 0.4,
      extendedDampenerUsd: 200_000,
      mInc: 0.000004,
      minAnnualisedMove: 0.005,
      annualisedMoveRisk: 0.05,
      pnlOffset: 0.6,
      maxOffsetablePnl: 20_000_000,
    });
  });

  it('are those of BTC for any other, whatever it is called', () => {
    for (const name of ['SOL', 'constructor', '__proto__', 'toString']) {
      expect(pmeValuesOf(name, TABLES)).toEqual(pmeValuesOf('BTC', TABLES));
    }
  });

  it('are all single numbers but the moves', () => {
    const { extendedMoves, ...single } = pmeValuesOf('ETH', TABLES);
    expect(extendedMoves).toEqual([-0.66, -0.33, 0.5, 1, 2, 3, 4, 5]);
    expect(Object.values(single).every((figure) => typeof figure === 'number')).toBe(true);
    expect(Object.keys(TABLES).sort()).toEqual(Object.keys({ ...single, extendedMoves }).sort());
  });

  it('stand as sets of one pair each, newest first', () => {
    expect(PME_PARAMETER_SETS.map(({ id, effectiveDate, values }) => [id, effectiveDate, values])).toEqual([
      ['deribit-pme-eth-2026-02-15', '2026-02-15', pmeValuesOf('ETH', TABLES)],
      ['deribit-pme-btc-2024-06-17', '2024-06-17', pmeValuesOf('BTC', TABLES)],
    ]);
  });
});
