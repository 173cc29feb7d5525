import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ManifestBuilder } from '../../../src/app/manifest.js';
import { prepareHedge } from '../../../src/app/prepare-hedge.js';
import type { OptimizeRequest } from '../../../src/app/request.js';
import { runOptimize } from '../../../src/app/run-optimize.js';
import { runWhatIf } from '../../../src/app/run-whatif.js';
import { evaluate } from '../../../src/formula/index.js';
import { render } from '../../../src/render/index.js';
import type { Envelope, OptimizeResult } from '../../../src/schema/index.js';
import { anIo, anOptimizeRequest, aWhatIfRequest, ROOT, resultOf } from '../a-world.js';

const BTC = 'fixtures/btc-short-strangle';
const few = { candidates: 'BTC-31JUL26-*' };
const folder = mkdtempSync(join(tmpdir(), 'margo-robust-'));
afterAll(() => rmSync(folder, { recursive: true }));

function optimized(changes: Partial<OptimizeRequest>): Promise<Envelope<OptimizeResult>> {
  return runOptimize(anOptimizeRequest(BTC, { ...few, ...changes }), anIo());
}

async function hedged(changes: Partial<OptimizeRequest>): Promise<OptimizeResult> {
  return resultOf(await optimized(changes));
}

/** A file of cases; market and the like may be named from the repository's root. */
function cases(list: readonly object[], rule = 'worst'): string {
  const path = join(folder, `${rule}-${Math.random().toString(36).slice(2)}.json`);
  writeFileSync(path, JSON.stringify({ rule, cases: list }));
  return path;
}

/** What a rule book asks of the book after the trades of a document, by `margo whatif` with that rule book alone. */
async function priced(document: Envelope<OptimizeResult>, changes: Partial<OptimizeRequest>): Promise<number> {
  const trades = join(folder, 'trades.csv');
  writeFileSync(trades, await render(document, { format: 'csv', width: 80, color: false }));
  const { model = 'scan', parameterOverrides = {}, market = `${BTC}/market.csv` } = changes;
  return resultOf(await runWhatIf(aWhatIfRequest(BTC, { trades, model, parameterOverrides, market }), anIo())).after
    .initialMargin;
}

describe('the worst of two rule books', () => {
  const both = { robust: 'scan,deribit-pme' };

  it('needs no more than what either alone finds, priced by both', async () => {
    const { robust, objective, bound } = await hedged(both);
    for (const model of ['scan', 'deribit-pme']) {
      const alone = await optimized({ model });
      const margins = [await priced(alone, { model: 'scan' }), await priced(alone, { model: 'deribit-pme' })];
      const { cost } = resultOf(alone);
      expect(objective).toBeLessThanOrEqual(Math.max(...margins) + cost!.total + 1e-6 * objective!);
      expect(robust!.after).toBeLessThan(Math.max(...margins));
    }
    expect(bound).toBeLessThanOrEqual(objective! * (1 + 1e-9));
  });

  it('tells what each needs, as that rule book says on its own, and which of them binds', async () => {
    const document = await optimized(both);
    const { robust, before, after, objective, cost } = resultOf(document);
    for (const one of robust!.cases) {
      const margin = await priced(document, { model: one.model });
      expect(Math.abs(one.after! - margin)).toBeLessThan(1e-9 * margin);
    }
    const highest = Math.max(...robust!.cases.map((one) => one.after!));
    expect(robust!.after).toBe(highest);
    expect(robust!.cases.map(({ binding }) => binding)).toEqual(
      robust!.cases.map((one) => highest - one.after! <= 1e-6 * highest),
    );
    expect(objective).toBeCloseTo(highest + cost!.total, 6);
    // The summaries stay those of the run's own rule book.
    expect([before.initialMargin, after!.initialMargin]).toEqual([robust!.cases[0]!.before, robust!.cases[0]!.after]);
  });

  it('may be over a horizon, and in whole lots with a second aim', async () => {
    const changes = { ...both, horizonDays: 30, horizonRule: 'average', lots: true, relativeGap: 0.02 } as const;
    const { robust, before, secondAim } = await hedged({ ...changes, secondAim: { aim: 'trades', within: 0.05 } });
    expect(robust!.cases[0]!.before).toBe(before.horizonMargin);
    const alone = await hedged({ model: 'deribit-pme', horizonDays: 30, horizonRule: 'average', maxTrades: 0 });
    expect(robust!.cases[1]!.before).toBe(alone.before.horizonMargin);
    expect(secondAim!.valueAfter).toBeLessThanOrEqual(secondAim!.valueBefore);
    expect(secondAim!.objectiveAfter).toBeLessThanOrEqual(secondAim!.objectiveBefore * 1.05 * (1 + 1e-12));
  }, 60_000);

  it('is the least of every book in whole lots', async () => {
    const names = ['BTC-31JUL26-57000-P', 'BTC-31JUL26-61000-C', 'BTC-31JUL26-64000-C'];
    const file = join(folder, 'names.txt');
    writeFileSync(file, names.join('\n'));
    const changes = { ...both, candidates: file, limits: null, lots: true, relativeGap: 0 };
    const { objective } = await hedged(changes);
    const request = anOptimizeRequest(BTC, changes);
    const { hedge } = await prepareHedge(request, anIo(), new ManifestBuilder(request, anIo()));
    const { candidates, robust } = hedge!.search;
    // A few lots are on display, so every book can be looked at: each is priced by the two rule books, one by one.
    const book = hedge!.run.quantities.slice();
    let [least, books] = [Infinity, 0];
    const visit = (k: number, cost: number): void => {
      const candidate = candidates[k];
      if (candidate === undefined) {
        books += 1;
        const margins = robust!.cases.map(({ run }) => evaluate(run.requirement.initial, book));
        least = Math.min(least, Math.max(...margins) + cost);
        return;
      }
      const held = book[candidate.line]!;
      for (const [levels, sign] of [
        [candidate.asks, 1],
        [candidate.bids, -1],
      ] as const) {
        const lots = Math.round((levels[0]?.size ?? 0) / 0.1);
        for (let n = sign > 0 ? 0 : 1; n <= lots; n++) {
          book[candidate.line] = held + sign * n * 0.1;
          const { unitSpread = 0, unitFee = 0 } = levels[0] ?? {};
          visit(k + 1, cost + n * 0.1 * (unitSpread + unitFee));
        }
      }
      book[candidate.line] = held;
    };
    visit(0, 0);
    expect(candidates).toHaveLength(3);
    expect(books).toBeGreaterThan(1000);
    expect(Math.abs(objective! - least)).toBeLessThan(1e-7 * least);
  }, 60_000);
});

describe('a weighted sum', () => {
  it('is the sum of the margins by weight, each as that rule book says on its own', async () => {
    const list = [
      { name: 'a', weight: 0.25 },
      { name: 'b', model: 'pm1', weight: 2 },
    ];
    const document = await optimized({ robust: cases(list, 'weighted') });
    const { robust, objective, cost } = resultOf(document);
    const sum = 0.25 * (await priced(document, { model: 'scan' })) + 2 * (await priced(document, { model: 'pm1' }));
    expect(Math.abs(robust!.after! - sum)).toBeLessThan(1e-9 * sum);
    expect(objective).toBeCloseTo(sum + cost!.total, 6);
    expect(robust!.cases.map(({ weight, binding }) => [weight, binding])).toEqual([
      [0.25, true],
      [2, true],
    ]);
  });

  it('is no more than the same sum of what either alone finds', async () => {
    const { objective } = await hedged({ robust: cases([{}, { model: 'pm1' }], 'weighted') });
    for (const model of ['scan', 'pm1']) {
      const alone = await optimized({ model });
      const sum = (await priced(alone, { model: 'scan' })) + (await priced(alone, { model: 'pm1' }));
      expect(objective).toBeLessThanOrEqual(sum + resultOf(alone).cost!.total + 1e-6 * sum);
    }
  });
});

describe('a single case', () => {
  it.each([
    ['scan', 'scan'],
    ['derive-srm', 'derive-srm'],
    ['deribit-pme', 'deribit-pme'],
  ])('%s is the plain optimisation, byte for byte, but for the added field', async (model, robust) => {
    const [plain, one] = [await optimized({ model }), await optimized({ model, robust })];
    const { robust: added, ...rest } = resultOf(one);
    expect(JSON.stringify(rest)).toBe(JSON.stringify(resultOf(plain)));
    expect(one.issues).toEqual(plain.issues);
    expect(added!.cases).toHaveLength(1);
  });

  it('has the figures of the run: its own parameters go before them', async () => {
    const parameterOverrides = { scanSigmas: 4 };
    const { robust, before } = await hedged({
      parameterOverrides,
      robust: cases([{ name: 'as it is' }, { name: 'wider', set: { scanSigmas: 5 } }]),
    });
    const wide = await hedged({ parameterOverrides: { scanSigmas: 5 }, maxTrades: 0 });
    expect(robust!.cases.map((one) => one.before)).toEqual([before.initialMargin, wide.before.initialMargin]);
  });
});

describe('several markets', () => {
  const market = () => join(folder, 'other.csv');
  const rows = (): string[] =>
    readFileSync(join(ROOT, BTC, 'market.csv'), 'utf8')
      .trimEnd()
      .split('\n');

  it('takes no candidate that another market does not list, and says which', async () => {
    const all = rows();
    writeFileSync(market(), all.filter((row) => !row.includes('BTC-31JUL26-56000-P')).join('\n'));
    const list = [{ name: 'here' }, { name: 'there', market: market() }];
    const { trades, candidates, robust } = await hedged({ robust: cases(list) });
    const left = candidates.excluded.filter(({ instrument }) => instrument === 'BTC-31JUL26-56000-P');
    expect(left).toEqual([{ instrument: 'BTC-31JUL26-56000-P', reason: 'case there: not in its market' }]);
    expect(trades.map(({ instrument }) => instrument)).not.toContain('BTC-31JUL26-56000-P');
    const plain = await hedged({
      filters: { only: [], exclude: ['BTC-31JUL26-56000-P'], sides: [], noClose: false, onlyClose: false },
    });
    expect(robust!.cases[0]!.before).toBe(plain.before.initialMargin);
  });

  it('refuses a position that a case has no market for, naming the case', async () => {
    const all = rows();
    const held = 'BTC-17JUL26-56000-P';
    writeFileSync(market(), all.filter((row) => !row.includes(held)).join('\n'));
    const { status, issues } = await optimized({ robust: cases([{ name: 'there', market: market() }]) });
    expect(status).toBe('error');
    const [issue] = issues.filter(({ severity }) => severity === 'error');
    expect(issue).toMatchObject({ code: 'RUN_NOT_IN_MARKET' });
    expect(issue!.message).toContain(`case there: ${held}`);
  });

  it('refuses a position that a rule book cannot margin, naming the case', async () => {
    const request = anOptimizeRequest('fixtures/es-and-etfs', { robust: 'scan,deribit-pme' });
    const { status, issues } = await runOptimize(request, anIo());
    expect(status).toBe('error');
    expect(issues.find(({ code }) => code === 'RUN_MODEL_REFUSES')!.message).toMatch(/^case deribit-pme: /);
  });

  it('lists every file a case names among the inputs', async () => {
    writeFileSync(market(), rows().join('\n'));
    const path = cases([
      { name: 'there', market: market(), correlations: join(ROOT, 'fixtures/btc-eth-pair/correlations.csv') },
    ]);
    const { manifest } = await optimized({ robust: path });
    const roles = manifest.inputs.map(({ role }) => role);
    expect(roles).toEqual(expect.arrayContaining(['robust', 'robust.there.market', 'robust.there.correlations']));
  });
});

describe('complaints about cases', () => {
  const codesOf = async (text: string): Promise<string[]> => {
    const path = join(folder, 'bad.json');
    writeFileSync(path, text);
    const { issues, status } = await optimized({ robust: path });
    expect(status).toBe('error');
    return issues.map(({ code }) => code);
  };

  it.each([
    ['ROB_NO_CASES', '{ "rule": "worst" }'],
    ['ROB_NO_CASES', '{ "cases": [] }'],
    ['ROB_BAD_MEMBER', '{ "rule": "best", "cases": [{}] }'],
    ['ROB_BAD_MEMBER', '{ "cases": [{ "weight": -1 }] }'],
    ['ROB_BAD_MEMBER', '{ "cases": [{ "set": 3 }] }'],
    ['ROB_BAD_MEMBER', '{ "cases": [{ "market": "-" }] }'],
    ['ROB_BAD_MEMBER', '{ "cases": ["scan"] }'],
    ['ROB_NAME_TWICE', '{ "cases": [{ "name": "a" }, { "name": "a" }] }'],
    ['ROB_NO_WEIGHT', '{ "rule": "weighted", "cases": [{ "weight": 0 }] }'],
    ['CFG_UNKNOWN_MODEL', '{ "cases": [{ "model": "scam" }] }'],
    ['FILE_NOT_FOUND', '{ "cases": [{ "market": "nowhere.csv" }] }'],
    ['JSON_SYNTAX', '{ "cases": ['],
  ])('%s: %s', async (code, text) => {
    expect(await codesOf(text)).toContain(code);
  });

  it('passes over a member it does not know, with a word and its place', async () => {
    const path = join(folder, 'odd.json');
    writeFileSync(path, '{\n  "cases": [\n    { "modle": "pm1" }\n  ]\n}');
    const { issues, result } = await optimized({ robust: path });
    expect(issues.find(({ code }) => code === 'ROB_UNKNOWN_MEMBER')).toMatchObject({
      line: 3,
      field: 'modle',
      hint: 'did you mean model?',
    });
    expect(result).not.toBeNull();
  });

  it.each([
    ['CFG_BAD_VALUE', ','],
    ['CFG_BAD_VALUE', 'scan,scan'],
    ['CFG_UNKNOWN_MODEL', 'scan,scam'],
    ['CFG_UNKNOWN_PARAMETER_SET', 'scan@never'],
  ])('%s for a list of %s', async (code, robust) => {
    const { issues, status } = await optimized({ robust });
    expect([status, issues.map((issue) => [issue.code, issue.field])]).toEqual(['error', [[code, '--robust']]]);
  });
});

describe('a second search that runs out of time', () => {
  it('leaves a usable answer and says so', async () => {
    const changes = { candidates: null, secondAim: { aim: 'trades', within: 0.01 }, timeLimit: 1 } as const;
    const document = await optimized(changes);
    const { secondAim, objective } = resultOf(document);
    expect(document.status).toBe('stopped');
    if (secondAim!.search === 'stopped') expect(document.issues.map(({ code }) => code)).toContain('OPT_THEN_STOPPED');
    expect(secondAim!.valueAfter).toBeLessThanOrEqual(secondAim!.valueBefore);
    expect(objective).toBeLessThanOrEqual(secondAim!.objectiveBefore * 1.01 * (1 + 1e-12));
  });
});
