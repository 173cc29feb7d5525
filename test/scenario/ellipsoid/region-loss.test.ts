import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/math/index.js';
import { ellipsoidRegions } from '../../../src/scenario/ellipsoid/ellipsoid-region.js';
import { LineTables } from '../../../src/scenario/ellipsoid/line-tables.js';
import { regionLoss } from '../../../src/scenario/ellipsoid/region-loss.js';
import type { ScanBlock } from '../../../src/scenario/index.js';
import { index, inverse, linesOf, option, perpetual, spot } from '../sample-market.js';
import { lossAt, termsOf } from './ellipsoid-cases.js';

const PAIR: ScanBlock = { names: ['BTC', 'ETH'], correlation: Float64Array.of(1, 0.7, 0.7, 1) };
const TERMS = termsOf({ BTC: 0.12, ETH: 0.18 });
const REGIONS = ellipsoidRegions(TERMS);
const LINES = linesOf([
  index('BTC', 60_000),
  index('ETH', 1_500),
  option('BTC', 30, 66_000, 'C', { iv: 0.45, underlyingPrice: 60_300 }, inverse('BTC', 'option')),
  option('ETH', 60, 1_300, 'P', { iv: 0.7, underlyingPrice: 1_520 }, { multiplier: 40 }),
  spot('ETH', 1_500, { multiplier: 10 }),
  perpetual('ETH', 0.025, { name: 'ETHBTC', currency: 'BTC', multiplier: 1_000_000 }),
  option('ETH', 60, 0.024, 'C', { iv: 0.4, underlyingPrice: 0.025 }, { currency: 'BTC', multiplier: 90 }),
]);

describe('regionLoss', () => {
  it('is what full revaluation says, also where money is another coin, with its slope', () => {
    const random = seededRandom(3);
    const tables = new LineTables(PAIR, REGIONS, TERMS);
    for (const [r, region] of REGIONS.entries()) {
      const book = Float64Array.from(LINES, () => random.normal());
      const { at, straight } = regionLoss(LINES, book, { block: PAIR, tables, terms: TERMS }, region, r);
      expect(straight).toBeNull();
      const exact = (z: Float64Array): number => {
        const point = { block: 0, z, volatility: region.volatility, weight: 1 };
        return lossAt(LINES, book, [PAIR], TERMS, point);
      };
      for (let k = 0; k < 10; k++) {
        const z = Float64Array.from([0, 1], () => region.reach * (2 * random.uniform() - 1));
        const slope = new Float64Array(2);
        const size = Math.max(1, Math.abs(exact(z)));
        expect(Math.abs(at(z, slope) - exact(z)) / size).toBeLessThan(1e-4);
        for (const u of [0, 1]) {
          const moved = (by: number): Float64Array => z.map((value, i) => (i === u ? value + by : value));
          const difference = (at(moved(1e-5), new Float64Array(2)) - at(moved(-1e-5), new Float64Array(2))) / 2e-5;
          expect(Math.abs(slope[u]! - difference)).toBeLessThan(1e-4 * Math.max(1, Math.abs(difference)));
        }
      }
    }
  });

  it('knows a straight loss by its slopes', () => {
    const tables = new LineTables(PAIR, REGIONS, TERMS);
    const book = Float64Array.of(0, 0, 2, 0, 0);
    const { straight } = regionLoss(LINES, book, { block: PAIR, tables, terms: TERMS }, REGIONS[0]!, 0);
    // Two lots of 10 ETH at 1,500 lose 18 % of 30,000 a scan range down.
    expect(straight![0]).toBe(0);
    expect(straight![1]).toBeCloseTo(-0.18 * 30_000, 8);
  });
});
