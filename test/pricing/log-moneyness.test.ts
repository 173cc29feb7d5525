import { describe, expect, it } from 'vitest';
import { logMoneyness } from '../../src/pricing/log-moneyness.js';

describe('logMoneyness', () => {
  it('is the logarithm of the quotient, with either sign', () => {
    expect(logMoneyness(200, 100)).toBe(Math.LN2);
    expect(logMoneyness(100, 200)).toBe(-Math.LN2);
    expect(logMoneyness(64_000, 64_000)).toBe(0);
    expect(logMoneyness(110, 100)).toBeCloseTo(0.0953101798043249, 15); // mpmath: log(1.1)
  });

  it('keeps its digits when forward and strike nearly coincide', () => {
    // ln(1 + e) = e - e^2/2 + ...
    const e = 2 ** -50;
    expect(logMoneyness(1 + e, 1) / (e - (e * e) / 2)).toBeCloseTo(1, 15);
    expect(logMoneyness(60_000.000001, 60_000) / ((60_000.000001 - 60_000) / 60_000)).toBeCloseTo(1, 10);
  });
});
