import { describe, expect, it } from 'vitest';
import { inputFormat } from '../../../src/ingest/source/input-format.js';

describe('inputFormat', () => {
  it.each([
    ['p.csv', '[', 'csv'],
    ['p.TSV', '', 'csv'],
    ['p.json', 'a,b', 'json'],
    ['p.ndjson', '', 'ndjson'],
    ['p.jsonl.gz', '', 'ndjson'],
    ['p.csv.gz', '', 'csv'],
    ['-', 'instrument,quantity', 'csv'],
    ['-', '', 'csv'],
    ['p.constructor', 'instrument,quantity', 'csv'],
    ['p.txt', '  [', 'json'],
    ['p', '{"instrument":"A","quantity":1}', 'ndjson'],
    ['p', '{"instrument":"A","price":null}', 'ndjson'],
    ['p', '{', 'json'],
    ['p', '{"balances":[]}', 'json'],
    ['p.gz', '{"schema":"margo/optimize@1","result":{}}', 'json'],
  ])('%s beginning with %j is %s', (file, head, format) => {
    expect(inputFormat({ file, head })).toBe(format);
  });
});
