import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Expiring, horizonDates } from '../../../src/app/horizon/horizon-dates.js';

const NOW = Date.UTC(2026, 5, 27, 8);
const DAY = 86_400_000;
const at = (days: number, notional = 1): Expiring => ({ expiry: NOW + days * DAY, notional });
const daysOf = (expiring: readonly Expiring[], horizon: number) =>
  horizonDates(expiring, NOW, horizon).dates.map(({ days }) => days);

describe('the dates of a horizon', () => {
  it('are now, the expiries before its end, and its end; each weighs as long as its step', () => {
    const { dates, merged } = horizonDates([at(1), at(6), at(6), at(10), at(34)], NOW, 10);
    expect(dates).toEqual([
      { days: 0, weight: 0.1 },
      { days: 1, weight: 0.5 },
      { days: 6, weight: 0.4 },
      { days: 10, weight: 0 },
    ]);
    expect(merged).toEqual([]);
  });

  it('of no days are today alone', () => {
    expect(horizonDates([at(1)], NOW, 0)).toEqual({ dates: [{ days: 0, weight: 1 }], merged: [] });
  });

  it('have an expiry that is hours away', () => {
    expect(daysOf([at(0.25), at(5)], 2)).toEqual([0, 0.25, 2]);
  });

  it('count an expiry less than a day before another until that one', () => {
    const { dates, merged } = horizonDates([at(2), at(2.5), at(3.25), at(4.25)], NOW, 8);
    // 3.25 is a day before 4.25 and stays; 2.5 goes to it; 2 then is more than a day before 3.25.
    expect(dates.map(({ days }) => days)).toEqual([0, 2, 3.25, 4.25, 8]);
    expect(merged).toEqual([{ expiry: NOW + 2.5 * DAY, until: NOW + 3.25 * DAY }]);
  });

  it('are eight at most: those go whose going misstates least money times days', () => {
    const daily = [1, 2, 3, 4, 5, 6, 7].map((day) => at(day, day === 3 ? 1 : 10));
    expect(daysOf(daily, 20)).toEqual([0, 1, 2, 4, 5, 6, 7, 20]);
    // The last has thirteen days to the end: a little of it misstates more than much of the others.
    const heavy = [1, 2, 3, 4, 5, 6, 7].map((day) => at(day, day === 7 ? 1 : 5 + day));
    expect(daysOf(heavy, 20)).toEqual([0, 2, 3, 4, 5, 6, 7, 20]);
  });

  it('leave no expiry before the end without a date on which it is gone', () => {
    const expiring = fc.record({
      expiry: fc.integer({ min: -2 * DAY, max: 60 * DAY }).map((ms) => NOW + ms),
      notional: fc.double({ min: 0, max: 1e9, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(expiring, { maxLength: 30 }),
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        (all, days) => {
          const { dates, merged } = horizonDates(all, NOW, days);
          const end = NOW + days * DAY;
          expect(dates.length).toBeLessThanOrEqual(8);
          expect([dates[0]!.days, dates.at(-1)!.days, dates.at(-1)!.weight]).toEqual([0, days, 0]);
          expect(dates.reduce((total, { weight }) => total + weight, 0)).toBeCloseTo(1, 12);
          const own = new Set(dates.map((date) => NOW + date.days * DAY).map(Math.round));
          for (const { expiry } of all.filter((one) => one.expiry > NOW && one.expiry < end)) {
            const until = merged.find((one) => one.expiry === expiry)?.until;
            if (until === undefined) expect(own).toContain(expiry);
            else expect(until).toBeGreaterThan(expiry);
          }
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});
