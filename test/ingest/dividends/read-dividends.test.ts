import { describe, expect, it } from 'vitest';
import { readDividends } from '../../../src/ingest/index.js';
import { places, readText } from '../read-text.js';

const dividendsOf = (text: string, underlyings?: readonly string[]) =>
  readText(text, (path, io) =>
    readDividends(path, io, underlyings === undefined ? {} : { underlyings: new Set(underlyings) }),
  );

describe('readDividends', () => {
  it('reads rows by underlying, in order of their ex-dates', async () => {
    const { value, issues } = await dividendsOf(
      'underlying,ex_date,amount\nIBM,2007-08-08,0.4\nSPY,2007-03-16,0.55\nIBM,2007-05-08,0.4\n',
    );
    expect(issues).toEqual([]);
    expect([...value.keys()]).toEqual(['IBM', 'SPY']);
    expect(value.get('IBM')).toEqual([
      { underlying: 'IBM', exDate: Date.UTC(2007, 4, 8), amount: 0.4 },
      { underlying: 'IBM', exDate: Date.UTC(2007, 7, 8), amount: 0.4 },
    ]);
  });

  it('reads JSON rows, and columns by any spelling', async () => {
    const { value } = await dividendsOf('[{"Underlying":"IBM","Ex Date":"2007-05-08","AMOUNT":0.4}]');
    expect(value.get('IBM')).toHaveLength(1);
  });

  it('keeps two of one day, and says so', async () => {
    const read = await dividendsOf('underlying,ex_date,amount\nIBM,2007-05-08,0.4\nIBM,2007-05-08,3\n');
    expect(read.value.get('IBM')!.map(({ amount }) => amount)).toEqual([0.4, 3]);
    expect(places(read)).toEqual(['DIV_REPEATED 3:5']);
  });

  it.each([
    ['IBM,2007-05-08,', 'FIELD_BLANK 2:16'],
    ['IBM,2007-05-08,0', 'FIELD_NOT_POSITIVE 2:16'],
    ['IBM,2007-05-08,-0.4', 'FIELD_NOT_POSITIVE 2:16'],
    ['IBM,2007-05-08,forty', 'FIELD_NOT_A_NUMBER 2:16'],
    ['IBM,May 8,0.4', 'FIELD_NOT_A_TIME 2:5'],
    ['IBM,2007-05-08T12:00:00Z,0.4', 'FIELD_NOT_A_TIME 2:5'],
    ['IBM,,0.4', 'FIELD_BLANK 2:5'],
    [',2007-05-08,0.4', 'FIELD_BLANK 2:1'],
  ])('leaves %s out and says where', async (row, expected) => {
    const read = await dividendsOf(`underlying,ex_date,amount\n${row}\nSPY,2007-03-16,0.55\n`);
    expect(places(read)).toEqual([expected]);
    expect([...read.value.keys()]).toEqual(['SPY']);
  });

  it('says once which underlying nothing is on', async () => {
    const rows =
      'underlying,ex_date,amount\nIMB,2007-05-08,0.4\nIMB,2007-08-08,0.4\nQ,2007-08-08,1\nIBM,2007-08-08,1\n';
    const { issues } = await dividendsOf(rows, ['IBM', 'SPX']);
    expect(issues.map(({ code, hint }) => [code, hint])).toEqual([
      ['DIV_UNKNOWN_UNDERLYING', 'did you mean IBM?'],
      ['DIV_UNKNOWN_UNDERLYING', 'write the name as the underlying column of the market file has it'],
    ]);
    expect((await dividendsOf(rows)).issues).toEqual([]);
  });

  it('needs its three columns', async () => {
    const { issues } = await dividendsOf('underlying,amount\nIBM,0.4\n');
    expect(issues.map(({ code }) => code)).toContain('COLUMN_MISSING');
  });
});
