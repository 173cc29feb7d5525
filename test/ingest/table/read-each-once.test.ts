import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readEachOnce } from '../../../src/ingest/table/read-each-once.js';
import { anIo } from '../../app/a-world.js';

const LAYOUT = {
  known: ['name', 'weight'],
  required: ['name', 'weight'],
  others: 'closed',
  rowsAre: 'a header and one row per name',
} as const;

function read(text: string) {
  const stdin = new PassThrough();
  stdin.end(text);
  return readEachOnce('weights', '-', anIo({ stdin }), {
    layout: LAYOUT,
    read: (fields) => {
      const name = fields.requiredText(0, 'a name');
      return fields.failed ? null : name;
    },
    keyOf: (name) => name.toLowerCase(),
    complain: (fields, subject, line) => fields.complain('COR_NAME_REPEATED', 0, { subject, detail: String(line) }),
  });
}

describe('a table in which each thing has one row', () => {
  it('gives things in the order of their rows', async () => {
    const { value, issues } = await read('name,weight\nb,1\na,2\n');
    expect([value, issues]).toEqual([['b', 'a'], []]);
  });

  it('keeps the first of a thing, tells every other with the line of the first, and rows that are wrong', async () => {
    const { value, issues } = await read('name,weight\nb,1\n,2\nB,3\nb,4\n');
    expect(value).toEqual(['b']);
    expect(issues.map(({ code, line, message }) => [code, line, /line 2\b/.test(message)])).toEqual([
      ['FIELD_BLANK', 3, false],
      ['COR_NAME_REPEATED', 4, true],
      ['COR_NAME_REPEATED', 5, true],
    ]);
  });
});
