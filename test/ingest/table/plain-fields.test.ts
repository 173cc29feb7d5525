import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainFields } from '../../../src/ingest/table/plain-fields.js';

describe('the fields of a line with plain quotes', () => {
  it.each<[string, string[] | null]>([
    ['a,"b,c",d', ['a', 'b,c', 'd']],
    ['"a"', ['a']],
    ['"",""', ['', '']],
    ['a,b,', ['a', 'b', '']],
    ['"a",', ['a', '']],
    ['"a', null],
    ['a"b,c', null],
    ['a, "b"', null],
    ['"a" ,b', null],
    ['"a""b",c', null],
  ])('%s', (line, fields) => {
    expect(plainFields(line, ',')).toEqual(fields);
  });

  it('are those of csv-parse wherever there are any', () => {
    const cell = fc.stringMatching(/^[a-z ",]{0,5}$/);
    const cells = fc.oneof(
      cell,
      cell.map((text) => `"${text}"`),
      fc.stringMatching(/^"[a-z,]{0,4}"$/),
    );
    let plain = 0;
    fc.assert(
      fc.property(fc.array(cells, { minLength: 2, maxLength: 4 }), (row) => {
        const line = row.join(',');
        const fields = plainFields(line, ',');
        if (fields === null) return;
        plain += 1;
        const [expected] = parse(line, { relax_quotes: true, ltrim: true }) as string[][];
        expect(fields.map((text) => text.trim())).toEqual(expected!.map((text) => text.trim()));
      }),
      { seed: 11, numRuns: 500 },
    );
    expect(plain).toBeGreaterThan(50);
  });
});
