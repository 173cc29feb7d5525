import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DAY_MONTH_YEAR,
  QUARTER_CODE,
  readYymmdd,
  writeYymmdd,
  YYMMDD,
  YYYYMMDD,
} from '../../../src/ingest/naming/expiry-date.js';
import { anyCryptoExpiry, SEEDED } from './generated-contracts.js';

const FORMS = [
  ['day, month, year', DAY_MONTH_YEAR],
  ['yymmdd', YYMMDD],
  ['yyyymmdd', YYYYMMDD],
] as const;

describe('expiry dates', () => {
  it.each([
    [DAY_MONTH_YEAR, '27JUN26', '2026-06-27T08:00Z'],
    [DAY_MONTH_YEAR, '3JUL26', '2026-07-03T08:00Z'],
    [DAY_MONTH_YEAR, '29FEB24', '2024-02-29T08:00Z'],
    [YYMMDD, '260627', '2026-06-27T08:00Z'],
    [YYYYMMDD, '20260627', '2026-06-27T08:00Z'],
    // Friday 26 June 2026 and Friday 25 December 2026 end their quarters
    [QUARTER_CODE, 'M26', '2026-06-26T08:00Z'],
    [QUARTER_CODE, 'Z26', '2026-12-25T08:00Z'],
    [QUARTER_CODE, 'H25', '2025-03-28T08:00Z'],
    // 30 September 2022 is itself a Friday
    [QUARTER_CODE, 'U22', '2022-09-30T08:00Z'],
  ] as const)('%o reads %s', (form, text, utc) => {
    expect(new RegExp(`^${form.pattern}$`).test(text)).toBe(true);
    expect(form.read(text)).toBe(Date.parse(utc));
    expect(form.write(Date.parse(utc))).toBe(text);
  });

  it.each([
    [DAY_MONTH_YEAR, '31FEB26'],
    [DAY_MONTH_YEAR, '29FEB26'],
    [DAY_MONTH_YEAR, '0JAN26'],
    [DAY_MONTH_YEAR, '32JAN26'],
    [YYMMDD, '260229'],
    [YYMMDD, '260631'],
    [YYMMDD, '260001'],
    [YYMMDD, '261301'],
    [YYMMDD, '260600'],
    [YYYYMMDD, '20250229'],
  ] as const)('%o refuses the day %s', (form, text) => {
    expect(form.read(text)).toBeNull();
  });

  it.each(FORMS)('%s: every day from 2000 to 2099 is written and read back', (_name, form) => {
    fc.assert(
      fc.property(anyCryptoExpiry, (expiry) => {
        const text = form.write(expiry) ?? '';
        expect(text).toMatch(new RegExp(`^${form.pattern}$`));
        expect(form.read(text)).toBe(expiry);
      }),
      SEEDED,
    );
  });

  it.each(FORMS)('%s: a moment that is not 08:00 UTC of those years is not written', (_name, form) => {
    for (const moment of ['2026-06-27T08:01Z', '2026-06-27T00:00Z', '1999-12-31T08:00Z', '2100-01-01T08:00Z']) {
      expect(form.write(Date.parse(moment))).toBeNull();
    }
    expect(form.write(Number.NaN)).toBeNull();
  });

  it('writes and reads the bare day of OSI', () => {
    expect(readYymmdd('200320')).toEqual({ year: 2020, month: 3, day: 20 });
    expect(readYymmdd('200231')).toBeNull();
    expect(writeYymmdd({ year: 2005, month: 1, day: 7 })).toBe('050107');
  });
});
