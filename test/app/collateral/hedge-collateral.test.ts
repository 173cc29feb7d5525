import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ManifestBuilder } from '../../../src/app/manifest.js';
import { prepareHedge } from '../../../src/app/prepare-hedge.js';
import type { OptimizeRequest } from '../../../src/app/request.js';
import { runCollateral } from '../../../src/app/run-collateral.js';
import { runMargin } from '../../../src/app/run-margin.js';
import { runOptimize } from '../../../src/app/run-optimize.js';
import { runVerify } from '../../../src/app/run-verify.js';
import { evaluate } from '../../../src/formula/index.js';
import { render } from '../../../src/render/index.js';
import { aMarginRequest, anIo, anOptimizeRequest, ROOT, resultOf } from '../a-world.js';

const BTC = 'fixtures/btc-short-strangle';
const ASSETS = 'fixtures/collateral/assets.json';
const folder = mkdtempSync(join(tmpdir(), 'margo-hedge-collateral-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function written(text: string): string {
  files += 1;
  const path = join(folder, `${files}.json`);
  writeFileSync(path, text);
  return path;
}

const fileOf = (value: object): string => written(JSON.stringify(value));

/** Cheap dollars up to an amount, then dear ones: all at one venue, without haircuts. */
const twoAssets = (cheap: number, dear = 600_000, rate = 1.6): string =>
  fileOf({
    assets: [
      { asset: 'cheap', price: 1, amount: cheap, fundingCost: 0.02, eligible: { V: 0 } },
      { asset: 'dear', price: 1, amount: dear, fundingCost: `${100 * rate}%`, eligible: { V: 0 } },
    ],
  });

function requestOf(file: string, changes: Partial<OptimizeRequest> = {}): OptimizeRequest {
  const collateral = { file, venue: null };
  return anOptimizeRequest(BTC, { candidates: 'BTC-31JUL26-*', horizonDays: 30, collateral, ...changes });
}

const optimized = (file: string, changes: Partial<OptimizeRequest> = {}) =>
  runOptimize(requestOf(file, changes), anIo());

const codesOf = async (file: string, changes: Partial<OptimizeRequest> = {}) =>
  (await optimized(file, changes)).issues.map(({ code }) => code);

describe('the best hedge where margin costs what is posted for it', () => {
  it('is the best of all books of a few lots', async () => {
    const names = join(folder, 'names.txt');
    writeFileSync(names, 'BTC-31JUL26-61000-C\nBTC-31JUL26-57000-P\nBTC-31JUL26-65000-C\n');
    const cheap = 645_000;
    const request = requestOf(twoAssets(cheap), { candidates: names, lots: true, relativeGap: 0, limits: null });
    const found = resultOf(await runOptimize(request, anIo()));
    const { hedge } = await prepareHedge(request, anIo(), new ManifestBuilder(request, anIo()));
    const { run, search } = hedge!;
    // By hand: dollars at 2 % up to `cheap`, then at 160 %, for 30 days of 365; margins by the rule book alone.
    const funding = (margin: number) =>
      ((0.02 * Math.min(margin, cheap) + 1.6 * Math.max(0, margin - cheap)) * 30) / 365;
    const book = run.quantities.slice();
    let [least, books] = [Infinity, 0];
    const visit = (k: number, cost: number): void => {
      const candidate = search.candidates[k];
      if (candidate === undefined) {
        books += 1;
        least = Math.min(least, funding(evaluate(run.requirement.initial, book)) + cost);
        return;
      }
      const held = book[candidate.line]!;
      visit(k + 1, cost);
      for (const [levels, direction] of [
        [candidate.asks, 1],
        [candidate.bids, -1],
      ] as const) {
        const [level] = levels;
        for (let lots = 1; level !== undefined && lots * 0.1 <= level.size + 1e-9; lots++) {
          book[candidate.line] = held + direction * lots * 0.1;
          visit(k + 1, cost + lots * 0.1 * (level.unitSpread + level.unitFee));
        }
      }
      book[candidate.line] = held;
    };
    visit(0, 0);
    expect(books).toBeGreaterThan(1000);
    expect(found.trades.length).toBeGreaterThan(0);
    expect(found.objective!).toBeCloseTo(least, 5);
    expect(found.collateral!.costAfter!).toBeCloseTo(funding(found.after!.initialMargin), 6);
  });

  it('is the same with either engine, and rebuilt by verify', async () => {
    const file = twoAssets(500_000);
    const document = await optimized(file);
    const { collateral, objective, cost, after, proven } = resultOf(document);
    const other = resultOf(await optimized(file, { solver: 'js' }));
    expect(Math.abs(other.objective! - objective!)).toBeLessThan(1e-6 * objective!);
    expect(objective).toBeCloseTo(collateral!.costAfter! + cost!.total, 6);
    expect(proven).toBe(true);
    expect(collateral!.slopes.map(({ perUnit }) => perUnit)).toEqual([expect.closeTo(0.02, 9), expect.closeTo(1.6, 9)]);
    const counted = collateral!.postingsAfter.reduce((sum, one) => sum + one.counted, 0);
    expect(counted / after!.initialMargin).toBeCloseTo(1, 8);
    const spent = collateral!.postingsAfter.reduce((sum, one) => sum + one.cost, 0);
    expect(spent).toBeCloseTo(collateral!.costAfter!, 3);

    const path = join(folder, 'document.json');
    writeFileSync(path, await render(document, { format: 'json', width: 80, color: false }));
    const request = requestOf(file);
    const asked = { document: path, inputs: null, replaced: [], optionsInEffect: {} };
    const recreate = () => ({ value: { command: 'optimize' as const, request }, issues: [] });
    const verified = resultOf(await runVerify({ ...asked, recreate }, anIo()));
    expect(verified.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(verified.checks.map(({ name }) => name)).toContain('input collateral');
    // Other assets, other figures: the document no longer holds.
    const changed = () => ({ value: { command: 'optimize' as const, request: requestOf(twoAssets(1)) }, issues: [] });
    const failed = resultOf(await runVerify({ ...asked, recreate: changed }, anIo()));
    expect(failed.checks.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['input collateral', 'collateral', 'objective']),
    );
  });

  it('trades less where margin is cheap', async () => {
    const [dear, cheap] = [await optimized(twoAssets(500_000)), await optimized(twoAssets(700_000))];
    expect(resultOf(cheap).after!.initialMargin).toBeGreaterThan(resultOf(dear).after!.initialMargin);
  });

  it('brings the book under what the collateral reaches for, or says that it cannot', async () => {
    const reached = await optimized(twoAssets(500_000, 100_000));
    const { collateral, after, limits } = resultOf(reached);
    expect([reached.status, collateral!.costBefore]).toEqual(['ok', null]);
    expect(after!.initialMargin).toBeLessThanOrEqual(600_000 * (1 + 1e-6));
    expect(limits.at(-1)).toMatchObject({ limit: 'collateral', scope: 'V' });
    expect(limits.at(-1)!.max!).toBeCloseTo(600_000, 3);

    const never = await optimized(twoAssets(1000, 1000));
    expect(never.status).toBe('infeasible');
    expect(resultOf(never)).toMatchObject({
      conflict: { limits: ['collateral V max'] },
      collateral: { costBefore: null, costAfter: null, postingsAfter: [] },
    });
  });
});

describe('the cost of margin', () => {
  it('is what margo collateral says of that requirement beside the others, less what it says without', async () => {
    const collateral = { file: ASSETS, venue: 'Deribit' };
    const { slopes, capacity } = resultOf(await optimized('', { collateral, maxTrades: 0 })).collateral!;
    const { positions: _, failAbove: __, ...common } = aMarginRequest('fixtures/collateral');
    const perYear = async (requirement: number): Promise<number | null> => {
      const rest = { requirements: [`Deribit=${requirement}`], horizonDays: 7, timeLimit: null, relativeGap: 0 };
      const { cost, infeasible } = resultOf(await runCollateral({ ...common, assets: ASSETS, ...rest }, anIo()));
      return infeasible === null ? cost.perYear : null;
    };
    const nothing = (await perYear(0))!;
    for (const share of [0.1, 0.3, 0.45, 0.7, 0.95]) {
      const margin = share * capacity;
      const cost = slopes.reduce(
        (sum, { from, to, perUnit }) => sum + perUnit * Math.max(0, Math.min(margin, to) - from),
        0,
      );
      expect(cost).toBeCloseTo((await perYear(margin))! - nothing, 2);
    }
    expect(slopes.length).toBeGreaterThan(3);
    expect(await perYear(capacity * 1.001)).toBeNull();
  });

  it('takes what others ask for from the documents and books that the file names', async () => {
    const margin = await runMargin(aMarginRequest(BTC), anIo());
    const document = written(await render(margin, { format: 'json', width: 80, color: false }));
    const dollars = { asset: 'USD', amount: 2_000_000, fundingCost: 0.04, eligible: { V: 0, W: 0, X: 0 } };
    const book = { positions: join(ROOT, BTC, 'positions.csv'), market: join(ROOT, BTC, 'market.csv'), model: 'scan' };
    const venues = [{ venue: 'V' }, { venue: 'W', requirement: document }, { venue: 'X', requirement: book }];
    const file = fileOf({ assets: [dollars], venues });
    const run = await optimized(file, { collateral: { file, venue: 'V' }, maxTrades: 0 });
    const { initialMargin } = resultOf(margin);
    expect(resultOf(run).collateral!.capacity).toBeCloseTo(2_000_000 - 2 * initialMargin, 3);
    const roles = run.manifest.inputs.map(({ role }) => role);
    expect(roles).toEqual(expect.arrayContaining(['collateral', 'requirement of W', 'positions of X', 'market of X']));
    // Where the files lie elsewhere now, they are read there.
    const moved = { ...JSON.parse(readFileSync(document, 'utf8')) };
    moved.result.initialMargin = 100_000;
    const robustFiles = { 'requirement of W': fileOf(moved) };
    const again = await optimized(file, { collateral: { file, venue: 'V' }, maxTrades: 0, robustFiles });
    expect(resultOf(again).collateral!.capacity).toBeCloseTo(1_900_000 - initialMargin, 3);
  });
});

describe('what cannot be used', () => {
  const dollars = { asset: 'USD', amount: 900_000, fundingCost: 0.04, eligible: { V: 0 } };

  it('is a file of several venues without the name of one', async () => {
    expect(await codesOf(ASSETS)).toEqual(['COL_WHICH_VENUE']);
    expect(await codesOf(ASSETS, { collateral: { file: ASSETS, venue: 'Deribt' } })).toContain('COL_UNKNOWN_VENUE');
    expect(await codesOf(fileOf({ assets: [{ ...dollars, eligible: {} }] }))).toContain('COL_NO_VENUE');
  });

  it('is too little for the others, a price that nobody knows, and a file with errors', async () => {
    const assets = [{ ...dollars, eligible: { V: 0, W: 0 } }];
    const venues = [{ venue: 'V' }, { venue: 'W', requirement: 1e6 }];
    const file = fileOf({ assets, venues });
    expect(await codesOf(file, { collateral: { file, venue: 'V' } })).toEqual(['COL_SHORT_ELSEWHERE']);
    expect(await codesOf(fileOf({ assets: [{ ...dollars, asset: 'XYZ' }] }))).toEqual(['COL_NO_PRICE']);
    expect(await codesOf(fileOf({ assets: [{ ...dollars, amount: -1 }] }))).toEqual(['FIELD_NEGATIVE']);
  });

  it('is an asset that earns more the more is asked for', async () => {
    const earning = { ...dollars, asset: 'fund', price: 1, fundingCost: -0.05 };
    const assets = [dollars, { ...earning, eligible: { V: { haircut: 0, cap: '50%' } } }];
    expect(await codesOf(fileOf({ assets }))).toEqual(['COL_COST_FALLS']);
  });

  it('warns of lots, which are passed over', async () => {
    expect(await codesOf(fileOf({ assets: [{ ...dollars, lot: 1000 }] }), { maxTrades: 0 })).toContain('COL_ANY_PART');
  });
});
