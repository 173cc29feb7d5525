import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { OptimizeRequest } from '../../../src/app/request.js';
import { runMargin } from '../../../src/app/run-margin.js';
import { runOptimize } from '../../../src/app/run-optimize.js';
import type { RobustLine } from '../../../src/schema/index.js';
import { aMarginRequest, anIo, anOptimizeRequest, resultOf } from '../a-world.js';

const PAIR = 'fixtures/btc-eth-pair';
const folder = mkdtempSync(join(tmpdir(), 'margo-cases-'));
afterAll(() => rmSync(folder, { recursive: true }));

const matrix = (name: string, rho: number): void =>
  writeFileSync(join(folder, `${name}.csv`), `name,BTC,ETH\nBTC,1,${rho}\nETH,${rho},1\n`);
matrix('high', 0.95);
matrix('low', 0.3);

const optimized = (changes: Partial<OptimizeRequest>, from = PAIR) =>
  runOptimize(anOptimizeRequest(from, changes), anIo());
const robustOf = async (changes: Partial<OptimizeRequest>, from = PAIR): Promise<RobustLine> =>
  resultOf(await optimized(changes, from)).robust!;

describe('--robust correlations DIR', async () => {
  const document = await optimized({ robust: `correlations:${folder}` });
  const { robust, before, after } = resultOf(document);

  it('has a case a matrix of the folder, called after its file', () => {
    expect(robust!.cases.map(({ name, model }) => [name, model])).toEqual([
      ['high', 'scan'],
      ['low', 'scan'],
    ]);
    expect(robust!.rule).toBe('worst');
    const roles = document.manifest.inputs.map(({ role }) => role);
    expect(roles).toEqual(expect.arrayContaining(['robust.high.correlations', 'robust.low.correlations']));
  });

  it('margins each as margo margin does with that matrix', async () => {
    for (const { name, before: told } of robust!.cases) {
      const request = aMarginRequest(PAIR, { correlations: join(folder, `${name}.csv`) });
      expect(told).toBeCloseTo(resultOf(await runMargin(request, anIo())).initialMargin, 6);
    }
  });

  it('asks least of the worst case: no more than the plain hedge does, and no less in the run itself', () => {
    const { plain, after: worst, cases } = robust!;
    expect(worst).toBe(Math.max(...cases.map((one) => one.after!)));
    expect(plain!.worst).toBe(Math.max(...cases.map((one) => one.plain!)));
    expect(plain!.saves).toBeCloseTo(plain!.worst - worst!, 6);
    expect(plain!.saves).toBeGreaterThan(0);
    expect(plain!.costs).toBeGreaterThanOrEqual(-1e-6 * before.initialMargin);
    expect(after!.initialMargin).toBeGreaterThanOrEqual(plain!.initialMargin - plain!.cost);
  });

  it('may be one file', async () => {
    const { cases } = await robustOf({ robust: `correlations:${join(folder, 'low.csv')}` });
    expect(cases.map(({ name }) => name)).toEqual(['low']);
  });

  it('takes the files that a document names, wherever they lie now', async () => {
    const robustFiles = { 'robust.crisis.correlations': join(folder, 'low.csv') };
    const { cases } = await robustOf({ robust: `correlations:${folder}`, robustFiles });
    expect(cases.map(({ name, before: margin }) => [name, margin])).toEqual([['crisis', robust!.cases[1]!.before]]);
  });

  it.each([
    ['correlations:fixtures/issues/rob-no-matrices/empty', 'fixtures/issues/rob-no-matrices/empty'],
    ['correlations', 'correlations'],
  ])('ROB_NO_MATRICES: %s', async (robustText, subject) => {
    const { status, issues } = await optimized({ robust: robustText });
    expect(status).toBe('error');
    const told = issues.filter(({ code }) => code === 'ROB_NO_MATRICES');
    expect(told).toMatchObject([{ severity: 'error', field: '--robust' }]);
    expect(told[0]!.message).toBe(`${subject} has no file of correlations to hedge against`);
  });
});

describe('--robust regimes', () => {
  const ES = 'fixtures/es-and-etfs';

  it('loses less in the stressed regime than the plain hedge, and tells what that costs', async () => {
    const robust = await robustOf({ robust: 'regimes' }, ES);
    const [calm, stressed] = robust.cases;
    expect([calm!.name, stressed!.name]).toEqual(['calm', 'stressed']);
    expect(stressed!.before).toBeGreaterThan(calm!.before);
    // What the hedge is for: a margin in the stressed regime that the plain hedge does not reach, by a tenth at least.
    expect(stressed!.after).toBeLessThan(0.9 * stressed!.plain!);
    expect(robust.plain!.saves).toBeGreaterThan(0.1 * stressed!.plain!);
    expect(robust.plain!.costs).toBeGreaterThan(0);
  }, 60_000);

  it('are as many as asked, each margined with its correlation and volatilities', async () => {
    const { cases } = await robustOf({ robust: 'regimes:3' });
    expect(cases.map(({ name }) => name)).toEqual(['calm', 'middle', 'stressed']);
    const margins = cases.map(({ before }) => before);
    expect(margins).toEqual([...margins].sort((a, b) => a - b));
  });

  it('ROB_NO_PRICES: without prices', async () => {
    const { status, issues } = await optimized({ robust: 'regimes', prices: null });
    expect(status).toBe('error');
    expect(issues.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['ROB_NO_PRICES']);
  });

  it.each([
    ['fixtures/issues/reg-too-few-prices/prices.csv', 'the prices have 29 days on which all of BTC, ETH moved'],
    ['fixtures/issues/reg-too-alike/prices.csv', 'the prices of BTC, ETH do not part into 2 regimes'],
  ])('ROB_NO_REGIMES: %s', async (prices, message) => {
    const { status, issues } = await optimized({ robust: 'regimes', prices });
    expect(status).toBe('error');
    const told = issues.filter(({ code }) => code === 'ROB_NO_REGIMES');
    expect(told).toHaveLength(1);
    expect(told[0]!.message).toContain(`there are no 2 regimes to hedge against: ${message}`);
  });

  it('ROB_NO_REGIMES: of a model that looks at no correlation', async () => {
    const changes = { robust: 'regimes', model: 'deribit-pme', correlations: null };
    const { issues } = await optimized(changes, 'fixtures/btc-short-strangle');
    expect(issues.find(({ code }) => code === 'ROB_NO_REGIMES')!.message).toContain('looks at no correlation');
  });

  it('are a whole number', async () => {
    const { issues } = await optimized({ robust: 'regimes:many' });
    expect(issues).toMatchObject([{ code: 'CFG_BAD_VALUE', field: '--robust' }]);
  });
});
