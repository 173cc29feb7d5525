import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../src/cli/settings/parse-instant.js';

describe('parseInstant', () => {
  it.each([
    ['2026-06-27', '2026-06-27T00:00:00.000Z'],
    ['2026-06-27T08:30', '2026-06-27T08:30:00.000Z'],
    ['2026-06-27 08:30:15', '2026-06-27T08:30:15.000Z'],
    ['2026-06-27T08:30:15.5Z', '2026-06-27T08:30:15.500Z'],
    ['2026-06-27T08:30:15.123456Z', '2026-06-27T08:30:15.123Z'],
    ['2026-06-27T08:30+02:00', '2026-06-27T06:30:00.000Z'],
    ['2026-06-27T08:30-0530', '2026-06-27T14:00:00.000Z'],
    [' 2024-02-29 ', '2024-02-29T00:00:00.000Z'],
  ])('%s is %s', (text, iso) => {
    expect(new Date(parseInstant(text) ?? Number.NaN).toISOString()).toBe(iso);
  });

  it.each([
    '',
    'now',
    '2026',
    '2026-13-01',
    '2026-02-30',
    '2023-02-29',
    '2026-06-27T24:00',
    '2026-06-27T08:60',
    '2026-06-27T08',
    '27.06.2026',
    '06/27/2026',
    '1782518400000',
  ])('%s is no instant', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it('reads back every time that Date writes', () => {
    const times = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2100, 0, 1) });
    fc.assert(
      fc.property(times, (time) => parseInstant(new Date(time).toISOString()) === time),
      { seed: 1, numRuns: 500 },
    );
  });
});
