import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runAttribute } from '../../src/app/run-attribute.js';
import { runCompare } from '../../src/app/run-compare.js';
import { runMargin } from '../../src/app/run-margin.js';
import { runOptimize } from '../../src/app/run-optimize.js';
import { runVerify } from '../../src/app/run-verify.js';
import { runWhatIf } from '../../src/app/run-whatif.js';
import type { Breakdown } from '../../src/schema/margin-document.js';
import { aMarginRequest, anIo, anOptimizeRequest, aWhatIfRequest, ROOT, resultOf } from './a-world.js';
import { contracts, inTemporaryFolder } from './traded-book.js';

const FOLDER = 'fixtures/simm';
const BOOK = { positions: `${FOLDER}/book.crif`, model: 'simm@simm-2.5' } as const;
const BERMUDAN = { positions: `${FOLDER}/bermudan.crif`, model: 'simm@simm-2.6' } as const;
const OFFERS = `${FOLDER}/offers.crif`;

const HEADER =
  'TradeID,PortfolioID,ProductClass,RiskType,Qualifier,Bucket,Label1,Label2,AmountUSD,PostRegulations,EndDate';

const marginOf = async (changes: Parameters<typeof aMarginRequest>[1]) =>
  resultOf(await runMargin(aMarginRequest(FOLDER, changes), anIo()));

/** A margin of a file of these rows. */
const marginOfRows = (rows: readonly string[], changes: Parameters<typeof aMarginRequest>[1] = {}) =>
  inTemporaryFolder((folder) => {
    const positions = join(folder, 'rows.crif');
    writeFileSync(positions, [HEADER, ...rows].join('\n'));
    return marginOf({ ...BOOK, positions, ...changes });
  });

/** The sum over product classes, by measure, of a tree whose product classes hold one risk class each or are added up. */
function at(tree: Breakdown, ...names: readonly string[]): number {
  const found = names.reduce<Breakdown | undefined>(
    (node, name) => node?.children.find((one) => one.name === name),
    tree,
  );
  return found!.amount;
}

describe('simm of a file', () => {
  it('is what simm-lib has for all sensitivities together', async () => {
    const { initialMargin, maintenanceMargin, breakdown, confidence, positions, worstScenario } = await marginOf(BOOK);
    // simm-lib 2.5, test C478.
    expect(Math.round(initialMargin)).toBe(131_650_297_229);
    expect([maintenanceMargin, breakdown.amount, confidence]).toEqual([initialMargin, initialMargin, 'verified']);
    expect(breakdown.children.map(({ name }) => name)).toEqual(['RatesFX', 'Credit', 'Equity', 'Commodity']);
    expect(breakdown.children.reduce((total, { amount }) => total + amount, 0)).toBeCloseTo(initialMargin, 3);
    // The one product class with one risk class: its measures add up, and buckets stand below them.
    const measures = ['Delta', 'Vega', 'Curvature'].map((name) => at(breakdown, 'Equity', 'Equity', name));
    expect(measures.reduce((total, amount) => total + amount, 0)).toBeCloseTo(at(breakdown, 'Equity'), 3);
    expect(at(breakdown, 'Equity', 'Equity', 'Vega', '12')).toBeGreaterThan(0);
    expect(positions).toHaveLength(24);
    expect(worstScenario).toBeNull();
  });

  it('is that of each side and regime in the report of another program', async () => {
    // Open Source Risk Engine, SIMM 2.6 over ten days, of its Bermudan swaption.
    const collected = await marginOf(BERMUDAN);
    expect(collected.initialMargin).toBeCloseTo(1_086_219.45891, 4);
    expect(collected.breakdown.children.map(({ name, active }) => [name, active])).toEqual([
      ['SIMM ESA', true],
      ['SIMM USPR', true],
    ]);
    expect(at(collected.breakdown, 'SIMM ESA', 'RatesFX', 'InterestRate', 'Curvature')).toBeCloseTo(64_143.548144, 5);
    const posted = await marginOf({ ...BERMUDAN, parameterOverrides: { side: 'post', regulation: 'SEC' } });
    expect(posted.initialMargin).toBeCloseTo(1_022_075.910766, 4);
    expect(posted.breakdown.name).toBe('SIMM');
  });

  it('is the largest of regimes that trades are under, and of each trade alone its own', async () => {
    const rows = ['a,,Equity,Risk_Equity,A,1,,,1e6,SEC,', 'b,,Equity,Risk_Equity,A,1,,,-3e6,CFTC,'];
    const { initialMargin, breakdown, positions } = await marginOfRows(rows, { parameterOverrides: { side: 'post' } });
    // Risk weight 26 of bucket 1, below the threshold of concentration.
    expect(breakdown.children.map(({ name, amount, active }) => [name, amount, active])).toEqual([
      ['SIMM CFTC', 78e6, true],
      ['SIMM SEC', 26e6, false],
    ]);
    expect(initialMargin).toBe(78e6);
    expect(positions.map(({ standaloneMargin }) => standaloneMargin)).toEqual([26e6, 78e6]);
    const both = await marginOfRows(rows, { parameterOverrides: { side: 'post', regulation: 'SEC' } });
    expect(both.initialMargin).toBe(26e6);
  });

  it('is the same of regimes with the same rows, and apart where one of them adds an amount', async () => {
    const row = 'a,,Equity,Risk_Equity,A,1,,,1e6,SEC;CFTC,';
    const amounts = async (...rows: string[]) => {
      const { breakdown, positions } = await marginOfRows(rows, { parameterOverrides: { side: 'post' } });
      const alone = positions.map(({ standaloneMargin }) => standaloneMargin);
      return [breakdown.children.map(({ name, amount, active }) => [name, amount, active]), alone];
    };
    expect(await amounts(row)).toEqual([
      [
        ['SIMM CFTC', 26e6, true],
        ['SIMM SEC', 26e6, true],
      ],
      [26e6],
    ]);
    expect(await amounts(row, 'a,,,Param_AddOnFixedAmount,,,,,500,CFTC,')).toEqual([
      [
        ['SIMM CFTC', 26e6 + 500, true],
        ['SIMM SEC', 26e6, false],
      ],
      [26e6 + 500],
    ]);
  });

  it('takes rows without a trade by their netting set, and add-ons of no trade once', async () => {
    const rows = [
      ',P,Equity,Risk_Equity,A,1,,,1e6,,',
      ',Q,Equity,Risk_Equity,B,1,,,1e6,,',
      ',P,,Param_AddOnFixedAmount,,,,,500,,',
      ',X,,Param_AddOnFixedAmount,,,,,7,,',
    ];
    const { initialMargin, positions, breakdown } = await marginOfRows(rows);
    const together = 26e6 * Math.sqrt(2 * (1 + 0.18));
    expect(initialMargin).toBeCloseTo(together + 507, 3);
    expect(at(breakdown, 'AddOn')).toBe(507);
    expect(positions.map(({ instrument, standaloneMargin }) => [instrument, standaloneMargin])).toEqual([
      ['P', 26e6 + 507],
      ['Q', 26e6 + 7],
    ]);
  });

  it('has the schedule beside it, as of a time that it then has to know', async () => {
    const rows = [
      'a,,Equity,Risk_Equity,A,1,,,1e6,,',
      's,,Rates,Notional,,,,,1e6,,2027-01-01',
      's,,Rates,PV,,,,,10,,2027-01-01',
    ];
    const asOf = Date.UTC(2026, 0, 1);
    const { beside, initialMargin } = await marginOfRows(rows, { asOf });
    // A year to its end: 1 %; one trade of positive value, so net is gross.
    expect(beside).toEqual([{ name: 'schedule', amount: 10_000 }]);
    expect(initialMargin).toBe(26e6);
  });
});

describe('commands on trades', () => {
  it('whatif: a trade given up leaves the margin of the file without it', () =>
    inTemporaryFolder(async (folder) => {
      const trades = join(folder, 'trades.csv');
      writeFileSync(trades, 'instrument,quantity\nEQ-2,-1\n');
      const { after, breakdown, cost } = resultOf(await runWhatIf(aWhatIfRequest(FOLDER, { ...BOOK, trades }), anIo()));
      const less = join(folder, 'less.crif');
      const lines = readFileSync(join(ROOT, BOOK.positions), 'utf8').split('\n');
      writeFileSync(less, lines.filter((line) => !line.startsWith('EQ-2\t')).join('\n'));
      const { initialMargin } = await marginOf({ ...BOOK, positions: less });
      expect(after.initialMargin).toBeCloseTo(initialMargin, 3);
      expect(breakdown.amount).toBeCloseTo(initialMargin, 3);
      expect(cost.total).toBe(0);
    }));

  it('optimize: what is found is what the rules ask of those trades, less than before, without a bound, verified', () =>
    inTemporaryFolder(async (folder) => {
      const request = anOptimizeRequest(FOLDER, { ...BERMUDAN, crif: OFFERS, maxTrades: 2, candidates: 'PAYER-*' });
      const document = await runOptimize(request, anIo());
      const { before, after, trades, bound, proven } = resultOf(document);
      expect(before.initialMargin).toBeCloseTo(1_086_219.45891, 4);
      expect([bound, proven, trades.length]).toEqual([null, false, 2]);
      expect(after!.initialMargin).toBeLessThan(0.7 * before.initialMargin);
      // The same book as one file: a CRIF row is so many times the offered trade.
      const columns = 'TradeID,ProductClass,RiskType,Qualifier,Bucket,Label1,Label2,AmountUSD';
      const own = readFileSync(join(ROOT, BERMUDAN.positions), 'utf8').trim().split('\n').slice(1);
      const held = own
        .map((line) => line.replace(/"[^"]*"/g, '').split(','))
        .map((f) => [f[0], ...f.slice(2, 8), f[9]]);
      const taken = readFileSync(join(ROOT, OFFERS), 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split(','));
      const added = trades.flatMap((trade) =>
        taken
          .filter(([name]) => name === trade.instrument)
          .map((f) => [...f.slice(0, 7), Number(f[7]) * contracts(trade)]),
      );
      const positions = join(folder, 'all.crif');
      writeFileSync(positions, [columns, ...[...held, ...added].map((fields) => fields.join(','))].join('\n'));
      const again = await marginOf({ ...BERMUDAN, positions });
      expect(after!.initialMargin).toBeCloseTo(again.initialMargin, 4);

      const path = join(folder, 'answer.json');
      writeFileSync(path, JSON.stringify(document));
      const recreate = () => ({ value: { command: 'optimize' as const, request }, issues: [] });
      const asked = { document: path, inputs: null, replaced: [], recreate, optionsInEffect: {} };
      expect((await runVerify(asked, anIo())).status).toBe('ok');
    }));

  it('optimize: a held trade is given up, never turned round, and one on offer never sold', async () => {
    const request = anOptimizeRequest(FOLDER, { ...BERMUDAN, crif: OFFERS });
    const { trades, after } = resultOf(await runOptimize(request, anIo()));
    for (const trade of trades) {
      expect([trade.instrument === 'IR_Bermudan' ? 'sell' : 'buy', trade.quantity <= 1]).toEqual([trade.side, true]);
    }
    expect(after!.initialMargin).toBeLessThan(1);
  });

  it('attribute: components of trades add up to the margin', async () => {
    const request = { ...aMarginRequest(FOLDER, BOOK), by: 'position' as const, top: null };
    const { lines, initialMargin } = resultOf(await runAttribute(request, anIo()));
    expect(lines).toHaveLength(24);
    const total = lines.reduce((sum, { component }) => sum + component!, 0);
    expect(Math.abs(total - initialMargin)).toBeLessThan(1e-6 * initialMargin);
  });

  it('compare: versions side by side; on other books every line is refused', async () => {
    const request = { ...aMarginRequest(FOLDER, BERMUDAN), models: ['simm@simm-2.6', 'simm@simm-2.5'] };
    const { models } = resultOf(await runCompare(request, anIo()));
    expect(models.find(({ name }) => name === 'simm@simm-2.6')!.initialMargin).toBeCloseTo(1_086_219.45891, 4);
    const other = { ...aMarginRequest('fixtures/btc-short-strangle'), models: ['scan', 'simm'] };
    const compared = resultOf(await runCompare(other, anIo()));
    expect(compared.models.at(-1)).toMatchObject({ name: 'simm', initialMargin: null });
    expect(compared.models.at(-1)!.refused[0]!.reason).toContain('is no trade of a CRIF file');
  });

  it('optimize refuses a book of more factors than a matrix can hold; its margin is no matter', () =>
    inTemporaryFolder(async (folder) => {
      const positions = join(folder, 'many.crif');
      const rows = Array.from({ length: 2001 }, (_, k) => `t${k % 3},,Equity,Risk_Equity,N${k},1,,,1000,,`);
      writeFileSync(positions, [HEADER, ...rows].join('\n'));
      expect((await marginOf({ ...BOOK, positions })).initialMargin).toBeGreaterThan(0);
      const { status, issues } = await runOptimize(anOptimizeRequest(FOLDER, { ...BOOK, positions }), anIo());
      expect(status).toBe('error');
      expect(issues).toMatchObject([
        { code: 'RUN_MODEL_PROBLEM', message: expect.stringContaining('2001 risk factors') },
      ]);
    }));
});

describe('a CRIF file that cannot be used', () => {
  const issuesOf = (text: string, model = 'simm') =>
    inTemporaryFolder(async (folder) => {
      const positions = join(folder, 'bad.crif');
      writeFileSync(positions, text);
      const { status, issues } = await runMargin(aMarginRequest(FOLDER, { positions, model }), anIo());
      expect(status).toBe('error');
      return issues.filter(({ severity }) => severity === 'error').map(({ code, line, field }) => [code, line, field]);
    });

  it.each([
    [
      'a tenor that there is none',
      [`${HEADER}\na,,RatesFX,Risk_IRCurve,USD,1,7y,OIS,1,,`],
      [['CRIF_TERM', 2, 'Label1']],
    ],
    ['an amount in words', [`${HEADER}\na,,Equity,Risk_Equity,A,1,,,much,,`], [['FIELD_NOT_A_NUMBER', 2, 'AmountUSD']]],
    ['no column RiskType', ['instrument,quantity\nA,1'], [['COLUMN_MISSING', 1, 'RiskType']]],
  ])('%s', async (_what, [text], expected) => {
    const told = await issuesOf(text!);
    for (const one of expected) expect(told).toContainEqual(one);
  });

  it('is no file of positions for a model of prices', async () => {
    const told = await issuesOf(`${HEADER}\na,,Equity,Risk_Equity,A,1,,,1,,`, 'pm1');
    expect(told.map(([code]) => code)).toContain('COLUMN_MISSING');
  });
});
