import { describe, expect, it } from 'vitest';
import { expiryMoment } from '../../../src/ingest/terms/expiry-moment.js';

const given = (date: string) => ({ epochMs: Date.parse(date), dateOnly: true });
const iso = (epochMs: number) => new Date(epochMs).toISOString();

describe('expiryMoment', () => {
  it.each([
    // New York is four hours behind UTC in summer time (second Sunday of March to first Sunday of November), else five.
    ['2020-03-06', '2020-03-06T21:00:00.000Z'],
    ['2020-03-20', '2020-03-20T20:00:00.000Z'],
    ['2026-10-30', '2026-10-30T20:00:00.000Z'],
    ['2026-11-02', '2026-11-02T21:00:00.000Z'],
  ])('is the close of New York on %s', (date, moment) => {
    expect(iso(expiryMoment(given(date), false))).toBe(moment);
  });

  it('is eight in the morning UTC at crypto venues', () => {
    expect(iso(expiryMoment(given('2026-06-26'), true))).toBe('2026-06-26T08:00:00.000Z');
  });

  it('is the time itself when one is given', () => {
    const epochMs = Date.parse('2026-06-26T14:30:00Z');
    expect(expiryMoment({ epochMs, dateOnly: false }, true)).toBe(epochMs);
  });
});
