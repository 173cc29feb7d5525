import { describe, expect, it } from 'vitest';
import { runOptimize } from '../../src/app/run-optimize.js';
import { wholeLevels } from '../../src/app/trade-limits.js';
import { aCandidate, aLevel } from '../optimizer/hedge-cases.js';
import { anIo, anOptimizeRequest, resultOf } from './a-world.js';

const BTC = 'fixtures/btc-short-strangle';
const asked = (changes: Parameters<typeof anOptimizeRequest>[1]) =>
  runOptimize(anOptimizeRequest(BTC, { candidates: 'BTC-*JUL26-*', relativeGap: 0.02, ...changes }), anIo());

describe('rules about the trades', () => {
  it('bound the instruments traded of each underlying and expiry', async () => {
    const { limits, trades } = resultOf(await asked({ maxPerExpiry: 2 }))!;
    const counts = limits.filter(({ limit }) => limit === 'trades');
    expect(counts.map(({ scope }) => scope).sort()).toEqual(['BTC 2026-07-17', 'BTC 2026-07-31']);
    expect(counts.every(({ value, max }) => value <= 2 && max === 2)).toBe(true);
    expect(counts.reduce((total, { value }) => total + value, 0)).toBe(trades.length);
  });

  it('keep small trades away, and name the limit', async () => {
    const { limits, trades } = resultOf(await asked({ minTicket: 12, minTicketNotional: 1e6 }))!;
    const smallest = Math.min(...trades.map(({ quantity }) => quantity));
    expect(smallest).toBeGreaterThanOrEqual(12 * (1 - 1e-9));
    const [contracts, money] = limits.filter(({ limit }) => limit === 'ticket');
    expect(contracts).toMatchObject({ scope: 'total', unit: 'contracts', value: smallest, min: 12, max: null });
    expect(money).toMatchObject({ unit: 'USD', min: 1e6 });
    expect(money!.value).toBeGreaterThanOrEqual(1e6 * (1 - 1e-9));
  });

  it('take displayed levels whole', async () => {
    const { limits, trades } = resultOf(await asked({ allOrNone: true, maxTrades: 3 }))!;
    expect(trades.length).toBeGreaterThan(0);
    expect(limits.find(({ limit }) => limit === 'levels in part')).toMatchObject({ value: 0, max: 0, unit: 'levels' });
  });

  it('count no ticket as broken where nothing is traded', async () => {
    const { limits, trades } = resultOf(await asked({ minTicket: 1e6 }))!;
    expect(trades).toEqual([]);
    expect(limits.find(({ limit }) => limit === 'ticket')).toMatchObject({ value: 1e6, min: 1e6 });
  });

  it('bound the trades of one expiry by a limit of the owner', async () => {
    const { limits } = resultOf(await asked({ limitTexts: ['trades 2026-07-31 ..1'] }))!;
    const line = limits.find(({ limit, scope }) => limit === 'trades' && scope === '2026-07-31');
    expect(line!.max).toBe(1);
    expect(line!.value).toBeLessThanOrEqual(1);
  });
});

describe('wholeLevels', () => {
  it('cuts levels down to whole lots and drops what is less than one', () => {
    const [cut, free] = wholeLevels([
      aCandidate(0, {
        lot: 0.1,
        asks: [aLevel({ size: 0.35 }), aLevel({ size: 0.05 })],
        bids: [aLevel({ size: 0.3 })],
      }),
      aCandidate(1, { asks: [aLevel({ size: 0.35 })] }),
    ]);
    expect(cut!.asks.map(({ size }) => size)).toEqual([0.3]);
    expect(cut!.bids.map(({ size }) => size)).toEqual([0.3]);
    expect(free!.asks[0]!.size).toBe(0.35);
  });
});
