import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { black76 } from '../../src/pricing/black76.js';
import { type FxDeltaConvention, type FxDeltaTerms, fxDelta, strikeOfFxDelta } from '../../src/pricing/fx-delta.js';

const EURUSD = {
  right: 'C',
  spot: 1.421,
  domesticDiscount: 0.997306,
  foreignDiscount: 0.992266,
  stdDev: 0.1180654,
} as const;
const EURJPY = {
  right: 'P',
  spot: 103,
  domesticDiscount: 0.99482,
  foreignDiscount: 0.98508,
  stdDev: 0.07247845,
} as const;
const LONG = {
  right: 'P',
  spot: 3.4582,
  domesticDiscount: 0.99979,
  foreignDiscount: 0.9250616,
  stdDev: 0.3199034,
} as const;
const CONVENTIONS: readonly FxDeltaConvention[] = ['spot', 'forward', 'spotPa', 'forwardPa'];

const TERMS: fc.Arbitrary<FxDeltaTerms> = fc.record({
  convention: fc.constantFrom(...CONVENTIONS),
  right: fc.constantFrom('C' as const, 'P' as const),
  spot: fc.double({ min: 0.5, max: 200, noNaN: true }),
  domesticDiscount: fc.double({ min: 0.7, max: 1.02, noNaN: true }),
  foreignDiscount: fc.double({ min: 0.7, max: 1.02, noNaN: true }),
  stdDev: fc.double({ min: 0.01, max: 1.5, noNaN: true }),
});

function strikeOf(terms: FxDeltaTerms, delta: number): number {
  const found = strikeOfFxDelta(terms, delta);
  if (found.status !== 'ok') throw new Error(found.reason);
  return found.strike;
}

function forwardOf({ spot, domesticDiscount, foreignDiscount }: FxDeltaTerms): number {
  return (spot * foreignDiscount) / domesticDiscount;
}

describe('fxDelta and strikeOfFxDelta', () => {
  // QuantLib test-suite/blackdeltacalculator.cpp, from Reiswich and Wystup, "FX volatility smile construction".
  it.each([
    ['spot', EURUSD, 1.60808, 0.15],
    ['spotPa', EURUSD, 1.600545, 0.15],
    ['forward', EURUSD, 1.609029, 0.15],
    ['forwardPa', EURUSD, 1.60155, 0.15],
    ['spot', LONG, 4.964924, -0.821],
    ['forwardPa', LONG, 3.65728, -0.821],
    ['spot', EURJPY, 97.47, -0.25],
    ['spotPa', EURJPY, 97.22, -0.25],
  ] as const)('%s: %j', (convention, market, strike, delta) => {
    const terms = { ...market, convention };
    expect(Math.abs(fxDelta(terms, strike) - delta)).toBeLessThan(3e-4);
    expect(Math.abs(strikeOf(terms, delta) / strike - 1)).toBeLessThan(3e-4);
  });

  it('are inverse to one another', () => {
    fc.assert(
      fc.property(TERMS, fc.double({ min: -2.5, max: 2.5, noNaN: true }), (terms, deviations) => {
        const strike = forwardOf(terms) * Math.exp(deviations * terms.stdDev);
        const delta = fxDelta(terms, strike);
        const again = strikeOf(terms, delta);
        expect(Math.abs(fxDelta(terms, again) - delta)).toBeLessThan(1e-12);
        const isAmbiguous = terms.right === 'C' && terms.convention.endsWith('Pa');
        // Of two strikes the higher one is meant.
        if (isAmbiguous) expect(again).toBeGreaterThan(strike * (1 - 1e-6));
        else expect(Math.abs(again / strike - 1)).toBeLessThan(1e-9);
      }),
      { seed: 81, numRuns: 500 },
    );
  });
});

describe('fxDelta', () => {
  const terms = { ...EURUSD, convention: 'spot' } as const;
  const premium = (spot: number, strike: number, right: 'C' | 'P') =>
    black76(right, (spot * 0.992266) / 0.997306, strike, EURUSD.stdDev, EURUSD.domesticDiscount);

  it.each(['C', 'P'] as const)(
    'is the slope of the premium in spot, less the premium in foreign currency (%s)',
    (right) => {
      const step = 1e-5;
      const slope = (premium(1.421 + step, 1.5, right) - premium(1.421 - step, 1.5, right)) / (2 * step);
      expect(fxDelta({ ...terms, right }, 1.5)).toBeCloseTo(slope, 8);
      const adjusted = slope - premium(1.421, 1.5, right) / 1.421;
      expect(fxDelta({ ...terms, right, convention: 'spotPa' }, 1.5)).toBeCloseTo(adjusted, 8);
      const forward = fxDelta({ ...terms, right, convention: 'forward' }, 1.5);
      expect(forward * EURUSD.foreignDiscount).toBeCloseTo(fxDelta({ ...terms, right }, 1.5), 15);
    },
  );

  it('of a call and a put makes one unit delivered, or the strike in foreign currency', () => {
    const call = (convention: FxDeltaConvention) => fxDelta({ ...EURUSD, convention }, 1.5);
    const put = (convention: FxDeltaConvention) => fxDelta({ ...EURUSD, convention, right: 'P' }, 1.5);
    expect(call('spot') - put('spot')).toBeCloseTo(EURUSD.foreignDiscount, 14);
    expect(call('forward') - put('forward')).toBeCloseTo(1, 14);
    expect(call('forwardPa') - put('forwardPa')).toBeCloseTo(1.5 / forwardOf({ ...EURUSD, convention: 'spot' }), 14);
  });

  it('is a step once decided, and has no minus zero', () => {
    expect(fxDelta({ ...terms, stdDev: 0, convention: 'forward' }, 1)).toBe(1);
    expect(fxDelta({ ...terms, stdDev: 0 }, 2)).toBe(0);
    expect(fxDelta({ ...terms, stdDev: 0, right: 'P' }, 1)).toBe(0);
    expect(fxDelta({ ...terms, convention: 'forward' }, 0)).toBe(1);
    expect(fxDelta({ ...terms, convention: 'forwardPa' }, 0)).toBe(0);
  });

  it('is NaN for what is no market', () => {
    for (const field of ['spot', 'domesticDiscount', 'foreignDiscount', 'stdDev']) {
      for (const value of [-1, Number.NaN]) expect(fxDelta({ ...terms, [field]: value }, 1.5)).toBeNaN();
    }
    expect(fxDelta(terms, -1)).toBeNaN();
    expect(fxDelta(terms, Number.NaN)).toBeNaN();
  });
});

describe('strikeOfFxDelta', () => {
  const terms = { ...EURUSD, convention: 'spot' } as const;

  it('has none for a delta that no strike has', () => {
    const none = { status: 'failed', reason: 'noStrike' };
    for (const delta of [0, -0.25, 1, 0.9923, Number.NaN, Infinity])
      expect(strikeOfFxDelta(terms, delta)).toEqual(none);
    expect(strikeOfFxDelta({ ...terms, right: 'P' }, 0.25)).toEqual(none);
    // A premium-adjusted call delta has a peak; for this market below 0.9.
    expect(strikeOfFxDelta({ ...terms, convention: 'forwardPa' }, 0.9)).toEqual(none);
  });

  it('of a premium-adjusted put may be beyond one', () => {
    const adjusted = { ...terms, right: 'P', convention: 'forwardPa' } as const;
    const strike = strikeOf(adjusted, -1.3);
    expect(fxDelta(adjusted, strike)).toBeCloseTo(-1.3, 12);
    // Where exercise is certain the delta is the strike over the forward, and it nearly is.
    expect(Math.abs(strike / forwardOf(terms) - 1.3)).toBeLessThan(0.02);
    const still = { ...adjusted, stdDev: 1e-4 };
    expect(strikeOf(still, -1.3) / forwardOf(terms)).toBeCloseTo(1.3, 12);
  });

  it('at the peak of a premium-adjusted call is the peak, from the side of higher strikes', () => {
    const adjusted = { ...EURUSD, convention: 'forwardPa' } as const;
    const forward = forwardOf(adjusted);
    let peak = 0;
    let at = 0;
    for (let strike = 0.5 * forward; strike < 1.2 * forward; strike += 1e-5) {
      const delta = fxDelta(adjusted, strike);
      if (delta > peak) [peak, at] = [delta, strike];
    }
    expect(strikeOf(adjusted, peak - 1e-8)).toBeGreaterThan(at);
    expect(strikeOf(adjusted, peak - 1e-8) / at).toBeCloseTo(1, 3);
    expect(strikeOfFxDelta(adjusted, peak + 1e-8)).toEqual({ status: 'failed', reason: 'noStrike' });
  });

  it('takes the smallest and the largest deltas that are quoted', () => {
    for (const convention of CONVENTIONS) {
      for (const right of ['C', 'P'] as const) {
        for (const size of [1e-12, 1e-6, 0.01, 0.5]) {
          const delta = right === 'C' ? size : -size;
          const own = { ...EURUSD, convention, right };
          expect(fxDelta(own, strikeOf(own, delta)) / delta).toBeCloseTo(1, 9);
        }
      }
    }
  });

  it('fails with a word for what is no market', () => {
    const failure = { status: 'failed', reason: 'notPositive' };
    for (const field of ['spot', 'domesticDiscount', 'foreignDiscount', 'stdDev']) {
      for (const value of [0, -1, Number.NaN, Infinity]) {
        expect(strikeOfFxDelta({ ...terms, [field]: value }, 0.25)).toEqual(failure);
      }
    }
    expect(strikeOfFxDelta({ ...terms, convention: 'forwardPa', stdDev: 100 }, 0.25).status).toBe('failed');
  });
});
