import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FrontierRequest } from '../../src/app/request.js';
import { runFrontier } from '../../src/app/run-frontier.js';
import { runOptimize } from '../../src/app/run-optimize.js';
import type { FrontierResult } from '../../src/schema/index.js';
import { anIo, anOptimizeRequest } from './a-world.js';

const BTC = 'fixtures/btc-short-strangle';
const FEW = 'BTC-31JUL26-*';

function aRequest(changes: Partial<FrontierRequest> = {}): FrontierRequest {
  return {
    ...anOptimizeRequest(BTC, { candidates: FEW, limits: null }),
    along: 'cost',
    scope: 'total',
    points: 4,
    ...changes,
  };
}

async function frontierOf(changes: Partial<FrontierRequest> = {}): Promise<FrontierResult> {
  const { result, status, issues } = await runFrontier(aRequest(changes), anIo());
  if (result === null) throw new Error(`${status}: ${issues.map(({ message }) => message).join(', ')}`);
  return result;
}

async function optimized(limitTexts: readonly string[], changes: Partial<FrontierRequest> = {}) {
  const { along: _, scope: __, points: ___, ...request } = aRequest({ limitTexts, ...changes });
  return (await runOptimize(request, anIo())).result!;
}

describe('runFrontier by cost', () => {
  it('starts with the present book and falls, convex, every piece proven', async () => {
    const { points, before, breakpoints, exact, ends } = await frontierOf();
    expect(exact).toBe(true);
    expect(ends.from).toBe(0);
    expect(points[0]).toMatchObject({ bound: 0, margin: before.margin, cost: 0, trades: [] });
    const slopes = breakpoints!.map(({ slope }) => slope);
    expect(slopes.every((slope, i) => slope <= 0 && (i === 0 || slope >= slopes[i - 1]! - 1e-6))).toBe(true);
    for (const { status, gap, used, bound } of points) {
      expect([status, gap! < 1e-6, used! <= bound + 1e-6]).toEqual(['optimal', true, true]);
    }
  });

  it('marks the answer of margo optimize, where the slope passes -1', async () => {
    const { points, optimum } = await frontierOf();
    const { after, cost } = await optimized([]);
    const point = points[optimum!]!;
    expect(point.margin! + point.cost!).toBeCloseTo(after!.initialMargin + cost!.total, 2);
    expect(point.slope!).toBeGreaterThan(-1);
    expect(point.optimum).toBe(true);
  });

  it('has at no point more margin plus cost than a fresh search under that limit on the cost', async () => {
    const { points, optimum } = await frontierOf();
    for (const { bound, margin, cost } of points.slice(0, optimum! + 1)) {
      const { after, cost: spent } = await optimized([`cost total ..${bound}`]);
      expect(margin! + cost!).toBeCloseTo(after!.initialMargin + spent!.total, 1);
    }
  });

  it('keeps a cost limit of the user as its far end', async () => {
    const { ends, points } = await frontierOf({ limitTexts: ['cost total ..500'] });
    expect(ends.to).toBeCloseTo(500, 4);
    expect(points.at(-1)!.cost).toBeLessThanOrEqual(500 + 1e-6);
  });

  it('tells per point that limits cannot be kept with so little', async () => {
    const { result, status } = await runFrontier(aRequest({ limitTexts: ['delta BTC 30..'] }), anIo());
    expect(status).toBe('ok');
    expect(result!.ends.from).toBeGreaterThan(0);
    expect(result!.points[0]).toMatchObject({ bound: 0, status: 'infeasible', margin: null, trades: [] });
    expect(result!.points[1]).toMatchObject({ bound: result!.ends.from, status: 'optimal' });
  });

  it('goes by the weight of --capital-cost where margo optimize stands', async () => {
    const costs = { capitalCost: 0.5, horizonDays: 30 };
    const { points, optimum, marginWeight } = await frontierOf(costs);
    const { objective } = await optimized([], costs);
    const point = points[optimum!]!;
    expect(marginWeight * point.margin! + point.cost!).toBeCloseTo(objective!, 2);
  });
});

describe('runFrontier by vega and by trades', () => {
  it('has the objective of margo optimize, whose answer is the far end', async () => {
    const { points, optimum, exact } = await frontierOf({ along: 'vega', scope: 'BTC' });
    const { objective } = await optimized([]);
    expect(exact).toBe(true);
    expect(optimum).toBe(points.length - 1);
    expect(points.at(-1)!.objective).toBeCloseTo(objective!, 2);
    const middle = points[1]!;
    const limited = await optimized([`vega BTC ${-middle.bound}..${middle.bound}`]);
    expect(middle.objective).toBeCloseTo(limited.objective!, 1);
  });

  it('has a point for every number of trades, each as margo optimize finds it, up to --max-trades', async () => {
    const { points, exact, breakpoints } = await frontierOf({ along: 'trades', points: 9, maxTrades: 2 });
    expect(points.map(({ bound }) => bound)).toEqual([0, 1, 2]);
    expect([exact, breakpoints]).toEqual([false, null]);
    const two = await optimized([], { maxTrades: 2 });
    expect(points[2]!.objective! / two.objective!).toBeCloseTo(1, 3);
    expect(points[2]!.trades.length).toBeLessThanOrEqual(2);
  });
});

describe('runFrontier without an answer', () => {
  it('is infeasible with the conflict where no amount is enough', async () => {
    const { result, status, issues } = await runFrontier(aRequest({ limitTexts: ['vega BTC ..-99999'] }), anIo());
    expect(status).toBe('infeasible');
    expect(result).toMatchObject({ points: [], conflict: { limits: ['vega BTC max'] } });
    expect(issues.map(({ code }) => code)).toContain('OPT_INFEASIBLE');
  });

  it('has the present book when time ran out before anything else', async () => {
    const { result, status, issues } = await runFrontier(aRequest({ timeLimit: 1e-9 }), anIo());
    expect(status).toBe('stopped');
    expect(result!.points).toMatchObject([{ bound: 0, status: 'stopped', trades: [], lowerBound: null, gap: null }]);
    expect(issues.map(({ code }) => code)).toContain('OPT_STOPPED');
  });

  it('says no when there is not even that', async () => {
    const request = aRequest({ timeLimit: 1e-9, limitTexts: ['delta BTC 30..'] });
    const { result, status, issues } = await runFrontier(request, anIo());
    expect([status, result]).toEqual(['no', null]);
    expect(issues.map(({ code }) => code)).toContain('OPT_NOT_IN_TIME');
  });

  it('is refused for a scope that nothing has, and for trades in the small solver', async () => {
    const doge = await runFrontier(aRequest({ along: 'vega', scope: 'DOGE' }), anIo());
    expect([doge.status, doge.issues.map(({ code }) => code)]).toEqual(['error', ['LMT_UNKNOWN_SCOPE']]);
    const js = await runFrontier(aRequest({ along: 'trades', solver: 'js' }), anIo());
    expect([js.status, js.issues.map(({ code }) => code)]).toEqual(['error', ['CFG_JS_INTEGERS']]);
  });

  it('says no and which limits gave way where soft ones had to', async () => {
    const limits = join(mkdtempSync(join(tmpdir(), 'margo-')), 'limits.csv');
    writeFileSync(limits, 'limit,scope,min,max,priority\nvega,BTC,,-99999,1\n');
    const { status, result, issues } = await runFrontier(aRequest({ limits }), anIo());
    expect([status, result!.points.at(-1)!.status]).toEqual(['no', 'optimal']);
    expect(issues.map(({ code }) => code)).toEqual(['OPT_LIMITS_RELAXED']);
  });

  it('claims no breakpoints where the rules look at which lines are held, nor bounds that do not hold', async () => {
    const { exact, breakpoints, points } = await frontierOf({ model: 'derive-srm' });
    expect([exact, breakpoints]).toEqual([false, null]);
    for (const { margin, lowerBound } of points) expect(lowerBound ?? -1).toBeLessThanOrEqual(margin! + 1e-3);
  });
});
