import { describe, expect, it } from 'vitest';
import { standardDistance } from '../../src/pricing/standard-distance.js';

describe('standardDistance', () => {
  it('is the d1 and d2 of Hull’s example (spot 42, strike 40, rate 10%, volatility 20%, half a year)', () => {
    // J. Hull, "Options, Futures and Other Derivatives", Black-Scholes-Merton: 0.7693 and 0.6278.
    const { d1, d2 } = standardDistance(42 * Math.exp(0.05), 40, 0.2 * Math.sqrt(0.5));
    expect(d1).toBeCloseTo(0.7693, 4);
    expect(d2).toBeCloseTo(0.6278, 4);
  });

  it('is infinite once the option is decided, and nothing at a tie', () => {
    expect(standardDistance(101, 100, 0)).toEqual({ d1: Infinity, d2: Infinity });
    expect(standardDistance(99, 100, 0)).toEqual({ d1: -Infinity, d2: -Infinity });
    expect(standardDistance(0, 100, 0.2)).toEqual({ d1: -Infinity, d2: -Infinity });
    expect(standardDistance(100, 0, 0.2)).toEqual({ d1: Infinity, d2: Infinity });
    const { d1, d2 } = standardDistance(100, 100, 0);
    expect(Math.abs(d1) + Math.abs(d2)).toBe(0);
    expect(standardDistance(100, 100, 0.2)).toEqual({ d1: 0.1, d2: -0.1 });
  });
});
