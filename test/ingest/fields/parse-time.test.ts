import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTime } from '../../../src/ingest/fields/parse-time.js';

describe('parseTime', () => {
  it.each([
    ['2026-06-27', '2026-06-27T00:00:00.000Z', true],
    ['2024-02-29', '2024-02-29T00:00:00.000Z', true],
    ['2026-06-27T09:25', '2026-06-27T09:25:00.000Z', false],
    ['2026-06-27 09:25:14', '2026-06-27T09:25:14.000Z', false],
    ['2026-06-27T09:25:14.682Z', '2026-06-27T09:25:14.682Z', false],
    ['2026-06-27T09:25:14.682999z', '2026-06-27T09:25:14.682Z', false],
    ['2026-06-27T09:25:14+02:00', '2026-06-27T07:25:14.000Z', false],
    ['2026-06-27T23:25-0530', '2026-06-28T04:55:00.000Z', false],
  ])('%s', (text, iso, dateOnly) => {
    expect(parseTime(text)).toEqual({ epochMs: Date.parse(iso), dateOnly });
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-6-7',
    '27.06.2026',
    '2026-06-27T24:00',
    '2026-06-27T09:60',
    '2026-06-27T09:25:61',
    '2026-06-27T09:25+15:00',
    '2026-06-27T',
    '20260627',
    '',
  ])('does not read %j', (text) => {
    expect(parseTime(text)).toBeNull();
  });

  it('reads back what JavaScript writes', () => {
    const dates = fc.date({ min: new Date(0), max: new Date('2099-12-31T23:59:59.999Z'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        expect(parseTime(date.toISOString())?.epochMs).toBe(date.getTime());
      }),
      { seed: 12 },
    );
  });
});
