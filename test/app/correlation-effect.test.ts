import { describe, expect, it } from 'vitest';
import type { MarginRequest } from '../../src/app/request.js';
import { runMargin } from '../../src/app/run-margin.js';
import { aMarginRequest, anIo, resultOf } from './a-world.js';

const ETH = 'fixtures/btc-eth-pair';
const margin = async (changes: Partial<MarginRequest>) =>
  resultOf(
    await runMargin(aMarginRequest(ETH, { correlations: null, prices: null, limits: null, ...changes }), anIo()),
  );

describe('correlations', () => {
  it('lower the margin of two legs that hedge each other', async () => {
    const none = await margin({});
    const file = await margin({ correlations: `${ETH}/correlations.csv` });
    expect(file.initialMargin).toBeLessThan(0.9 * none.initialMargin);
    expect(none.correlation).toMatchObject({ source: 'none', names: [], values: [], repaired: false });
    expect(file.correlation).toMatchObject({
      source: 'file',
      names: ['BTC', 'ETH'],
      values: [
        [1, 0.832005],
        [0.832005, 1],
      ],
      repaired: false,
    });
  });

  it('of nothing add the margins of the underlyings', async () => {
    const none = await margin({});
    const scan = none.breakdown.children.find(({ name }) => name === 'scan risk')!;
    expect(scan.children.map(({ name }) => name)).toEqual(['BTC', 'ETH']);
    expect(scan.children.reduce((total, { amount }) => total + amount, 0)).toBeCloseTo(scan.amount, 6);
    expect(none.worstScenario!.name.split(' + ')).toHaveLength(2);
  });

  it('are estimated from prices up to the as-of time only', async () => {
    const { correlation } = await margin({ prices: `${ETH}/prices.csv` });
    expect(correlation.source).toBe('prices');
    expect(correlation.names).toEqual(['BNB', 'BTC', 'ETH']);
    const early = await margin({ prices: `${ETH}/prices.csv`, asOf: Date.UTC(2023, 5, 30) });
    expect(early.correlation.values).not.toEqual(correlation.values);
  });

  it('given win over prices, which then set the scan ranges alone', async () => {
    const both = await margin({ prices: `${ETH}/prices.csv`, correlations: `${ETH}/correlations.csv` });
    expect(both.correlation.source).toBe('file');
    const stated = await margin({ correlations: `${ETH}/correlations.csv` });
    expect(both.heatMaps[1]!.priceMoves.at(-1)).not.toBe(stated.heatMaps[1]!.priceMoves.at(-1));
  });

  it('that contradict one another are repaired, and the distance told', async () => {
    const found = await margin({
      positions: `${ETH}/positions-three.csv`,
      correlations: `${ETH}/correlations-broken.csv`,
    });
    const { repaired, smallestEigenvalue, distance, names, values } = found.correlation;
    expect([repaired, names]).toEqual([true, ['BNB', 'BTC', 'ETH']]);
    expect(smallestEigenvalue).toBeCloseTo(-0.12369666, 6);
    expect(distance).toBeCloseTo(0.16224219615519656, 6);
    values.forEach((row, i) => {
      expect(row[i]).toBeCloseTo(1, 9);
    });
    expect(values[0]![1]).toBe(values[1]![0]);
    expect(values[0]![1]).toBeLessThan(0.95);
  });

  it('that do not name an underlying leave it alone', async () => {
    const found = await margin({ correlations: 'fixtures/issues/run-not-correlated/correlations.csv' });
    const none = await margin({});
    expect(found.initialMargin).toBeCloseTo(none.initialMargin, 6);
    expect(found.correlation.names).toEqual(['BNB', 'ETH']);
  });

  it('are not needed by one underlying', async () => {
    const BTC = 'fixtures/btc-short-strangle';
    const { correlation } = resultOf(await runMargin(aMarginRequest(BTC), anIo()));
    expect(correlation).toMatchObject({ source: 'none needed', names: [] });
  });
});
