import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { passes, type VectorCase } from '../vector-case.js';
import { simmFamily } from './simm-family.js';

/** See SOURCE.md beside the figures. */
const SAMPLE = fileURLToPath(new URL('sample', import.meta.url));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'margo-simm-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function give(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const failures = (cases: readonly VectorCase[]): readonly VectorCase[] => cases.filter((one) => !passes(one));
const named = (cases: readonly VectorCase[], name: string): VectorCase =>
  cases.find((one) => one.name.endsWith(name)) ?? { name: 'not found', comparisons: [] };

describe('the recorded figures', () => {
  const { cases, notCovered } = simmFamily.run(SAMPLE);

  it('are all reproduced', () => {
    expect(failures(cases)).toEqual([]);
    expect(cases.length).toBe(105 + 36);
    expect(notCovered.map(({ subject }) => subject)).toEqual(['simm/SOURCE.md']);
  });

  it('hold the whole book, its components to the dollar', () => {
    const ours = Object.fromEntries(named(cases, ' C481').comparisons.map(({ field, ours: value }) => [field, value]));
    // Expected by simm-lib 2.5.0: delta, vega, curvature and base correlation over product classes; add-ons; all.
    expect(ours).toEqual({
      simmTotal: 141_392_671_013,
      simmDelta: 122_777_576_190,
      simmVega: 3_408_783_754,
      simmCurvature: 6_561_901_791,
      simmBaseCorr: 5_546_170,
      simmAddOn: 9_742_373_784,
    });
  });

  it('hold both sides of one book', () => {
    const total = (side: string) => named(cases, `CRIF_20201228 All/All/All/All ${side}`).comparisons[0]?.ours;
    expect(total('Call')).toBeCloseTo(1_086_219.45891, 5);
    // Curvature of bought options asks for nothing from their owner's counterparty.
    expect(total('Post')).toBeCloseTo(1_022_075.910766, 5);
  });
});

describe('what does not agree', () => {
  it('fails where a figure is a dollar off, an input is unknown or a row is refused', () => {
    const crif = readFileSync(join(SAMPLE, 'acadia/crif_v2.5.csv'), 'utf8');
    give('acadia/crif_v2.5.csv', `${crif}BAD,Sensitivity,Equity,Risk_Equity,X,99,,,1,USD,1\n`);
    give(
      'acadia/tests_v2.5_10d.csv',
      [
        'test,sensitivityIds,simmTotal',
        'right,S_EQ_1 S_EQ_2,162702674',
        'wrong,S_EQ_1 S_EQ_2,162702675',
        'unknown,S_EQ_1 S_XX_1,1',
        'refused,BAD,1',
      ].join('\n'),
    );
    const { cases } = simmFamily.run(folder);
    expect(cases.map((one) => [one.name.split(' ')[1], passes(one), one.problem])).toEqual([
      ['right', true, undefined],
      ['wrong', false, undefined],
      ['unknown', false, 'there is no sensitivity S_XX_1'],
      ['refused', false, expect.stringContaining("Bucket '99' is not accepted for Risk_Equity")],
    ]);
  });

  it('fails a whole file of a version without parameters, or without its CRIF', () => {
    give('acadia/tests_v9.9_10d.csv', 'test,sensitivityIds,simmTotal\na,b,1\n');
    give('acadia/tests_v2.4_1d.csv', 'test,sensitivityIds,simmTotal\na,b,1\n');
    const { cases } = simmFamily.run(folder);
    expect(cases.map(({ problem }) => problem)).toEqual([
      expect.stringContaining('crif_v2.4.csv'),
      expect.stringContaining('no parameters of SIMM 9.9'),
    ]);
  });

  it('tells what it does not know', () => {
    give('belluzzo_v2.1/tree.csv', 'x\n');
    give('ore/other.txt', 'x\n');
    expect(simmFamily.run(folder)).toEqual({
      cases: [],
      notCovered: [
        { subject: 'simm/other.txt', reason: 'no layout that margo knows' },
        { subject: 'simm/belluzzo_v2.1', reason: 'margo has no parameters for it' },
      ],
    });
  });
});

describe('other reports of the same layout', () => {
  it('converts amounts by the rates of the euro and keeps regimes apart', () => {
    give('ore/simm_market.txt', '20201228 FX/RATE/EUR/USD 1.25\n20201228 FX/RATE/EUR/GBP 0.5\n');
    give(
      'ore/crif.csv',
      [
        'PortfolioID,ProductClass,RiskType,Qualifier,Bucket,Amount,AmountCurrency,collect_regulations',
        'P,Equity,Risk_Equity,A,1,100,GBP,"SEC,ESA"',
        'P,Equity,Risk_Equity,A,1,100,USD,ESA',
      ].join('\n'),
    );
    const head = 'Portfolio,ProductClass,RiskClass,MarginType,Bucket,SimmSide,Regulation,InitialMargin,Currency';
    // Risk weight 9.3 over one day in 2.5; 100 pounds are 250 dollars.
    give(
      'ore/expected_SIMM2.5_1D.csv',
      `${head}\nP,Equity,Equity,Delta,1,Call,SEC,2325,USD\nP,All,All,All,All,Call,ESA,3255,USD\nP,All,All,All,All,Post,,3255,USD\n`,
    );
    expect(failures(simmFamily.run(folder).cases)).toEqual([]);
  });

  it('checks a report of the schedule', () => {
    cpSync(join(SAMPLE, 'ore'), join(folder, 'ore'), { recursive: true });
    give(
      'ore/crif_schedule.csv',
      [
        'TradeID,PortfolioID,ImModel,ProductClass,RiskType,Amount,AmountCurrency,end_date',
        'A,P,Schedule,Rates,Notional,98966,USD,2022-12-28',
        'A,P,Schedule,Rates,PV,4804.86,USD,2022-12-28',
        'B,P,Schedule,Rates,PV,-4303.80,USD,2022-12-28',
      ].join('\n'),
    );
    const head = 'Portfolio,ProductClass,GrossIM,GrossCurrentRC,NetCurrentRC,NetToGrossRatio,Side,ScheduleIM,Currency';
    // 989.66, 501.06 / 4804.86 = 0.104282 and 457.79 are the figures of Open Source Risk Engine's example.
    const rows = [
      'P,Rates,989.66,#N/A,#N/A,#N/A,Call,#N/A,USD',
      'P,All,989.66,4804.86,501.06,0.104282,Call,457.79,USD',
      'P,All,989.66,4303.80,0.00,0.000000,Post,395.86,USD',
    ];
    give('ore/expected_schedule.csv', [head, ...rows].join('\n'));
    const { cases } = simmFamily.run(folder);
    const ofSchedule = cases.filter(({ name }) => name.includes('expected_schedule'));
    expect(ofSchedule.map(({ comparisons }) => comparisons.length)).toEqual([1, 5, 5]);
    expect(failures(cases)).toEqual([]);
  });
});
