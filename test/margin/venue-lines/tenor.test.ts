import { describe, expect, it } from 'vitest';
import { daysToExpiry, tenorFactor, yearsToExpiry } from '../../../src/margin/venue-lines/index.js';
import { AS_OF, future, perpetual } from './sample-book.js';

const ROOT = { shortTermPower: 0.5, longTermPower: 0.5, minDays: 1 };

describe('tenors', () => {
  it('are whole days and years of 365 days, and none once expired', () => {
    expect(daysToExpiry(future(1, 73), AS_OF)).toBe(73);
    expect(yearsToExpiry(future(1, 73), AS_OF)).toBe(0.2);
    expect(daysToExpiry(future(1, -3), AS_OF)).toBe(0);
    expect(yearsToExpiry(perpetual(1), AS_OF)).toBe(0);
  });

  it('make 40 % at 30 days 56.6 % at 15 (Deribit, SQRT(30/15)*40%)', () => {
    expect(0.4 * tenorFactor(30, ROOT)).toBe(0.4);
    expect((0.4 * tenorFactor(15, ROOT)).toFixed(3)).toBe('0.566');
  });

  it('have a power below 30 days and another from there on, and a floor', () => {
    const powers = { shortTermPower: 0.3, longTermPower: 0.13, minDays: 1 };
    expect(tenorFactor(29.999, powers)).toBeCloseTo((30 / 29.999) ** 0.3, 15);
    expect(tenorFactor(120, powers)).toBeCloseTo(0.25 ** 0.13, 15);
    expect(tenorFactor(0, powers)).toBe(tenorFactor(1, powers));
  });
});
