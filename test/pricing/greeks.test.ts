import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OptionRight } from '../../src/domain/index.js';
import {
  type Black76Inputs,
  type BlackScholesMertonInputs,
  black76Greeks,
  blackScholesMertonGreeks,
  type Greeks,
  type SpotGreeks,
} from '../../src/pricing/greeks.js';
import { DERIBIT_QUOTES } from './deribit-quotes.js';

type HaugRow = [
  greek: keyof SpotGreeks,
  right: OptionRight,
  strike: number,
  spot: number,
  dividendYield: number,
  rate: number,
  ttmYears: number,
  volatility: number,
  value: number,
];
/** E. G. Haug, "Option pricing formulas" (1998), as carried in QuantLib test-suite/europeanoption.cpp. */
const HAUG: readonly HaugRow[] = [
  ['delta', 'C', 100, 105, 0.1, 0.1, 0.5, 0.36, 0.5946],
  ['delta', 'P', 100, 105, 0.1, 0.1, 0.5, 0.36, -0.3566],
  ['elasticity', 'P', 100, 105, 0.1, 0.1, 0.5, 0.36, -4.8775],
  ['gamma', 'C', 60, 55, 0, 0.1, 0.75, 0.3, 0.0278],
  ['gamma', 'P', 60, 55, 0, 0.1, 0.75, 0.3, 0.0278],
  ['vega', 'C', 60, 55, 0, 0.1, 0.75, 0.3, 18.9358],
  ['vega', 'P', 60, 55, 0, 0.1, 0.75, 0.3, 18.9358],
  ['theta', 'P', 405, 430, 0.05, 0.07, 1 / 12, 0.2, -31.1924],
  ['rho', 'C', 75, 72, 0, 0.09, 1, 0.19, 38.7325],
  ['dividendRho', 'P', 490, 500, 0.05, 0.08, 0.25, 0.15, 42.2254],
];

/** QuantLib BlackCalculator: call, strike 105, forward 100, deviation 0.2, discount 0.95, spot 98, one year. */
const BLACK_CALCULATOR: Partial<SpotGreeks> = {
  delta: 0.4292154791393207,
  deltaForward: 0.4206311695565335,
  gamma: 0.019527733248736884,
  gammaForward: 0.018754435012086908,
  theta: -4.31290436588883,
  vega: 37.508870024173795,
  rho: 36.45280315767565,
  elasticity: 7.497462436203732,
  itmCashProbability: 0.36544163566592136,
  itmAssetProbability: 0.4427696521647724,
  dividendRho: -42.06311695565337,
  strikeSensitivity: -0.34716955388262527,
  strikeGamma: 0.017010825407788574,
  vanna: 0.6582248282583684,
  volga: 9.285696424317775,
};

/** mpmath 1.3: derivatives of the formula by differences at 50 digits; 90 strike, volatility 0.35, 0.4 years, rate 0.05. */
const FORWARD_100: Readonly<Record<OptionRight, Partial<Greeks>>> = {
  C: {
    price: 14.01518814780545,
    delta: 0.7069982933563738,
    gamma: 0.014872813255681312,
    vega: 20.821938557953835,
    theta: -8.40883871171453,
    rho: -5.60607525912218,
    vanna: -0.34360667118198435,
    volga: 12.748839858046187,
    strikeSensitivity: -0.629829346531466,
    strikeGamma: 0.01836149784652014,
  },
  P: {
    price: 4.213201414737897,
    delta: -0.2732003799503815,
    gamma: 0.014872813255681312,
    vega: 20.821938557953835,
    theta: -8.89893804836791,
    rho: -1.6852805658951586,
    vanna: -0.34360667118198435,
    volga: 12.748839858046187,
    strikeSensitivity: 0.35036932677528937,
    strikeGamma: 0.01836149784652014,
  },
};

/** The same for a spot of 100 and a yield of 0.02. */
const SPOT_100: Readonly<Record<OptionRight, Partial<SpotGreeks>>> = {
  C: {
    price: 14.87937515341069,
    delta: 0.7333033790395976,
    gamma: 0.014559780536105859,
    vega: 20.383692750548203,
    theta: -10.373806957813098,
    rho: 23.38038510021963,
    dividendRho: -29.332135161583906,
    vanna: -0.3862939224135922,
    volga: 15.65710143687901,
    strikeSensitivity: -0.6494551416727675,
    strikeGamma: 0.017975037698896124,
  },
  P: {
    price: 3.894064267312604,
    delta: -0.258728535797463,
    gamma: 0.014559780536105859,
    vega: 20.383692750548203,
    theta: -7.94697675760682,
    rho: -11.90676713882356,
    dividendRho: 10.349141431898518,
    vanna: -0.3862939224135922,
    volga: 15.65710143687901,
    strikeSensitivity: 0.3307435316339878,
    strikeGamma: 0.017975037698896124,
  },
};

function expectFigures<T extends object>(actual: T, expected: Partial<T>, relative: number): void {
  for (const name of Object.keys(expected) as (keyof T & string)[]) {
    const figure = expected[name] as number;
    expect(Math.abs((actual[name] as number) / figure - 1), name).toBeLessThan(relative);
  }
}

describe('blackScholesMertonGreeks', () => {
  it.each(HAUG)(
    '%s %s strike %d spot %d',
    (greek, right, strike, spot, dividendYield, rate, ttmYears, volatility, value) => {
      const greeks = blackScholesMertonGreeks({ right, spot, strike, volatility, ttmYears, rate, dividendYield });
      expect(Math.abs(greeks[greek] - value)).toBeLessThan(1e-4);
      if (greek === 'theta') expect(Math.abs(greeks.theta / 365 - -0.0855)).toBeLessThan(1e-4);
    },
  );

  it('agrees with all sixteen figures of another library', () => {
    const rate = -Math.log(0.95);
    const dividendYield = rate - Math.log(100 / 98);
    const terms = { right: 'C', spot: 98, strike: 105, volatility: 0.2, ttmYears: 1, rate, dividendYield } as const;
    expectFigures(blackScholesMertonGreeks(terms), BLACK_CALCULATOR, 3e-14);
  });

  it.each(['C', 'P'] as const)('agrees with high-precision differences, %s', (right) => {
    const terms = { right, spot: 100, strike: 90, volatility: 0.35, ttmYears: 0.4, rate: 0.05, dividendYield: 0.02 };
    expectFigures(blackScholesMertonGreeks(terms), SPOT_100[right], 1e-13);
  });

  it('with the yield equal to the rate has the delta, gamma, vega, vanna and volga of the forward form', () => {
    const terms = { right: 'P', strike: 90, volatility: 0.5, ttmYears: 0.3 } as const;
    const onSpot = blackScholesMertonGreeks({ ...terms, spot: 100, rate: 0.04, dividendYield: 0.04 });
    const onForward = black76Greeks({ ...terms, forward: 100, discount: Math.exp(-0.012) });
    for (const name of ['price', 'delta', 'gamma', 'vega', 'vanna', 'volga', 'strikeGamma'] as const) {
      expect(onSpot[name]).toBeCloseTo(onForward[name], 13);
    }
    expect(onSpot.theta).toBeCloseTo(onForward.theta, 12);
  });
});

describe('black76Greeks', () => {
  it.each(['C', 'P'] as const)('agrees with high-precision differences, %s', (right) => {
    const discount = Math.exp(-0.05 * 0.4);
    const terms = { right, forward: 100, strike: 90, volatility: 0.35, ttmYears: 0.4, discount };
    expectFigures(black76Greeks(terms), FORWARD_100[right], 1e-13);
  });

  it.each(DERIBIT_QUOTES)('agrees with the venue on $right $strike at $underlyingPrice', (quote) => {
    const { right, strike, ttmYears, underlyingPrice: forward } = quote;
    const volatility = quote.markIv / 100;
    const greeks = black76Greeks({ right, forward, strike, volatility, ttmYears, discount: 1 });
    expect(Math.abs(greeks.delta - quote.delta)).toBeLessThan(4e-5);
    expect(Math.abs(greeks.vega / 100 / quote.vega - 1)).toBeLessThan(2e-4);
    expect(Math.abs(greeks.theta / 365 / quote.theta - 1)).toBeLessThan(2e-4);
  });

  it('says the same of a call and a put where parity asks it', () => {
    const level = fc.double({ min: 1, max: 1e5, noNaN: true });
    const moderate = fc.double({ min: 0.01, max: 2, noNaN: true });
    fc.assert(
      fc.property(level, fc.double({ min: 0.3, max: 3, noNaN: true }), moderate, moderate, (forward, ratio, v, t) => {
        const terms = { forward, strike: forward * ratio, volatility: v, ttmYears: t, discount: 0.9 };
        const call = black76Greeks({ ...terms, right: 'C' });
        const put = black76Greeks({ ...terms, right: 'P' });
        expect(call.delta - put.delta).toBeCloseTo(0.9, 14);
        expect(put.gamma).toBe(call.gamma);
        expect(put.vega).toBe(call.vega);
        expect(put.vanna).toBe(call.vanna);
        expect(put.volga).toBe(call.volga);
        expect(call.itmCashProbability + put.itmCashProbability).toBeCloseTo(1, 14);
      }),
      { seed: 61, numRuns: 500 },
    );
  });

  it('obeys the Black equation theta = r V - half sigma^2 F^2 gamma', () => {
    const greeks = black76Greeks({
      right: 'C',
      forward: 80,
      strike: 100,
      volatility: 0.6,
      ttmYears: 0.7,
      discount: Math.exp(-0.07 * 0.7),
    });
    expect(greeks.theta).toBeCloseTo(0.07 * greeks.price - 0.5 * 0.36 * 80 ** 2 * greeks.gamma, 12);
  });
});

describe('greeks of a decided option', () => {
  const terms: Black76Inputs = { right: 'C', forward: 110, strike: 100, volatility: 0.5, ttmYears: 0, discount: 0.9 };

  it('are the step and its discounting', () => {
    for (const still of [{ ttmYears: 0 }, { ttmYears: 1, volatility: 0 }]) {
      const inside = black76Greeks({ ...terms, ...still });
      expect(inside).toMatchObject({ delta: 0.9, gamma: 0, vega: 0, vanna: 0, volga: 0, itmCashProbability: 1 });
      expect(inside.price).toBeCloseTo(9, 14);
      expect(black76Greeks({ ...terms, ...still, right: 'P' })).toMatchObject({ price: 0, itmCashProbability: 0 });
      expect(black76Greeks({ ...terms, ...still, forward: 100 }).delta).toBeCloseTo(0.45, 15);
    }
    expect(black76Greeks({ ...terms, ttmYears: 0 }).theta).toBeCloseTo(0, 15);
  });

  it('carry on earning interest: a certain call on spot is S - K e^(-rT)', () => {
    const certain: BlackScholesMertonInputs = {
      right: 'C',
      spot: 110,
      strike: 100,
      volatility: 0,
      ttmYears: 1,
      rate: 0.05,
      dividendYield: 0,
    };
    const greeks = blackScholesMertonGreeks(certain);
    expect(greeks.price).toBeCloseTo(110 - 100 * Math.exp(-0.05), 12);
    expect(greeks.delta).toBeCloseTo(1, 14);
    expect(greeks.theta).toBeCloseTo(-5 * Math.exp(-0.05), 12);
    expect(greeks.rho).toBeCloseTo(100 * Math.exp(-0.05), 12);
  });

  it('are finite however extreme the inputs, a zero forward or strike included', () => {
    const level = fc.oneof(fc.constantFrom(0, 1e-8, 1, 1e8), fc.double({ min: 1e-3, max: 1e6, noNaN: true }));
    const small = fc.oneof(fc.constantFrom(0, 1e-300, 1e-20, 1e-9), fc.double({ min: 0, max: 20, noNaN: true }));
    const right = fc.constantFrom<OptionRight>('C', 'P');
    fc.assert(
      fc.property(right, level, level, small, small, (side, underlying, strike, volatility, ttmYears) => {
        const common = { right: side, strike, volatility, ttmYears };
        const onForward = black76Greeks({ ...common, forward: underlying, discount: 0.95 });
        const onSpot = blackScholesMertonGreeks({ ...common, spot: underlying, rate: 0.03, dividendYield: 0.01 });
        for (const figure of [...Object.values(onForward), ...Object.values(onSpot)]) {
          expect(Number.isFinite(figure)).toBe(true);
        }
      }),
      { seed: 62, numRuns: 3000 },
    );
  });
});
