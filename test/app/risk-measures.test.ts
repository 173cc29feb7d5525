import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCompare } from '../../src/app/run-compare.js';
import { runMargin } from '../../src/app/run-margin.js';
import { runOptimize } from '../../src/app/run-optimize.js';
import { runVerify } from '../../src/app/run-verify.js';
import { runWhatIf } from '../../src/app/run-whatif.js';
import { aCompareRequest, aMarginRequest, anIo, anOptimizeRequest, aWhatIfRequest, resultOf } from './a-world.js';
import { inTemporaryFolder, writeTrades } from './traded-book.js';

const ES = 'fixtures/es-and-etfs';
const GAMMA = 'parametric-var@parametric-var-gamma-2026-11-22';
const FEW = { limits: null, candidates: 'ESH0-32*', account: null };

/** Fewer dates than usual, where which there are does not matter. */
const figuresOf = (model: string) => ({ parameterOverrides: model === 'hist-es' ? { lookback: 300 } : {} });

const optimized = async (model: string, changes = {}) =>
  runOptimize(anOptimizeRequest(ES, { ...FEW, model, ...changes }), anIo());

describe('measures of risk in an optimisation', () => {
  it.each(['hist-es', 'parametric-var', GAMMA])('%s: proven, and what margin says of the book after', async (model) => {
    const document = await optimized(model, figuresOf(model));
    const { before, after, proven, gap, trades, certificate } = resultOf(document);
    expect([proven, gap! <= 1e-7, certificate!.method]).toEqual([true, true, undefined]);
    expect(after!.initialMargin).toBeLessThan(0.9 * before.initialMargin);
    await inTemporaryFolder(async (folder) => {
      const path = writeTrades(folder, trades);
      const request = aWhatIfRequest(ES, { model, trades: path, limits: null, account: null, ...figuresOf(model) });
      const told = resultOf(await runWhatIf(request, anIo()));
      expect(told.before.initialMargin).toBe(before.initialMargin);
      expect(told.after.initialMargin / after!.initialMargin).toBeCloseTo(1, 9);
    });
  });

  it('hist-var: through the expected shortfall, no worse than it, and said', async () => {
    const document = await optimized('hist-var');
    const { before, after, proven, bound, objective, certificate } = resultOf(document);
    expect(certificate!.method).toBe('cover');
    expect([proven, bound! <= objective!]).toEqual([false, true]);
    expect(after!.initialMargin).toBeLessThan(before.initialMargin);
    const said = document.issues.find(({ code }) => code === 'OPT_NOT_CONVEX')!;
    expect(said.message).toContain('of a value at risk, the expected shortfall');
    // The shortfall of the same tail, optimised by itself, has no lower value at risk.
    const shortfall = resultOf(await optimized('hist-es', { parameterOverrides: { confidence: 0.99 } }));
    await inTemporaryFolder(async (folder) => {
      const trades = writeTrades(folder, shortfall.trades);
      const request = aWhatIfRequest(ES, { model: 'hist-var', trades, limits: null, account: null });
      const told = resultOf(await runWhatIf(request, anIo()));
      expect(objective!).toBeLessThanOrEqual(told.after.initialMargin + shortfall.cost!.total + 1e-6);
    });
  });

  it.each(['hist-es', 'hist-var', GAMMA])('%s: the document is verified', async (model) => {
    const request = anOptimizeRequest(ES, { ...FEW, model, candidates: 'ESH0-320*', ...figuresOf(model) });
    const text = JSON.stringify(await runOptimize(request, anIo()));
    await inTemporaryFolder(async (folder) => {
      const document = join(folder, 'document.json');
      writeFileSync(document, text);
      const recreate = () => ({ value: { command: 'optimize' as const, request }, issues: [] });
      const asked = { document, inputs: null, replaced: [], recreate, optionsInEffect: {} };
      const { status, result } = await runVerify(asked, anIo());
      expect(result?.checks.filter(({ ok }) => !ok)).toEqual([]);
      expect(status).toBe('ok');
    });
  });
});

describe('measures of risk in a comparison', () => {
  it('take part where they are named, and only there', async () => {
    const models = ['scan', 'hist-es', 'hist-var', 'parametric-var', GAMMA];
    const named = resultOf(await runCompare(aCompareRequest(ES, { limits: null, models }), anIo()));
    expect(named.models.map(({ name }) => name).sort()).toEqual([...models].sort());
    for (const { name, initialMargin } of named.models) {
      const alone = resultOf(await runMargin(aMarginRequest(ES, { model: name, limits: null }), anIo()));
      expect(initialMargin).toBe(alone.initialMargin);
    }
    const all = resultOf(await runCompare(aCompareRequest(ES, { limits: null, models: ['all'] }), anIo()));
    expect(all.models.map(({ name }) => name).filter((name) => models.includes(name))).toEqual(['scan']);
  });

  it('without a price file are told not to margin the book', async () => {
    const request = aCompareRequest(ES, { limits: null, models: ['scan', 'hist-es'], prices: null });
    const document = await runCompare(request, anIo());
    const left = document.issues.find(({ code }) => code === 'RUN_NOT_COMPARED')!;
    expect(left.message).toContain('hist-es');
    expect(resultOf(document).cheapest).toBe('scan');
  });
});

describe('candidates and the history', () => {
  it('one whose underlying lacks a price on a date of the book cannot be traded, and changes nothing', async () => {
    await inTemporaryFolder(async (folder) => {
      const prices = join(folder, 'prices.csv');
      const days = Array.from({ length: 60 }, (_, t) => new Date(Date.UTC(2019, 10, 1 + t)).toISOString().slice(0, 10));
      const rows = days.map((day, t) => `${day},${100 + (t % 7)},${t === 30 ? '' : 3_000 + 10 * (t % 5)}`);
      writeFileSync(prices, `date,SPY,ES\n${rows.join('\n')}\n`);
      const positions = join(folder, 'positions.csv');
      writeFileSync(positions, 'instrument,quantity,type,underlying,currency\nSPY,100,spot,SPY,USD\n');
      const request = { model: 'hist-es', positions, prices, correlations: null, limits: null, account: null };
      const { candidates, before } = resultOf(await runOptimize(anOptimizeRequest(ES, request), anIo()));
      const reasons = new Set(candidates.excluded.map(({ reason }) => reason));
      expect(reasons).toContain('no price of ES on each date of the history');
      const alone = resultOf(await runMargin(aMarginRequest(ES, request), anIo()));
      expect(before.initialMargin).toBe(alone.initialMargin);
    });
  });
});
