import { describe, expect, it } from 'vitest';
import { csvDelimiter } from '../../../src/ingest/table/csv-delimiter.js';

describe('csvDelimiter', () => {
  it.each([
    ['instrument,quantity', ','],
    ['instrument;quantity', ';'],
    ['instrument\tquantity', '\t'],
    ['instrument', ','],
    ['', ','],
    ['"a,b,c";d', ';'],
    ['"say ""a,b,c""";d', ';'],
    ['a,b;c,d', ','],
  ])('of %j is %j', (line, delimiter) => {
    expect(csvDelimiter(line)).toBe(delimiter);
  });
});
