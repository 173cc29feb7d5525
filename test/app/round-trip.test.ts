import { beforeAll, describe, expect, it } from 'vitest';
import { runMargin } from '../../src/app/run-margin.js';
import { runOptimize } from '../../src/app/run-optimize.js';
import { runWhatIf } from '../../src/app/run-whatif.js';
import type { MarginResult } from '../../src/schema/margin-document.js';
import type { OptimizeResult } from '../../src/schema/optimize-document.js';
import type { WhatIfResult } from '../../src/schema/whatif-document.js';
import { aMarginRequest, anIo, anOptimizeRequest, aWhatIfRequest, FIXTURES, resultOf } from './a-world.js';
import { inTemporaryFolder, writeTradedPositions, writeTrades } from './traded-book.js';

/** Relative to the larger. */
function expectSame(a: number, b: number, tolerance = 1e-9): void {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(tolerance * Math.max(1e-6, Math.abs(a), Math.abs(b)));
}

const CASES = [
  ...FIXTURES.map((fixture) => ({ fixture, lots: false, maxTrades: null })),
  { fixture: FIXTURES[0], lots: true, maxTrades: 4 },
];

describe.each(CASES)('the hedge of $fixture, whole lots $lots', ({ fixture, lots, maxTrades }) => {
  const folder = `fixtures/${fixture}`;
  let optimized: OptimizeResult;
  let whatIf: WhatIfResult;
  let fresh: MarginResult;
  let present: MarginResult;

  beforeAll(async () => {
    const pattern = lots ? 'BTC-31JUL26-*' : null;
    const request = anOptimizeRequest(folder, {
      lots,
      maxTrades,
      candidates: pattern,
      relativeGap: 1e-3,
      timeLimit: 30,
    });
    optimized = resultOf(await runOptimize(request, anIo()));
    await inTemporaryFolder(async (temporary) => {
      const positions = writeTradedPositions(temporary, request.positions, optimized.trades);
      const trades = writeTrades(temporary, optimized.trades);
      fresh = resultOf(await runMargin(aMarginRequest(folder, { positions, limits: null }), anIo()));
      whatIf = resultOf(await runWhatIf(aWhatIfRequest(folder, { trades }), anIo()));
    });
    present = resultOf(await runMargin(aMarginRequest(folder, { limits: null }), anIo()));
  });

  it('is a hedge', () => {
    expect(optimized.trades.length).toBeGreaterThan(0);
    expect(optimized.after!.initialMargin).toBeLessThan(0.95 * optimized.before.initialMargin);
    if (maxTrades !== null) expect(optimized.trades.length).toBeLessThanOrEqual(maxTrades);
  });

  it('starts from the margin of the present book', () => {
    expectSame(optimized.before.initialMargin, present.initialMargin);
    expectSame(optimized.before.maintenanceMargin, present.maintenanceMargin);
    expectSame(optimized.before.portfolioValue, present.portfolioValue);
    expectSame(optimized.before.worstScenario!.loss, present.worstScenario!.loss);
  });

  it('ends at the margin of a fresh run on the traded book', () => {
    expectSame(optimized.after!.initialMargin, fresh.initialMargin);
    expectSame(optimized.after!.maintenanceMargin, fresh.maintenanceMargin);
    expectSame(optimized.after!.worstScenario!.loss, fresh.worstScenario!.loss);
    // The traded book's file states no entry prices, so what was lost on the futures' spread is not in its value.
    const futures = optimized.trades.filter(({ instrument }) => /^ES[HMU]0$/.test(instrument));
    const spread = futures.reduce((total, { cost, fee }) => total + cost - fee, 0);
    expectSame(optimized.after!.portfolioValue, fresh.portfolioValue - spread);
    for (const greek of ['delta', 'gamma', 'vega', 'theta', 'rho'] as const) {
      expectSame(optimized.after!.greeks[greek], fresh.greeks.total[greek], 1e-8);
    }
  });

  it('is told by whatif in the same figures', () => {
    expectSame(whatIf.before.initialMargin, optimized.before.initialMargin);
    expectSame(whatIf.after.initialMargin, optimized.after!.initialMargin);
    expectSame(whatIf.after.atHorizon!.initialMargin, optimized.after!.atHorizon!.initialMargin);
    expectSame(whatIf.marginChange, optimized.after!.initialMargin - optimized.before.initialMargin);
    for (const part of ['spread', 'fees', 'total'] as const) expectSame(whatIf.cost[part], optimized.cost![part]);
    expectSame(whatIf.cash, optimized.cash!);
    const byName = new Map(whatIf.trades.map((trade) => [trade.instrument, trade]));
    for (const trade of optimized.trades) {
      const same = byName.get(trade.instrument)!;
      expect(same.side).toBe(trade.side);
      for (const figure of ['quantity', 'price', 'notional', 'cost', 'fee'] as const)
        expectSame(same[figure], trade[figure]);
      expectSame(same.marginSaved, trade.marginSaved, 1e-6);
    }
    const limits = optimized.limits.filter(({ limit }) => limit !== 'trades');
    expect(whatIf.limits.map(({ limit, scope, unit }) => [limit, scope, unit]).sort()).toEqual(
      limits.map(({ limit, scope, unit }) => [limit, scope, unit]).sort(),
    );
    for (const line of limits) {
      const same = whatIf.limits.find(({ limit, scope }) => limit === line.limit && scope === line.scope)!;
      expectSame(same.value, line.value, 1e-8);
      expectSame(same.before, line.before, 1e-8);
    }
  });

  it('adds up: objective, cost, bound and gap', () => {
    const { objective, cost, bound, gap, marginWeight, after, trades, proven } = optimized;
    expectSame(objective!, marginWeight * after!.initialMargin + cost!.total);
    expectSame(cost!.total, cost!.spread + cost!.depth + cost!.fees);
    expectSame(
      trades.reduce((total, trade) => total + trade.cost, 0),
      cost!.total,
    );
    expectSame(
      trades.reduce((total, trade) => total + trade.fee, 0),
      cost!.fees,
      1e-8,
    );
    expect(bound!).toBeLessThanOrEqual(objective! * (1 + 1e-9));
    expectSame(gap!, Math.max(0, objective! - bound!) / Math.max(1, Math.abs(objective!)), 1e-6);
    expect(gap!).toBeLessThanOrEqual(lots ? 1e-3 * (1 + 1e-9) : 1e-6);
    expect(proven).toBe(true);
    const { certificate } = optimized;
    expect(certificate!.kind).toBe(lots ? 'integer' : 'linear');
    expect(certificate!.worstRowViolation).toBeLessThanOrEqual(1e-6);
    if (lots) expect(certificate!.lpBound!).toBeLessThanOrEqual(objective!);
  });

  it('has a value and cash that fall by the cost, where marks lie within the quotes', () => {
    const lost = optimized.before.portfolioValue - optimized.after!.portfolioValue - optimized.cash!;
    // A mark outside its quote is held at the nearer side for the cost, and not for the value.
    expect(Math.abs(lost - optimized.cost!.total)).toBeLessThanOrEqual(0.01 * optimized.cost!.total);
  });
});
