import { describe, expect, it } from 'vitest';
import { readPrices } from '../../../src/ingest/index.js';
import { places, readText } from '../read-text.js';

const pricesOf = (text: string) => readText(text, readPrices);

describe('readPrices', () => {
  it('reads ragged columns; blanks stay NaN', async () => {
    const { value, issues } = await pricesOf(
      'date,BTC,ETH\n2026-06-26,60000,\n2026-06-27,61000,3000\n2026-06-28,,3100\n',
    );
    expect(issues).toEqual([]);
    expect(value.dates).toEqual(['2026-06-26', '2026-06-27', '2026-06-28']);
    expect(value.series).toEqual(
      new Map([
        ['BTC', Float64Array.of(60_000, 61_000, Number.NaN)],
        ['ETH', Float64Array.of(Number.NaN, 3000, 3100)],
      ]),
    );
  });

  it('sorts the days, and lets the columns stand anywhere', async () => {
    const { value } = await pricesOf('ETH,Date,BTC\n3100,2026-06-28,62000\n3000,2026-06-27,61000\n');
    expect(value.dates).toEqual(['2026-06-27', '2026-06-28']);
    expect(value.series.get('BTC')).toEqual(Float64Array.of(61_000, 62_000));
    expect(value.series.get('ETH')).toEqual(Float64Array.of(3000, 3100));
  });

  it('reads JSON rows that lack some names', async () => {
    const { value, issues } = await pricesOf('[{"date":"2026-06-26","BTC":60000},{"date":"2026-06-27","ETH":3000}]');
    expect(issues).toEqual([]);
    expect(value.series.get('ETH')).toEqual(Float64Array.of(Number.NaN, 3000));
  });

  it('reads NDJSON in which a name comes up late', async () => {
    const { value } = await pricesOf('{"date":"2026-06-26","BTC":60000}\n{"date":"2026-06-27","BTC":1,"ETH":3000}\n');
    expect(value.series.get('ETH')).toEqual(Float64Array.of(Number.NaN, 3000));
    expect(value.series.get('BTC')).toEqual(Float64Array.of(60_000, 1));
  });

  it('keeps names as they are written: BTC is not btc', async () => {
    const { value, issues } = await pricesOf('date,BTC,btc\n2026-06-26,1,2\n');
    expect(issues).toEqual([]);
    expect([...value.series.keys()]).toEqual(['BTC', 'btc']);
  });

  it('tells every complaint of a file at once', async () => {
    const read = await pricesOf(
      'date,BTC\n,1\n2026-06-26T00:00,1\n2026-06-27,-5\n2026-06-28,0\n2026-06-29,n/a\n2026-06-30,7\n',
    );
    expect(places(read)).toEqual([
      'FIELD_BLANK 2:1',
      'FIELD_NOT_A_TIME 3:1',
      'FIELD_NOT_POSITIVE 4:12',
      'FIELD_NOT_POSITIVE 5:12',
      'FIELD_NOT_A_NUMBER 6:12',
    ]);
    expect(read.value.dates).toEqual(['2026-06-30']);
  });

  it('refuses a column given twice', async () => {
    expect(places(await pricesOf('date,BTC,BTC\n2026-06-26,1,2\n'))).toEqual(['COLUMN_REPEATED 1:10']);
  });
});
