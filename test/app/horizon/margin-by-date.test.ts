import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HorizonRule } from '../../../src/app/horizon/horizon-margin.js';
import { runMargin } from '../../../src/app/run-margin.js';
import { runOptimize } from '../../../src/app/run-optimize.js';
import { runWhatIf } from '../../../src/app/run-whatif.js';
import { MARGIN_MODELS } from '../../../src/margin/index.js';
import type { OptimizeResult } from '../../../src/schema/optimize-document.js';
import { aMarginRequest, anIo, anOptimizeRequest, aWhatIfRequest, ROOT, resultOf } from '../a-world.js';
import { inTemporaryFolder, writeTradedPositions, writeTrades } from '../traded-book.js';

const BTC = 'fixtures/btc-short-strangle';
/** The rule books that margin coins. */
const MODELS = MARGIN_MODELS.filter(({ kind }) => kind === 'rule book')
  .map(({ id }) => id)
  .filter((id) => !['tims', 'span'].includes(id));
/** The range of the present chain, so that a later run does not read another expiry's volatility. */
const SCAN = { 'dailyVol.BTC': 0.02 };

const asked = (model: string, horizonRule: HorizonRule, changes = {}) =>
  anOptimizeRequest(BTC, {
    model,
    limits: null,
    parameterOverrides: model === 'scan' ? SCAN : {},
    keepTexts: ['gamma 20%', 'vega 20%'],
    candidates: 'BTC-*-6?000-P',
    horizonDays: 8,
    horizonRule,
    ...changes,
  });

/** The market some days on: what options were quoted at then is not known, so their own volatility prices them. */
function writeUnquoted(folder: string): string {
  const [header = '', ...rows] = readFileSync(join(ROOT, BTC, 'market.csv'), 'utf8')
    .trimEnd()
    .split('\n');
  const columns = header.split(',');
  const unquoted = rows.map((row) => {
    const cells = row.split(',');
    if (!/-[CP]$/.test(cells[columns.indexOf('instrument')]!)) return row;
    return cells.map((value, i) => (['bid', 'ask', 'mark'].includes(columns[i]!) ? '' : value)).join(',');
  });
  const file = join(folder, 'market.csv');
  writeFileSync(file, `${[header, ...unquoted].join('\n')}\n`);
  return file;
}

/** What a margin run at a date says of the positions after the trades, those that have expired taken out of the file. */
async function marginAt(
  folder: string,
  model: string,
  date: string,
  result: OptimizeResult,
  expired: readonly string[],
) {
  const positions = writeTradedPositions(folder, `${BTC}/positions.csv`, result.trades);
  const rows = readFileSync(positions, 'utf8').trimEnd().split('\n');
  writeFileSync(positions, `${rows.filter((row) => !expired.includes(row.split(',')[0]!)).join('\n')}\n`);
  const request = { model, positions, asOf: Date.parse(date), parameterOverrides: model === 'scan' ? SCAN : {} };
  return resultOf(await runMargin(aMarginRequest(BTC, { ...request, market: writeUnquoted(folder) }), anIo()))
    .initialMargin;
}

describe('margin by date', () => {
  it.each(MODELS)('%s: is what a margin run at that date says, and the average is theirs', async (model) => {
    const result = resultOf(await runOptimize(asked(model, 'average'), anIo()));
    const { byDate = [], horizonMargin = 0, initialMargin } = result.after!;
    expect(byDate.map(({ date }) => date.slice(0, 10))).toEqual([
      '2026-06-27',
      '2026-06-28',
      '2026-07-03',
      '2026-07-05',
    ]);
    expect(byDate[0]!.initialMargin).toBe(initialMargin);
    let average = byDate[0]!.weight * initialMargin;
    await inTemporaryFolder(async (folder) => {
      for (const { date, weight, initialMargin: margin, expired } of byDate.slice(1)) {
        const fresh = await marginAt(folder, model, date, result, expired);
        expect(Math.abs(margin - fresh)).toBeLessThan(1e-6 * fresh);
        average += weight * fresh;
      }
    });
    expect(Math.abs(horizonMargin - average)).toBeLessThan(1e-6 * average);
    expect(byDate.reduce((total, { weight }) => total + weight, 0)).toBeCloseTo(1, 12);
    expect(result.objective).toBeCloseTo(horizonMargin + result.cost!.total, 4);
  });

  it.each(MODELS)(
    '%s: the bound holds for the objective of the rule, and the highest is never below the average',
    async (model) => {
      for (const rule of ['average', 'max'] as const) {
        const { before, after, objective, bound, horizon, status } = await searched(model, rule);
        expect(['ok', 'stopped']).toContain(status);
        expect(horizon).toMatchObject({ rule, days: 8 });
        expect(objective).toBeLessThanOrEqual(before.horizonMargin!);
        if (bound !== null) expect(bound).toBeLessThanOrEqual(objective! + 1e-6 * objective!);
        for (const { byDate = [], horizonMargin } of [before, after!]) {
          const margins = byDate.map(({ initialMargin }) => initialMargin);
          const average = byDate.reduce((total, { weight, initialMargin }) => total + weight * initialMargin, 0);
          expect(average).toBeLessThanOrEqual(Math.max(...margins) * (1 + 1e-12));
          expect(horizonMargin).toBeCloseTo(rule === 'max' ? Math.max(...margins) : average, 5);
        }
      }
    },
  );

  it('is told by whatif, too, of the trades that were found', async () => {
    const found = resultOf(await runOptimize(asked('scan', 'average'), anIo()));
    await inTemporaryFolder(async (folder) => {
      const trades = writeTrades(folder, found.trades);
      const rule = { horizonDays: 8, horizonRule: 'average', parameterOverrides: SCAN } as const;
      const told = resultOf(await runWhatIf(aWhatIfRequest(BTC, { ...rule, trades, limits: null }), anIo()));
      expect(told.horizon).toMatchObject({ rule: 'average', days: 8 });
      expect(told.before.byDate!.map(({ date }) => date.slice(0, 10))).toContain('2026-07-03');
      const [last, foundLast] = [told.after.byDate!.at(-1)!, found.after!.byDate!.at(-1)!];
      expect(last.initialMargin).toBeCloseTo(foundLast.initialMargin, 4);
      const plain = resultOf(await runWhatIf(aWhatIfRequest(BTC, { ...rule, horizonRule: 'now', trades }), anIo()));
      expect([plain.horizon, plain.before.byDate, plain.after.horizonMargin]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    });
  });

  it('saves, of each trade, what the average is the higher for without it', async () => {
    const result = resultOf(await runOptimize(asked('scan', 'average'), anIo()));
    const [trade] = result.trades;
    await inTemporaryFolder(async (folder) => {
      const trades = writeTrades(folder, result.trades.slice(1));
      const rule = { horizonDays: 8, horizonRule: 'average', parameterOverrides: SCAN, limits: null } as const;
      const without = resultOf(await runWhatIf(aWhatIfRequest(BTC, { ...rule, trades }), anIo()));
      const dates = result.after!.byDate!.map(({ date }) => date);
      // The same dates only where the trade left out is not the only one of its expiry.
      expect(without.after.byDate!.map(({ date }) => date)).toEqual(dates);
      const saved = without.after.horizonMargin! - result.after!.horizonMargin!;
      expect(trade!.marginSaved).toBeCloseTo(saved, 4);
      expect(trade!.reasons!.savedAlone).toBeLessThanOrEqual(result.before.horizonMargin!);
    });
  });

  it('is there before the trades where there is no book after them', async () => {
    const limitTexts = ['vega BTC -100..100', 'cost total ..10'];
    const { after, before, horizon } = resultOf(
      await runOptimize(asked('scan', 'max', { keepTexts: [], limitTexts }), anIo()),
    );
    expect(after).toBeNull();
    expect(before.horizonMargin).toBe(Math.max(...before.byDate!.map(({ initialMargin }) => initialMargin)));
    expect(horizon!.rule).toBe('max');
  });
});

describe('both engines', () => {
  it.each(['average', 'max'] as const)('agree on the rule %s', async (rule) => {
    const few = { candidates: 'BTC-31JUL26-6*', keepTexts: ['gamma 20%'] };
    const [highs, js] = await Promise.all(
      (['highs', 'js'] as const).map(async (solver) =>
        resultOf(await runOptimize(asked('scan', rule, { ...few, solver }), anIo())),
      ),
    );
    expect(js!.proven).toBe(true);
    expect(Math.abs(highs!.objective! - js!.objective!)).toBeLessThan(1e-6 * highs!.objective!);
    expect(Math.abs(highs!.bound! - js!.bound!)).toBeLessThan(1e-6 * highs!.objective!);
  });
});

async function searched(model: string, rule: HorizonRule) {
  const document = await runOptimize(asked(model, rule, { timeLimit: 30 }), anIo());
  return { ...resultOf(document), status: document.status };
}
