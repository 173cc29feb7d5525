import { describe, expect, it } from 'vitest';
import { readNames } from '../../../src/ingest/index.js';
import { places, readText } from '../read-text.js';

const namesOf = (text: string) => readText(text, readNames);
const NAMES = ['BTC-PERPETUAL', 'SPY   260619C00600000'];

describe('readNames', () => {
  it.each([
    ['lines', 'BTC-PERPETUAL\nSPY   260619C00600000\n'],
    ['lines with blank ones and CRLF', '\r\n BTC-PERPETUAL \r\n\r\nSPY   260619C00600000'],
    ['a column alone', 'instrument\nBTC-PERPETUAL\nSPY   260619C00600000\n'],
    ['a column among others', 'bid;"Instrument"\n1;BTC-PERPETUAL\n2;SPY   260619C00600000\n'],
    ['JSON', '[{"instrument":"BTC-PERPETUAL","bid":1},{"instrument":"SPY   260619C00600000"}]'],
    ['NDJSON', '{"instrument":"BTC-PERPETUAL"}\n{"instrument":"SPY   260619C00600000"}\n'],
  ])('reads %s', async (_form, text) => {
    const { value, issues } = await namesOf(text);
    expect(issues).toEqual([]);
    expect(value).toEqual(NAMES);
  });

  it('keeps a repeated name once, and says where it was first', async () => {
    const read = await namesOf('A\nB\n  A\n');
    expect(places(read)).toEqual(['NAM_REPEATED 3:3']);
    expect(read.value).toEqual(['A', 'B']);
  });

  it('reports a blank name of a table and the want of any', async () => {
    expect(places(await namesOf('instrument,bid\n,1\n'))).toEqual(['FIELD_BLANK 2:1']);
    expect(places(await namesOf('\n\n'))).toEqual(['FILE_NO_ROWS']);
    expect(places(await namesOf('[{"name":"A"}]'))).toEqual(['COLUMN_MISSING 1:1']);
  });
});
