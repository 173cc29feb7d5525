import { PME_PARAMETER_SETS, type PmeInputs, type PmeValues } from '../../../src/margin/deribit-pme/index.js';
import { AS_OF, INDEX, perpetual, sampleLines } from '../venue-lines/sample-book.js';

const valuesOf = (currency: string): PmeValues => PME_PARAMETER_SETS.find(({ id }) => id.includes(currency))!.values;

export const BTC_VALUES = valuesOf('btc');
export const ETH_VALUES = valuesOf('eth');

/** docs.deribit.com, private/simulate_portfolio, response example: its book. One contract is one coin. */
export const DOCUMENTED: PmeInputs = {
  asOfMs: 1_718_619_740_501,
  money: 'coin',
  pairs: [{ underlying: 'BTC', index: 65_666.19 }],
  lines: [
    perpetual(65_910.57),
    { ...perpetual(67_371.75), name: 'BTC-28JUN24', kind: 'future', expiryMs: 1_719_561_600_000 },
  ],
  otherMargins: { mmp: 0.06, openOrders: 1.8212e-5 },
};
export const DOCUMENTED_QUANTITIES = Float64Array.of(0.314538364, -0.001187534);

/** A captured response of 2026-02-15: short one ETH perpetual. */
export const CAPTURED: PmeInputs = {
  asOfMs: Date.UTC(2026, 1, 15),
  money: 'coin',
  pairs: [{ underlying: 'ETH', index: 1949.34 }],
  lines: [perpetual(1949.34, 'inverse', 'ETH')],
};
export const CAPTURED_QUANTITIES = Float64Array.of(-0.999487053);

/** The sample book with options, in coin. */
export function sampleInputs(deltaShock: 'rule' | 'convex' = 'rule'): PmeInputs {
  return {
    asOfMs: AS_OF,
    money: 'coin',
    pairs: [{ underlying: 'BTC', index: INDEX }],
    lines: sampleLines('inverse'),
    deltaShock,
  };
}
