import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blackScholesMerton } from '../../src/pricing/black-scholes-merton.js';
import { assetOrNothing, cashOrNothing, type DigitalOption, gapOption } from '../../src/pricing/digital-option.js';

const OPTION: DigitalOption = {
  right: 'C',
  spot: 100,
  strike: 95,
  volatility: 0.3,
  ttmYears: 0.5,
  rate: 0.04,
  dividendYield: 0.01,
};

const OPTIONS: fc.Arbitrary<DigitalOption> = fc.record({
  right: fc.constantFrom('C' as const, 'P' as const),
  spot: fc.double({ min: 20, max: 300, noNaN: true }),
  strike: fc.double({ min: 20, max: 300, noNaN: true }),
  volatility: fc.double({ min: 0, max: 2, noNaN: true }),
  ttmYears: fc.double({ min: 0, max: 3, noNaN: true }),
  rate: fc.double({ min: -0.05, max: 0.2, noNaN: true }),
  dividendYield: fc.double({ min: -0.05, max: 0.2, noNaN: true }),
});

function vanilla({ right, spot, strike, volatility, ttmYears, rate, dividendYield }: DigitalOption): number {
  return blackScholesMerton(right, spot, strike, volatility, ttmYears, rate, dividendYield);
}

describe('digital options', () => {
  // E. G. Haug, "Option pricing formulas" (1998), sections 2.11.1 to 2.11.3, as printed, four decimals.
  it('are Haug’s: cash, asset and gap', () => {
    const cash = { spot: 100, strike: 80, dividendYield: 0.06, rate: 0.06, ttmYears: 0.75, volatility: 0.35 };
    expect(Math.abs(cashOrNothing({ right: 'P', ...cash }, 10) - 2.671)).toBeLessThan(1e-4);
    const asset = { spot: 70, strike: 65, dividendYield: 0.05, rate: 0.07, ttmYears: 0.5, volatility: 0.27 };
    expect(Math.abs(assetOrNothing({ right: 'P', ...asset }) - 20.2069)).toBeLessThan(1e-4);
    const gap = { spot: 50, strike: 50, dividendYield: 0, rate: 0.09, ttmYears: 0.5, volatility: 0.2 };
    expect(Math.abs(gapOption({ right: 'C', ...gap }, 57) - -0.0053)).toBeLessThan(1e-4);
  });

  it('make up the ordinary option: asset less strike in cash, and the gap without a gap', () => {
    fc.assert(
      fc.property(OPTIONS, (option) => {
        const sign = option.right === 'C' ? 1 : -1;
        const price = vanilla(option);
        const scale = 1e-13 * (option.spot + option.strike) * 2;
        const made = sign * (assetOrNothing(option) - cashOrNothing(option, option.strike));
        expect(Math.abs(made - price)).toBeLessThan(scale);
        expect(Math.abs(gapOption(option, option.strike) - price)).toBeLessThan(scale);
      }),
      { seed: 21, numRuns: 500 },
    );
  });

  it('of the two rights make the cash, and the asset, for certain', () => {
    fc.assert(
      fc.property(OPTIONS, (option) => {
        const [call, put] = [{ ...option, right: 'C' } as const, { ...option, right: 'P' } as const];
        const { spot, rate, dividendYield, ttmYears } = option;
        const money = cashOrNothing(call, 7) + cashOrNothing(put, 7);
        expect(money).toBeCloseTo(7 * Math.exp(-rate * ttmYears), 12);
        const asset = assetOrNothing(call) + assetOrNothing(put);
        expect(asset / (spot * Math.exp(-dividendYield * ttmYears))).toBeCloseTo(1, 12);
      }),
      { seed: 22, numRuns: 300 },
    );
  });

  it('in cash are the slope of the ordinary option in its strike', () => {
    const step = 1e-3;
    const slope = (vanilla({ ...OPTION, strike: 95 - step }) - vanilla({ ...OPTION, strike: 95 + step })) / (2 * step);
    expect(Math.abs(cashOrNothing(OPTION, 1) - slope)).toBeLessThan(1e-8);
  });

  it('are decided without volatility or time, and worth one half at the strike', () => {
    const still = { ...OPTION, volatility: 0, rate: 0, dividendYield: 0 };
    expect([cashOrNothing(still, 10), cashOrNothing({ ...still, right: 'P' }, 10)]).toEqual([10, 0]);
    expect(assetOrNothing(still)).toBe(100);
    const expired = { ...OPTION, ttmYears: 0 };
    expect(cashOrNothing({ ...expired, strike: 101 }, 10)).toBe(0);
    expect(cashOrNothing({ ...expired, strike: 100 }, 10)).toBe(5);
    expect(gapOption({ ...expired, strike: 90 }, 120)).toBe(-20);
  });

  it('take a worthless asset and a strike of nothing', () => {
    expect(cashOrNothing({ ...OPTION, spot: 0 }, 10)).toBe(0);
    expect(cashOrNothing({ ...OPTION, spot: 0, right: 'P' }, 10)).toBeCloseTo(10 * Math.exp(-0.02), 13);
    expect(assetOrNothing({ ...OPTION, strike: 0 })).toBeCloseTo(100 * Math.exp(-0.005), 12);
  });

  it.each(['spot', 'strike', 'volatility', 'ttmYears'] as const)('are NaN for a negative %s and for NaN', (field) => {
    for (const value of [-1, Number.NaN]) {
      const option = { ...OPTION, [field]: value };
      expect(cashOrNothing(option, 1)).toBeNaN();
      expect(assetOrNothing(option)).toBeNaN();
      expect(gapOption(option, 90)).toBeNaN();
    }
  });
});
