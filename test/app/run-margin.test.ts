import { describe, expect, it } from 'vitest';
import type { MarginRequest } from '../../src/app/request.js';
import { runMargin } from '../../src/app/run-margin.js';
import { aMarginRequest, anIo, FIXTURES, resultOf } from './a-world.js';

const BTC = 'fixtures/btc-short-strangle';
const ETH = 'fixtures/btc-eth-pair';
const ES = 'fixtures/es-and-etfs';

const margin = async (folder: string, changes: Partial<MarginRequest> = {}) =>
  runMargin(aMarginRequest(folder, changes), anIo());
const result = async (folder: string, changes: Partial<MarginRequest> = {}) => resultOf(await margin(folder, changes));

describe.each(FIXTURES)('the margin of %s', (fixture) => {
  const folder = `fixtures/${fixture}`;

  it('adds up', async () => {
    const found = await result(folder);
    const { initialMargin, standaloneMargin, breakdown, positions, worstScenario, scenarios } = found;
    expect(breakdown.amount).toBe(initialMargin);
    expect(breakdown.children.reduce((total, child) => total + child.amount, 0)).toBeCloseTo(initialMargin, 6);
    expect(found.maintenanceMargin).toBeCloseTo(0.8 * initialMargin, 6);
    expect(positions.reduce((total, line) => total + line.standaloneMargin, 0)).toBeCloseTo(standaloneMargin, 6);
    expect(found.offsetBenefit).toBeCloseTo(standaloneMargin - initialMargin, 6);
    expect(positions.reduce((total, line) => total + line.value, 0)).toBeCloseTo(found.portfolioValue, 6);
    // The margin of the sum is at most the sum of the margins.
    expect(found.offsetBenefit).toBeGreaterThanOrEqual(0);
    const losses = positions.reduce((total, line) => total + line.worstScenarioPnl, 0);
    const worst = worstScenario!.name.split(' + ').map((name) => scenarios.find((scenario) => scenario.name === name)!);
    expect(losses).toBeCloseTo(
      worst.reduce((total, { pnl }) => total + pnl, 0),
      5,
    );
    expect(worstScenario!.loss).toBeCloseTo(-worst.reduce((total, { pnl, weight }) => total + weight * pnl, 0), 5);
  });

  it('has ratios of its own figures', async () => {
    const { efficiency, initialMargin, greeks, equity, standaloneMargin, offsetBenefit, excess } = await result(folder);
    expect(efficiency.notionalToMargin).toBeCloseTo(efficiency.grossNotional / initialMargin, 9);
    expect(efficiency.dailyTheta).toBe(greeks.total.theta);
    expect(efficiency.dailyThetaToMargin).toBeCloseTo(greeks.total.theta / initialMargin, 9);
    expect(efficiency.offsetRatio).toBeCloseTo(offsetBenefit / standaloneMargin, 9);
    expect(efficiency.marginToEquity).toBeCloseTo(initialMargin / equity!, 9);
    expect(excess).toBeCloseTo(equity! - initialMargin, 6);
  });
});

describe('account equity', () => {
  it('is the book’s value plus cash and collateral after haircuts', async () => {
    const { portfolioValue, equity } = await result(BTC);
    // 18 BTC at the index and 250,000 dollars.
    expect(equity).toBeCloseTo(portfolioValue + 18 * 60_245.61 + 250_000, 4);
    const pair = await result(ETH);
    expect(pair.equity).toBeCloseTo(pair.portfolioValue + 40 * 2222.19 * 0.95 + 25_000, 4);
  });

  it('is unknown without an account', async () => {
    const { equity, excess, efficiency } = await result(BTC, { account: null });
    expect([equity, excess, efficiency.marginToEquity]).toEqual([null, null, null]);
  });
});

describe('--fail-above', () => {
  it('says no above the threshold and ok at it', async () => {
    const { initialMargin } = await result(BTC, { limits: null });
    const status = async (failAbove: number) => (await margin(BTC, { limits: null, failAbove })).status;
    expect(await status(initialMargin)).toBe('ok');
    expect(await status(initialMargin * 0.999)).toBe('no');
    expect(await status(initialMargin * 2)).toBe('ok');
    expect((await margin(BTC, { limits: null, failAbove: 0 })).result).not.toBeNull();
  });
});

describe('limits of a margin run', () => {
  it('are told with the present figures', async () => {
    const found = await margin(BTC);
    expect(found.status).toBe('ok');
    const { limits, greeks } = found.result!;
    expect(limits.map(({ limit, scope, binding }) => [limit, scope, binding])).toEqual([
      ['delta', 'BTC', false],
      ['gamma', 'BTC', false],
      ['vega', 'BTC', false],
      ['cost', 'total', false],
    ]);
    expect(limits[0]!.value).toBeCloseTo(greeks.total.delta, 12);
    expect(limits[2]!.max).toBeCloseTo(0.9 * greeks.total.vega, 9);
    expect(limits.every(({ value, before }) => value === before)).toBe(true);
  });

  it('say no when the book breaks one', async () => {
    const limitTexts = ['vega BTC -100..100'];
    const broken = await margin(BTC, { limits: null, limitTexts });
    expect(broken.status).toBe('no');
    expect(broken.result!.limits).toMatchObject([{ limit: 'vega', min: -100, max: 100 }]);
  });

  it('may name what the market has and the book has not', async () => {
    const limitTexts = [
      'delta BNB -1..1',
      'position BNB ..5',
      'turnover ETH ..1',
      'loss "up 3/3: BTC ladder, vol up" ..9e9',
    ];
    const { limits } = await result(ETH, { limits: null, limitTexts });
    expect(limits.map(({ limit, scope, value }) => [limit, scope, limit === 'loss' || value])).toEqual([
      ['delta', 'BNB', 0],
      ['turnover', 'ETH', 0],
      ['loss', 'up 3/3: BTC ladder, vol up', true],
    ]);
  });
});

describe('the reporting currency', () => {
  it('in coin divides every amount by the level and moves no unit', async () => {
    const [dollars, coins] = [await result(BTC), await result(BTC, { currency: 'BTC' })];
    const level = 60_245.61;
    for (const amount of [
      'initialMargin',
      'maintenanceMargin',
      'standaloneMargin',
      'portfolioValue',
      'equity',
      'excess',
    ] as const) {
      expect(coins[amount]! * level).toBeCloseTo(dollars[amount]!, 4);
    }
    expect(coins.currency).toBe('BTC');
    expect(coins.greeks.total.delta).toBeCloseTo(dollars.greeks.total.delta, 9);
    expect(coins.greeks.total.vega * level).toBeCloseTo(dollars.greeks.total.vega, 6);
    expect(coins.worstScenario!.name).toBe(dollars.worstScenario!.name);
    expect(coins.worstScenario!.shocks).toEqual(dollars.worstScenario!.shocks);
    expect(coins.efficiency.notionalToMargin).toBeCloseTo(dollars.efficiency.notionalToMargin!, 9);
    expect(coins.heatMaps[0]!.pnl[0]![0]! * level).toBeCloseTo(dollars.heatMaps[0]!.pnl[0]![0]!, 4);
  });

  it('of a dollar coin without a row is at par, and that is said', async () => {
    const found = await margin(BTC, { currency: 'USDT' });
    expect(found.issues.map(({ code, message }) => [code, message])).toEqual([
      ['RUN_PAR_ASSUMED', 'USDT is counted as one dollar, for the market has no row for it'],
    ]);
    expect(found.result!.initialMargin).toBeCloseTo((await result(BTC)).initialMargin, 9);
  });
});

describe('the as-of time', () => {
  it('is that of the request, else of the market, else of the clock', async () => {
    const asked = await margin(BTC, { asOf: Date.UTC(2026, 6, 1) });
    expect(asked.manifest.asOf).toBe('2026-07-01T00:00:00.000Z');
    expect((await margin(BTC)).manifest.asOf).toBe('2026-06-27T09:26:59.679Z');
    const clocked = await runMargin(aMarginRequest('fixtures/issues/run-clock-used'), anIo());
    expect(clocked.manifest.asOf).toBe('2026-11-22T12:00:00.000Z');
    expect(asked.result!.initialMargin).not.toBeCloseTo((await result(BTC)).initialMargin, 0);
  });

  it('asked for silences the word about the clock', async () => {
    const asked = await runMargin(
      aMarginRequest('fixtures/issues/run-clock-used', { asOf: Date.UTC(2026, 5, 1) }),
      anIo(),
    );
    expect(asked.issues).toEqual([]);
  });
});

describe('parameters', () => {
  it('of a file and of single overrides change the figures and the name of the set', async () => {
    const plain = await result(BTC);
    const calm = await result(BTC, { parameterOverrides: { scanSigmas: 2 } });
    expect(calm.initialMargin).toBeLessThan(plain.initialMargin);
    expect([plain.parameters.id, calm.parameters.id]).toEqual(['scan-2026-11-22', 'scan-2026-11-22+']);
    expect(calm.parameters.values.scanSigmas).toBe(2);
    const named = await result(BTC, { parameterOverrides: { 'dailyVol.BTC': 0.05 } });
    expect(named.parameters.values.dailyVol).toEqual({ BTC: 0.05 });
    // Four standard deviations of a day of 5 per cent, at a third of the way and so on.
    expect(named.heatMaps[0]!.priceMoves.at(-1)).toBeCloseTo(0.2, 12);
  });
});

describe('heat maps', () => {
  it('hold the scenarios of the underlying’s own ladder', async () => {
    const { heatMaps, scenarios } = await result(BTC);
    expect(heatMaps).toHaveLength(1);
    const [map] = heatMaps;
    expect(map!.volatilities).toEqual(['up', 'none', 'down']);
    const pnl = (name: string) => scenarios.find((scenario) => scenario.name === name)!.pnl;
    expect(map!.pnl[0]![6]).toBeCloseTo(pnl('up 3/3: BTC ladder, vol up'), 4);
    expect(map!.pnl[1]![2]).toBeCloseTo(pnl('down 1/3: BTC ladder, vol none'), 4);
    expect(map!.pnl[2]![0]).toBeCloseTo(pnl('down 3/3: BTC ladder, vol down'), 4);
    expect(Math.abs(map!.pnl[1]![3]!)).toBeLessThan(1e-6);
  });

  it('are one per underlying held', async () => {
    const { heatMaps } = await result(ES);
    expect(heatMaps.map(({ underlying }) => underlying)).toEqual(['AAPL', 'ES', 'IWM', 'QQQ', 'SPY']);
    expect((await result(ETH)).heatMaps.map(({ underlying }) => underlying)).toEqual(['BTC', 'ETH']);
  });
});
