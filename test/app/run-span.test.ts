import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runFrontier } from '../../src/app/run-frontier.js';
import { runMargin } from '../../src/app/run-margin.js';
import { runOptimize } from '../../src/app/run-optimize.js';
import { runVerify } from '../../src/app/run-verify.js';
import { aMarginRequest, anIo, anOptimizeRequest, resultOf } from './a-world.js';
import { contracts, inTemporaryFolder } from './traded-book.js';

const ES = 'fixtures/es-and-etfs';
const SPAN = { model: 'span@span-cme-es-2019-11-15', limits: null } as const;

/** The futures and options of the fixture: SPAN margins no shares. */
const listed = readFileSync(`${ES}/positions.csv`, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('instrument') || line.startsWith('ES'))
  .join('\n');

/** A row of the positions file with nothing but a name and a quantity: the market has the terms. */
const rowOf = (instrument: string, quantity: number): string =>
  `${instrument},${quantity}${','.repeat(listed.split('\n')[0]!.split(',').length - 2)}`;

async function inBook<Result>(act: (positions: string, folder: string) => Promise<Result>): Promise<Result> {
  return inTemporaryFolder((folder) => {
    const positions = join(folder, 'positions.csv');
    writeFileSync(positions, listed);
    return act(positions, folder);
  });
}

describe('span on the futures of es-and-etfs', () => {
  it('asks for one future what CME asked for on that day', async () => {
    await inTemporaryFolder(async (folder) => {
      const positions = join(folder, 'one.csv');
      writeFileSync(positions, 'instrument,quantity\nESH0,1\n');
      const result = resultOf(await runMargin(aMarginRequest(ES, { ...SPAN, positions }), anIo()));
      // CME: maintenance 6,300, initial 6,930 (from 2019-11-15 to 2020-01-08).
      expect(result.maintenanceMargin).toBeCloseTo(6300, 6);
      expect(result.initialMargin).toBeCloseTo(6930, 6);
      expect(result.positions[0]!.standaloneMargin).toBeCloseTo(6930, 6);
    });
  });

  it('shows what is called once option value is taken off', async () => {
    const result = await inBook(async (positions) =>
      resultOf(await runMargin(aMarginRequest(ES, { ...SPAN, positions }), anIo())),
    );
    const options = result.positions.filter(({ instrument }) => instrument !== 'ESH0');
    const worth = options.reduce((total, { value }) => total + value, 0);
    expect(worth).toBeLessThan(0);
    expect(result.beside).toEqual([
      { name: 'initial margin less option value', amount: expect.closeTo(result.initialMargin - worth, 6) },
    ]);
  });

  it('is lowered by trades that are priced by the rules, without a bound, and verified', async () => {
    await inBook(async (positions, folder) => {
      const request = anOptimizeRequest(ES, { ...SPAN, positions, candidates: 'ESH0-3*50-*' });
      const document = await runOptimize(request, anIo());
      const { before, after, trades, bound, proven } = resultOf(document);
      expect([bound, proven]).toEqual([null, false]);
      expect(document.issues.find(({ code }) => code === 'OPT_NOT_CONVEX')?.message).toContain('near one book only');
      expect(after!.initialMargin).toBeLessThan(0.2 * before.initialMargin);

      const there = join(folder, 'after.csv');
      writeFileSync(there, [listed, ...trades.map((trade) => rowOf(trade.instrument, contracts(trade)))].join('\n'));
      const again = resultOf(await runMargin(aMarginRequest(ES, { ...SPAN, positions: there }), anIo()));
      expect(again.initialMargin).toBeCloseTo(after!.initialMargin, 6);

      const path = join(folder, 'answer.json');
      writeFileSync(path, JSON.stringify(document));
      const recreate = () => ({ value: { command: 'optimize' as const, request }, issues: [] });
      const asked = { document: path, inputs: null, replaced: [], recreate, optionsInEffect: {} };
      expect((await runVerify(asked, anIo())).status).toBe('ok');
    });
  });

  it('is left alone where no trade improves on it', async () => {
    await inTemporaryFolder(async (folder) => {
      const positions = join(folder, 'few.csv');
      writeFileSync(positions, 'instrument,quantity\nESH0,1\n');
      const request = anOptimizeRequest(ES, { ...SPAN, positions, candidates: 'ESU0' });
      const { before, after, objective } = resultOf(await runOptimize(request, anIo()));
      expect(objective).toBeLessThanOrEqual(before.initialMargin);
      expect(after!.initialMargin).toBeLessThanOrEqual(before.initialMargin);
    });
  });

  it('is traced as a frontier without any bound, for the points stand on a formula near the present book', async () => {
    await inTemporaryFolder(async (folder) => {
      const positions = join(folder, 'sold.csv');
      writeFileSync(positions, 'instrument,quantity\nESM0-3490-C,-8\n');
      const request = {
        ...anOptimizeRequest(ES, { ...SPAN, positions, candidates: 'ESM0-34*' }),
        along: 'cost',
        scope: 'total',
        points: 3,
      } as const;
      const document = await runFrontier(request, anIo());
      const { exact, breakpoints, points } = resultOf(document);
      expect([exact, breakpoints]).toEqual([false, null]);
      expect(points.length).toBeGreaterThanOrEqual(3);
      expect(points.at(-1)!.margin).toBeLessThan(points[0]!.margin! / 2);
      expect(points.map(({ lowerBound, gap }) => [lowerBound, gap])).toEqual(points.map(() => [null, null]));
      expect(document.issues.find(({ code }) => code === 'OPT_NOT_CONVEX')?.message).toMatch(
        /a formula near one book only; .* no bound holds for it$/,
      );
    });
  });
});
