import { describe, expect, it } from 'vitest';
import { readCases } from '../../../src/ingest/index.js';
import { anIo } from '../an-io.js';
import { readText } from '../read-text.js';

const casesOf = (text: string) => readText(text, readCases);

const WHOLE = {
  name: 'one',
  model: 'scan',
  positions: 'p.csv',
  market: [{ instrument: 'BTC', type: 'index', mark: 1 }],
  asOf: '2026-06-27',
  set: { dailyVol: { BTC: 0.03 } },
  reported: { initialMargin: '12.5', netInitial: -3, components: { 'scan risk': 7 }, scenarios: { up: 0 } },
};

describe('readCases', () => {
  it.each([
    ['an array', JSON.stringify([WHOLE])],
    ['an object with cases', JSON.stringify({ cases: [WHOLE] })],
    ['one case', JSON.stringify(WHOLE, null, 2)],
    ['one object a line', `${JSON.stringify(WHOLE)}\n`],
  ])('reads %s', async (_what, text) => {
    const { value, issues } = await casesOf(text);
    expect(issues).toEqual([]);
    expect(value).toHaveLength(1);
    expect(value[0]).toMatchObject({
      name: 'one',
      model: 'scan',
      inputs: { positions: 'p.csv', market: { file: '-' }, account: null, correlations: null, prices: null },
      asOf: Date.UTC(2026, 5, 27),
      set: { dailyVol: { BTC: 0.03 } },
      issues: [],
    });
    expect(value[0]?.reported.map(({ kind, part, amount }) => [kind, part, amount])).toEqual([
      ['initialMargin', null, 12.5],
      ['netInitial', null, -3],
      ['component', 'scan risk', 7],
      ['scenario', 'up', 0],
    ]);
  });

  it('reads a row a case of CSV, with columns for parts and figures of the model', async () => {
    const { value, issues } = await casesOf(
      'case,positions,initial_margin,component.scan risk,scenario.up,set.scanSigmas,set.word\n' +
        'a,p.csv,1,2,,5,text\n,q.csv,,,-3,,\n',
    );
    expect(issues).toEqual([]);
    expect(value.map(({ name, set, reported }) => [name, set, reported.map((one) => [one.part, one.amount])])).toEqual([
      [
        'a',
        { scanSigmas: 5, word: 'text' },
        [
          [null, 1],
          ['scan risk', 2],
        ],
      ],
      ['case 2', {}, [['up', -3]]],
    ]);
  });

  it('finds files beside the cases file', async () => {
    const io = anIo(`${import.meta.dirname}/../../..`);
    const { value, source } = await readCases('fixtures/reconcile/cases.csv', io);
    expect(value[0]?.inputs.positions).toBe('fixtures/reconcile/deribit-positions.csv');
    expect(source).toMatchObject({ role: 'cases', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('keeps what is wrong with a case among its own issues, with its place', async () => {
    const { value, issues } = await casesOf(
      '[\n{"name":"good","positions":"p.csv"},\n{"name":"bad","positions":"p.csv","reported":{"initialMargin":"much"}},\n' +
        '{"name":"none"},\n7,\n{"name":"flat","positions":"p.csv","reported":5,"set":[1]},\n' +
        '{"name":"deep","positions":"p.csv","currency":["USD"]},\n{"positions":"p.csv","reported":{"components":1}}\n]',
    );
    expect(issues).toEqual([]);
    expect(value.map(({ name, issues: own }) => [name, own.map(({ code, line }) => `${code} ${line}`)])).toEqual([
      ['good', []],
      ['bad', ['FIELD_NOT_A_NUMBER 3']],
      ['none', ['FIELD_BLANK 4']],
      ['case 4', ['JSON_ROW_NOT_OBJECT 5']],
      ['flat', ['JSON_NOT_OBJECT 6', 'JSON_NOT_OBJECT 6']],
      ['deep', ['JSON_VALUE_NOT_PLAIN 7']],
      ['case 7', ['JSON_NOT_OBJECT 8']],
    ]);
  });

  it('remarks once on a column that no case has a use for', async () => {
    const { issues } = await casesOf('case,positions,initial_margn,other\na,p,1,2\nb,q,1,2\n');
    expect(issues.map(({ code, field, hint }) => [code, field, hint])).toEqual([
      ['COLUMN_UNKNOWN', 'initial_margn', 'did you mean initial_margin?'],
      ['COLUMN_UNKNOWN', 'other', expect.stringContaining('component.NAME, scenario.NAME, set.FIGURE')],
    ]);
  });

  it.each([
    ['[]', 'FILE_NO_ROWS'],
    ['{"cases": 3}', 'JSON_NOT_ROWS'],
    ['{"figures": 3,\n"x": {}}', 'JSON_NOT_ROWS'],
    ['[{"name": }]', 'JSON_SYNTAX'],
    ['case,positions\n', 'FILE_NO_ROWS'],
  ])('refuses %s', async (text, code) => {
    const { value, issues } = await casesOf(text);
    expect(value).toEqual([]);
    expect(issues.map((issue) => issue.code)).toEqual([code]);
  });
});
