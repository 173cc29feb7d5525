import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/app/outcome.js';
import { runMargin } from '../../../src/app/run-margin.js';
import { runOptimize } from '../../../src/app/run-optimize.js';
import type { OptimizeResult } from '../../../src/schema/index.js';
import { aMarginRequest, anIo, anOptimizeRequest, resultOf } from '../a-world.js';

const BTC = 'fixtures/btc-short-strangle';
const few = { candidates: 'BTC-31JUL26-*' };
const folder = mkdtempSync(join(tmpdir(), 'margo-robust-ranges-'));
afterAll(() => rmSync(folder, { recursive: true }));

function rangesFile(name: string, ...rows: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, ['parameter,min,max', ...rows, ''].join('\n'));
  return `parameters:${file}`;
}

describe('a hedge against ranges of parameters', () => {
  let robust: OptimizeResult;
  let plain: OptimizeResult;

  beforeAll(async () => {
    const ranges = rangesFile('two.csv', 'scanSigmas,3,5', 'volUp,0.4,0.7');
    robust = resultOf(await runOptimize(anOptimizeRequest(BTC, { ...few, robust: ranges }), anIo()));
    plain = resultOf(await runOptimize(anOptimizeRequest(BTC, few), anIo()));
  }, 60_000);

  it('has the run, each worse end, the worst set and the corners as cases, each figure once', () => {
    expect(robust.robust!.cases.map(({ name }) => name)).toEqual([
      'base',
      'scanSigmas 5',
      'volUp 0.7',
      'worst set',
      'scanSigmas 3, volUp 0.4',
      'scanSigmas 3, volUp 0.7',
      'scanSigmas 5, volUp 0.4',
    ]);
  });

  it('tells of each case what the margin command says under its figures', async () => {
    const asked = { parameterOverrides: { scanSigmas: 5, volUp: 0.4 } };
    const { initialMargin } = resultOf(await runMargin(aMarginRequest(BTC, asked), anIo()));
    expect(robust.robust!.cases.at(-1)!.before).toBe(initialMargin);
    expect(robust.robust!.cases[0]!.before).toBe(plain.before.initialMargin);
  });

  it('needs no more in the worst case than the plain hedge, and costs no less in the run itself', () => {
    const line = robust.robust!.plain!;
    const sizes = (trades: readonly { instrument: string; side: string; quantity: number }[]) =>
      trades.map(({ instrument, side, quantity }) => `${side} ${quantity.toFixed(6)} ${instrument}`).sort();
    expect(sizes(line.trades)).toEqual(sizes(plain.trades));
    expect(line.initialMargin).toBeCloseTo(plain.after!.initialMargin, 2);
    expect(line.cost).toBeCloseTo(plain.cost!.total, 2);
    expect(line.worst).toBe(Math.max(...robust.robust!.cases.map((one) => one.plain!)));
    expect(line.saves).toBe(line.worst - robust.robust!.after!);
    expect(line.saves + line.cost).toBeGreaterThanOrEqual(robust.cost!.total - 0.01);
    const own = robust.after!.initialMargin + robust.cost!.total;
    expect(line.costs).toBeCloseTo(own - plain.objective!, 2);
    expect(line.costs).toBeGreaterThanOrEqual(-0.01);
  });

  it('looks for the worst set anew for the hedged book', () => {
    const { before, after } = robust.robust!.ranges!;
    expect(before!.margin).toBe(robust.robust!.before);
    expect(after!.margin).toBeGreaterThanOrEqual(robust.robust!.after! - 0.01);
    expect(after!.optimum).toBe('local');
  });
});

describe('ranges that make no cases', () => {
  const refused = async (robust: string, model = 'scan'): Promise<Outcome<OptimizeResult>> =>
    runOptimize(anOptimizeRequest(BTC, { ...few, model, robust }), anIo());

  it.each([
    ['an unknown parameter', 'scan', ['volUpp,0,1'], 'PAR_UNKNOWN'],
    ['an end that is not allowed', 'scan', ['volUp,-1,1'], 'PAR_NOT_ALLOWED'],
    ['no set at all', 'paradex-pm', ['netDeltaRate,0.001,0.002', 'hedgedDeltaRate,1,2'], 'PAR_NO_SET'],
    ['no rows', 'scan', [], 'FILE_NO_ROWS'],
  ])('%s', async (_, model, rows, code) => {
    const { status, result, issues } = await refused(rangesFile('bad.csv', ...rows), model);
    expect([status, result]).toEqual(['error', null]);
    expect(issues.filter(({ severity }) => severity === 'error').map((issue) => issue.code)).toEqual([code]);
  });

  it('no file is a bad value of the flag', async () => {
    const { issues } = await refused('parameters');
    expect(issues.map(({ code, field }) => [code, field])).toEqual([['CFG_BAD_VALUE', '--robust']]);
  });
});
