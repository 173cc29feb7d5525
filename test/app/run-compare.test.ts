import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CompareRequest } from '../../src/app/request.js';
import { runCompare } from '../../src/app/run-compare.js';
import { runMargin } from '../../src/app/run-margin.js';
import { MARGIN_MODELS } from '../../src/margin/index.js';
import { aCompareRequest, aMarginRequest, anIo, ROOT, resultOf } from './a-world.js';
import { inTemporaryFolder } from './traded-book.js';

const [BTC, ES, ETH] = ['fixtures/btc-short-strangle', 'fixtures/es-and-etfs', 'fixtures/btc-eth-pair'] as const;
const IDS = MARGIN_MODELS.filter(({ kind }) => kind === 'rule book').map(({ id }) => id);
/** The rule books that margin coins. */
const OF_COINS = IDS.filter((id) => !['tims', 'span'].includes(id));

const compare = (folder: string, models: readonly string[] = [], changes: Partial<CompareRequest> = {}) =>
  runCompare(aCompareRequest(folder, { limits: null, models, ...changes }), anIo());

const compared = async (...asked: Parameters<typeof compare>) => resultOf(await compare(...asked));

describe.each([BTC, ETH])('runCompare on %s', (folder) => {
  it('tells for every model what margo margin does', async () => {
    const { models, equity, portfolioValue } = await compared(folder, OF_COINS);
    expect(models.map(({ name }) => name).sort()).toEqual([...OF_COINS].sort());
    for (const found of models) {
      const alone = resultOf(await runMargin(aMarginRequest(folder, { model: found.name, limits: null }), anIo()));
      expect(found).toMatchObject({
        initialMargin: alone.initialMargin,
        maintenanceMargin: alone.maintenanceMargin,
        excess: alone.excess,
        worstScenario: alone.worstScenario,
        breakdown: alone.breakdown,
        confidence: alone.confidence,
      });
      expect(found.standaloneMargin).toBeCloseTo(alone.standaloneMargin, 6);
      expect(found.offsetBenefit).toBeCloseTo(alone.offsetBenefit, 6);
      expect([equity, portfolioValue]).toEqual([alone.equity, alone.portfolioValue]);
    }
  });

  it('ranks by initial margin and measures from the lowest', async () => {
    const { models, cheapest } = await compared(folder, OF_COINS);
    const margins = models.map(({ initialMargin }) => initialMargin!);
    expect(margins).toEqual([...margins].sort((a, b) => a - b));
    expect(models.map(({ rank }) => rank)).toEqual(OF_COINS.map((_, i) => i + 1));
    expect(cheapest).toBe(models[0]!.name);
    for (const { initialMargin, aboveCheapest, aboveCheapestRatio } of models) {
      expect(aboveCheapest).toBe(initialMargin! - margins[0]!);
      expect(aboveCheapestRatio).toBeCloseTo(initialMargin! / margins[0]! - 1, 9);
    }
  });

  it('breaks every margin into parts that add up, and lists every position alone', async () => {
    const { models, positions } = await compared(folder, OF_COINS);
    models.forEach((model, m) => {
      const parts = model.parts.reduce((total, { amount }) => total + amount, 0);
      expect(parts).toBeCloseTo(model.initialMargin!, 5);
      const alone = positions.reduce((total, { standaloneMargins }) => total + standaloneMargins[m]!, 0);
      expect(alone).toBeCloseTo(model.standaloneMargin!, 5);
    });
  });
});

describe('runCompare', () => {
  it('is in one currency: coins are dollars over the index', async () => {
    const [dollars, coins] = [await compared(BTC), await compared(BTC, [], { currency: 'BTC' })];
    expect(coins.currency).toBe('BTC');
    coins.models.forEach(({ name, initialMargin, maintenanceMargin }, i) => {
      // The BTC index in the market file.
      expect(initialMargin! * 60_245.61).toBeCloseTo(dollars.models[i]!.initialMargin!, 4);
      expect(maintenanceMargin! * 60_245.61).toBeCloseTo(dollars.models[i]!.maintenanceMargin!, 4);
      expect(name).toBe(dollars.models[i]!.name);
    });
  });

  it('lists positions as the file does', async () => {
    const { positions } = await compared(BTC, ['scan']);
    const rows = readFileSync(join(ROOT, BTC, 'positions.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    expect(positions.map(({ instrument }) => instrument)).toEqual(rows.map((row) => row.split(',')[0]));
  });

  it('takes parameter sets by name, each rule book once, and gives equal margins one rank', async () => {
    const grvt = 'pm1@pm1-grvt';
    const named = `pm1@${MARGIN_MODELS.find(({ id }) => id === 'pm1')!.parameterSets[0]!.id}`;
    const { models } = await compared(BTC, ['pm1', named, grvt, 'pm1']);
    expect(models.map(({ name }) => name).sort()).toEqual(['pm1', named, grvt].sort());
    const of = (name: string) => models.find((model) => model.name === name)!;
    expect(of(grvt).parameters.id).toBe('pm1-grvt');
    expect(of(named).rank).toBe(of('pm1').rank);
    expect(of(named).initialMargin).toBe(of('pm1').initialMargin);
    expect(of(grvt).model).toBe('pm1');
  });

  it('knows the word all', async () => {
    const names = (await compared(BTC, ['okx-pm', 'all'])).models.map(({ name }) => name);
    expect(names.sort()).toEqual([...IDS].sort());
  });

  it('of an empty book is nothing under every rule book, told once', async () => {
    const document = await compare('fixtures/issues/run-empty-book', [], { market: `${BTC}/market.csv` });
    const { models, positions } = resultOf(document);
    expect(
      models.map(({ initialMargin, rank, aboveCheapestRatio }) => [initialMargin, rank, aboveCheapestRatio]),
    ).toEqual(IDS.map(() => [0, 1, null]));
    expect(positions).toEqual([]);
    expect(document.issues.filter(({ code }) => code === 'RUN_EMPTY_BOOK')).toHaveLength(1);
  });

  it('values at one instant, told once, where the market has none', async () => {
    const document = await compare('fixtures/issues/run-clock-used', ['scan', 'okx-pm'], {
      positions: `${BTC}/positions.csv`,
    });
    expect(document.issues.filter(({ code }) => code === 'RUN_CLOCK_USED')).toHaveLength(1);
  });

  it('says which contracts are margined as another', async () => {
    const { models } = await compared(BTC, ['derive-pm2', 'okx-pm']);
    const restated = (name: string) => models.find((model) => model.name === name)!.restated;
    expect(restated('okx-pm')).toEqual([]);
    expect(restated('derive-pm2').map(({ instrument }) => instrument)).toContain('BTC-PERPETUAL');
  });

  it('does not speak of unused correlations while a rule book uses them', async () => {
    const codes = async (models: readonly string[]) => (await compare(ETH, models)).issues.map(({ code }) => code);
    expect(await codes(['scan', 'okx-pm'])).not.toContain('RUN_CORRELATIONS_UNUSED');
    expect(await codes(['okx-pm'])).toContain('RUN_CORRELATIONS_UNUSED');
  });
});

describe('a rule book that cannot margin a book', () => {
  it('is named with its reasons, last, without rank or margin', async () => {
    const document = await compare(ES, ['derive-pm2', 'scan']);
    const { models, cheapest, positions } = resultOf(document);
    expect(document.status).toBe('ok');
    expect(cheapest).toBe('scan');
    expect(models.map(({ name, rank }) => [name, rank])).toEqual([
      ['scan', 1],
      ['derive-pm2', null],
    ]);
    const [, left] = models;
    expect(left).toMatchObject({ initialMargin: null, maintenanceMargin: null, aboveCheapest: null, breakdown: null });
    expect(left!.refused).toContainEqual({
      instrument: 'ESH0-3050-P',
      reason: expect.stringContaining('American'),
    });
    const line = positions.find(({ instrument }) => instrument === 'ESH0-3050-P')!;
    expect(line.standaloneMargins).toEqual([expect.any(Number), null]);
    expect(document.issues).toMatchObject([
      { code: 'RUN_NOT_COMPARED', severity: 'warning', message: expect.stringContaining('derive-pm2 cannot margin') },
    ]);
  });

  it('says of a rule book that takes none of the positions why it does not', async () => {
    const document = await runCompare(aCompareRequest(BTC, { limits: null, models: ['scan', 'tims'] }), anIo());
    const left = resultOf(document).models[1]!;
    expect([left.name, left.rank, left.partialMargin, left.refused.length]).toEqual(['tims', null, null, 16]);
    expect(document.issues.find(({ code }) => code === 'RUN_NOT_COMPARED')?.message).toBe(
      'tims cannot margin the whole book and is not ranked: each of 16 positions is settled in a coin, and the account holds securities',
    );
  });

  it('tells what the positions it can margin need alone', async () => {
    await inTemporaryFolder(async (folder) => {
      const rows = readFileSync(join(ROOT, BTC, 'positions.csv'), 'utf8').trimEnd();
      const positions = join(folder, 'positions.csv');
      // Derive lists no dated futures.
      writeFileSync(positions, `${rows}\nBTC-3JUL26,-1000${','.repeat(rows.split('\n')[0]!.split(',').length - 2)}\n`);
      const { models } = await compared(BTC, ['scan', 'derive-pm2'], { positions });
      const rest = resultOf(await runMargin(aMarginRequest(BTC, { model: 'derive-pm2', limits: null }), anIo()));
      expect(models[1]).toMatchObject({
        name: 'derive-pm2',
        refused: [{ instrument: 'BTC-3JUL26', reason: expect.stringContaining('dated future') }],
        partialMargin: {
          initialMargin: rest.initialMargin,
          maintenanceMargin: rest.maintenanceMargin,
          positions: rest.positions.length,
        },
      });
    });
  });

  it('refuses the run when none can, with every reason', async () => {
    const document = await compare(ES, ['okx-pm', 'derive-pm2']);
    expect(document).toMatchObject({ status: 'error', result: null });
    const errors = document.issues.filter(({ severity }) => severity === 'error');
    expect(errors.every(({ code }) => code === 'RUN_MODEL_REFUSES')).toBe(true);
    for (const id of ['okx-pm', 'derive-pm2']) {
      expect(errors.filter(({ message }) => message.startsWith(`${id} cannot margin`)).length).toBeGreaterThan(0);
    }
  });
});

describe('what refuses a comparison', () => {
  it('is a model or a parameter set that nobody knows', async () => {
    const { status, issues } = await compare(BTC, ['scam', 'pm1@pm1-grvd', 'scan']);
    expect(status).toBe('error');
    expect(issues).toMatchObject([
      { code: 'CFG_UNKNOWN_MODEL', field: '--models', value: 'scam', hint: 'did you mean scan?' },
      { code: 'CFG_UNKNOWN_PARAMETER_SET', field: '--models', hint: 'did you mean pm1-grvt?' },
    ]);
  });

  it.each([
    ['an unknown currency', { currency: 'XYZ' }, 'CFG_UNKNOWN_CURRENCY'],
    ['an expired position', { asOf: Date.UTC(2026, 7, 1) }, 'RUN_EXPIRED'],
    ['a file that is not there', { positions: 'none.csv' }, 'FILE_NOT_FOUND'],
    ['an asset without a price', { account: 'fixtures/issues/run-unknown-asset/account.json' }, 'RUN_UNKNOWN_ASSET'],
    ['a scope that nothing has', { limitTexts: ['delta DOGE ..2'] }, 'LMT_UNKNOWN_SCOPE'],
  ])('is %s, told once', async (_, changes, code) => {
    const { status, result, issues } = await compare(BTC, ['scan', 'okx-pm'], changes);
    expect([status, result]).toEqual(['error', null]);
    const told = issues.filter((issue) => issue.code === code).map((issue) => JSON.stringify(issue));
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told).size).toBe(told.length);
  });
});

describe('single figures', () => {
  it('hold for the rule books that have them: RUN_FIGURE_OF_SOME', async () => {
    const overrides = { parameterOverrides: { scanSigmas: 8 } };
    const [plain, changed] = [
      await compared(BTC, ['scan', 'okx-pm']),
      await compare(BTC, ['scan', 'okx-pm'], overrides),
    ];
    const id = (models: typeof plain.models, name: string) => models.find((model) => model.name === name)!;
    const after = resultOf(changed).models;
    expect(id(after, 'scan').parameters.id).toBe(`${id(plain.models, 'scan').parameters.id}+`);
    expect(id(after, 'scan').initialMargin).toBeGreaterThan(id(plain.models, 'scan').initialMargin!);
    expect(id(after, 'okx-pm')).toMatchObject({
      parameters: id(plain.models, 'okx-pm').parameters,
      initialMargin: id(plain.models, 'okx-pm').initialMargin,
    });
    expect(changed.issues).toMatchObject([
      {
        code: 'RUN_FIGURE_OF_SOME',
        severity: 'info',
        message: 'model.scanSigmas holds for scan; okx-pm has no such figure',
      },
    ]);
  });

  it('say nothing when every rule book has them', async () => {
    const { issues } = await compare(BTC, ['scan'], { parameterOverrides: { 'dailyVol.BTC': 0.05 } });
    expect(issues).toEqual([]);
  });

  it('are refused where none has them: CFG_FIGURE_OF_NONE', async () => {
    const { status, issues } = await compare(BTC, ['scan', 'okx-pm'], { parameterOverrides: { scanSigma: 8 } });
    expect(status).toBe('error');
    expect(issues).toMatchObject([
      {
        code: 'CFG_FIGURE_OF_NONE',
        field: 'model.scanSigma',
        message: "none of the models compared has a figure 'scanSigma'",
        hint: 'did you mean scanSigmas?',
      },
    ]);
  });
});

describe('thresholds and limits', () => {
  const two = ['scan', 'okx-pm'];

  it('are asked of the cheapest', async () => {
    const { models } = await compared(BTC, two);
    const [low, high] = models.map(({ initialMargin }) => initialMargin!) as [number, number];
    const status = async (changes: Partial<CompareRequest>) => (await compare(BTC, two, changes)).status;
    expect(await status({ failAbove: (low + high) / 2 })).toBe('ok');
    expect(await status({ failAbove: low - 1 })).toBe('no');
    expect(await status({ limitTexts: [`margin total ..${(low + high) / 2}`] })).toBe('ok');
    expect(await status({ limitTexts: [`margin total ..${low - 1}`] })).toBe('no');
  });

  it('are measured by each rule book', async () => {
    const { models } = await compared(BTC, two, { limitTexts: ['margin total ..1000000'] });
    for (const { limits, initialMargin } of models) {
      expect(limits).toMatchObject([{ limit: 'margin', value: initialMargin, max: 1_000_000 }]);
    }
  });

  it('may name a scenario that some know, not one that none knows', async () => {
    const scenario = (await compared(BTC, ['scan'])).models[0]!.worstScenario!.name;
    const { status, result } = await compare(BTC, two, { limitTexts: [`loss '${scenario}' ..9e9`] });
    expect(status).toBe('ok');
    expect(result!.models.map(({ limits }) => limits.length)).toEqual([1, 0]);
    const { issues } = await compare(BTC, two, { limitTexts: ['loss nowhere ..9e9'] });
    expect(issues).toMatchObject([{ code: 'LMT_UNKNOWN_SCENARIO' }]);
  });
});
