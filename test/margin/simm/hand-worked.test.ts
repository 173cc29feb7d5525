import { describe, expect, it } from 'vitest';
import { curvatureScale, tenorDays } from '../../../src/margin/simm/curvature-scale.js';
import { type SimmNode, simm } from '../../../src/margin/simm/index.js';
import { optionVolatility } from '../../../src/margin/simm/option-volatility.js';
import { inverseNormalCdf } from '../../../src/math/index.js';
import { bookOf, type Line, termsOf } from './simm-books.js';

const V25 = termsOf('2.5');
const amount = (...lines: readonly Line[]) => simm(bookOf(...lines), V25).amount;

/** The node below that has this path of names. */
function at(node: SimmNode, ...path: readonly string[]): SimmNode {
  let found = node;
  for (const name of path) {
    const child = found.children.find((one) => one.name === name);
    if (child === undefined) throw new RangeError(`${found.name} has no ${name}`);
    found = child;
  }
  return found;
}

const EQ1: Line = ['Equity,Risk_Equity,EQ1,1', 6e6];
const EQ2: Line = ['Equity,Risk_Equity,EQ2,1', 1e6];
const EQ3: Line = ['Equity,Risk_Equity,EQ3,2', -1e6];

describe('delta of equity, version 2.5 (weights 26 and 28, rho 0.18, gamma 0.20, threshold 10 million)', () => {
  it('correlates names of a bucket', () => {
    expect(amount(EQ1, EQ2)).toBeCloseTo(Math.sqrt(156e6 ** 2 + 26e6 ** 2 + 2 * 0.18 * 156e6 * 26e6), 4);
    expect(Math.round(amount(EQ1, EQ2))).toBe(162_702_674);
  });

  it('weighs a name beyond its threshold and damps what it has in common with others', () => {
    const concentration = Math.sqrt(1.2);
    const heavy = 12e6 * 26 * concentration;
    const common = (2 * 0.18 * heavy * 26e6) / concentration;
    expect(amount(EQ1, EQ1, EQ2)).toBeCloseTo(Math.sqrt(heavy ** 2 + 26e6 ** 2 + common), 4);
  });

  it('correlates buckets', () => {
    expect(amount(EQ1, EQ3)).toBeCloseTo(Math.sqrt(156e6 ** 2 + 28e6 ** 2 - 2 * 0.2 * 156e6 * 28e6), 4);
  });

  it('takes no more of a bucket across than its own margin', () => {
    // Bucket 1: the sum of 182 million is above K = 162.70 million, so K counts in its stead.
    const first = amount(EQ1, EQ2);
    expect(amount(EQ1, EQ2, EQ3)).toBeCloseTo(Math.sqrt(first ** 2 + 28e6 ** 2 - 2 * 0.2 * first * 28e6), 4);
  });

  it('adds the residual bucket outside', () => {
    expect(amount(EQ1, EQ3, ['Equity,Risk_Equity,X,Residual', 0.5e6])).toBeCloseTo(amount(EQ1, EQ3) + 17e6, 4);
  });

  it('keeps product classes apart', () => {
    const other: Line = ['Credit,Risk_Equity,EQ1,1', -6e6];
    expect(amount(EQ1, other)).toBeCloseTo(2 * 156e6, 4);
  });
});

describe('an option on an equity, version 2.5 (case C402 of simm-lib)', () => {
  const total = simm(bookOf(['Equity,Risk_EquityVol,A,1,1m', 1.2e6]), V25);

  it('implies a volatility from the delta weight', () => {
    expect(optionVolatility(26, 'tenDay')).toBeCloseTo(57.0664825, 6);
    expect(optionVolatility(26, 'tenDay')).toBeCloseTo((26 * Math.sqrt(365 / 14)) / inverseNormalCdf(0.99), 10);
  });

  it('has vega and curvature', () => {
    expect(curvatureScale('1m', 'tenDay')).toBeCloseTo(0.230136986, 9);
    expect(at(total, 'Equity', 'Equity', 'Vega').amount).toBeCloseTo(17_873_222.33, 1);
    const lambda = inverseNormalCdf(0.995) ** 2 - 1;
    expect(lambda).toBeCloseTo(5.634896601, 8);
    const curvature = 0.230136986301 * 57.0664825 * 1.2e6;
    expect(at(total, 'Equity', 'Equity', 'Curvature').amount / (curvature * (1 + lambda))).toBeCloseTo(1, 7);
    expect(Math.round(total.amount)).toBe(122_437_401);
  });

  it('asks for no curvature from the owner of options', () => {
    const sold = simm(bookOf(['Equity,Risk_EquityVol,A,1,1m', -1.2e6]), V25);
    // theta = -1, lambda = 1: the sum and the spread cancel.
    expect(at(sold, 'Equity', 'Equity', 'Curvature').amount).toBeCloseTo(0, 6);
    expect(at(sold, 'Equity', 'Equity', 'Vega').amount).toBe(at(total, 'Equity', 'Equity', 'Vega').amount);
  });

  it('has no curvature on an index of volatility', () => {
    const index = simm(bookOf(['Equity,Risk_EquityVol,VIX,12,1m', 1e6]), V25);
    expect(at(index, 'Equity', 'Equity').children.map(({ name }) => name)).toEqual(['Vega']);
  });
});

describe('interest rates, version 2.5', () => {
  const rate = (currency: string, tenor: string, curve: string, usd: number): Line => [
    `RatesFX,Risk_IRCurve,${currency},,${tenor},${curve}`,
    usd,
  ];

  it('correlates tenors and sub-curves', () => {
    // Weights 66 (1y) and 61 (2y), correlation 0.94; 0.99 between sub-curves.
    const expected = (rho: number) => Math.sqrt(66e6 ** 2 + 61e6 ** 2 + 2 * rho * 66e6 * 61e6);
    expect(amount(rate('USD', '1y', 'OIS', 1e6), rate('USD', '2y', 'OIS', 1e6))).toBeCloseTo(expected(0.94), 4);
    const apart = amount(rate('USD', '1y', 'OIS', 1e6), rate('USD', '2y', 'Libor3m', 1e6));
    expect(apart).toBeCloseTo(expected(0.94 * 0.99), 4);
  });

  it('takes the weights of a currency by its volatility', () => {
    expect(['USD', 'JPY', 'MXN'].map((currency) => amount(rate(currency, '10y', 'OIS', 1e6)))).toEqual([
      53e6, 19e6, 94e6,
    ]);
  });

  it('counts inflation and leaves cross-currency basis out of concentration', () => {
    // Threshold of CHF: 44 million; 88 million of rates and inflation are twice that.
    const rates = rate('CHF', '10y', 'OIS', 44e6);
    const inflation: Line = ['RatesFX,Risk_Inflation,CHF', 44e6];
    const basis: Line = ['RatesFX,Risk_XCcyBasis,CHF', 44e6];
    const [a, b, c] = [44e6 * 53 * Math.SQRT2, 44e6 * 63 * Math.SQRT2, 44e6 * 21];
    const squares = a * a + b * b + c * c;
    expect(amount(rates, inflation, basis)).toBeCloseTo(
      Math.sqrt(squares + 2 * (0.37 * a * b + 0.01 * a * c + 0.01 * b * c)),
      2,
    );
  });

  it('damps what currencies have in common by their concentrations', () => {
    // JPY: 280 million against a threshold of 70 million, a concentration factor of 2; EUR is below its threshold.
    const [k, l] = [280e6 * 19 * 2, 1e6 * 53];
    const expected = Math.sqrt(k * k + l * l + (2 * 0.24 * k * l) / 2);
    expect(amount(rate('JPY', '10y', 'OIS', 280e6), rate('EUR', '10y', 'OIS', 1e6))).toBeCloseTo(expected, 1);
  });
});

describe('FX, version 2.5', () => {
  const fx = (currency: string, usd: number): Line => [`RatesFX,Risk_FX,${currency}`, usd];

  it('leaves out the calculation currency', () => {
    expect(amount(fx('USD', 1e9), fx('EUR', 1e6))).toBeCloseTo(7.4e6, 6);
    const inEuro = simm(bookOf(fx('USD', 1e6), fx('EUR', 1e9)), termsOf('2.5', 'tenDay', 'EUR'));
    expect(inEuro.amount).toBeCloseTo(7.4e6, 6);
  });

  it('goes by the volatility of both currencies', () => {
    expect(amount(fx('BRL', 1e6))).toBeCloseTo(13.6e6, 6);
    expect(simm(bookOf(fx('BRL', 1e6)), termsOf('2.5', 'tenDay', 'TRY')).amount).toBeCloseTo(14.6e6, 6);
    const [a, b] = [7.4e6, 13.6e6];
    expect(amount(fx('EUR', 1e6), fx('BRL', 1e6))).toBeCloseTo(Math.sqrt(a * a + b * b + 2 * 0.27 * a * b), 4);
  });

  it('takes a pair for the same the other way round', () => {
    const straight: Line = ['RatesFX,Risk_FXVol,EURUSD,,1y', 1e6];
    const reversed: Line = ['RatesFX,Risk_FXVol,USDEUR,,1y', -1e6];
    expect(amount(straight, reversed)).toBe(0);
  });
});

describe('credit, version 2.5', () => {
  it('correlates an issuer with itself otherwise than with others', () => {
    // Bucket 1: weight 75, 0.93 of the same issuer, 0.42 of another.
    const line = (issuer: string, tenor: string): Line => [`Credit,Risk_CreditQ,${issuer},1,${tenor},USD`, 1e5];
    const expected = (rho: number) => 75e5 * Math.sqrt(2 + 2 * rho);
    expect(amount(line('A', '1y'), line('A', '5y'))).toBeCloseTo(expected(0.93), 4);
    expect(amount(line('A', '1y'), line('B', '5y'))).toBeCloseTo(expected(0.42), 4);
  });

  it('correlates securitisations by their group', () => {
    // Bucket 1: weight 280, 0.82 of the same group, 0.27 of another.
    const line = (name: string, group: string): Line => [`Credit,Risk_CreditNonQ,${name},1,5y,${group}`, 1e5];
    const expected = (rho: number) => 280e5 * Math.sqrt(2 + 2 * rho);
    expect(amount(line('A', 'CMBX'), line('B', 'CMBX'))).toBeCloseTo(expected(0.82), 4);
    expect(amount(line('A', 'CMBX'), line('B', 'ABX'))).toBeCloseTo(expected(0.27), 4);
    expect(amount(line('A', ''), line('B', ''))).toBeCloseTo(expected(0.27), 4);
  });

  it('has a margin of base correlation of its own', () => {
    const lines: Line[] = [
      ['Credit,Risk_BaseCorr,CDX', 3e5],
      ['Credit,Risk_BaseCorr,iTraxx', 4e5],
    ];
    expect(amount(...lines)).toBeCloseTo(10 * Math.sqrt(9e10 + 16e10 + 2 * 0.24 * 12e10), 4);
  });
});

describe('one day', () => {
  it('has its own weights and no concentration', () => {
    const one = simm(bookOf(['Equity,Risk_Equity,A,1', 1e9]), termsOf('2.5', 'oneDay'));
    expect(one.amount).toBeCloseTo(9.3e9, 2);
  });

  it('has a tenth of the curvature of long expiries', () => {
    expect(curvatureScale('10y', 'oneDay') / curvatureScale('10y', 'tenDay')).toBeCloseTo(0.1, 12);
    expect(curvatureScale('2w', 'tenDay')).toBe(0.5);
  });
});

describe('tenors', () => {
  it('are days', () => {
    expect(['2w', '6m', '10y'].map(tenorDays)).toEqual([14, 182.5, 3650]);
  });

  it.each(['', 'w', '0m', '5d', '-1y'])('are nothing else: %j', (text) => {
    expect(() => tenorDays(text)).toThrow(RangeError);
  });
});

describe('a factor that a calibration does not know', () => {
  it.each(['Equity,Risk_Equity,A,13', 'Credit,Risk_CreditQ,A,13,5y,', 'RatesFX,Risk_IRCurve,USD,,7y,OIS'])(
    'is a fault of the caller: %s',
    (text) => {
      expect(() => amount([text, 1])).toThrow(RangeError);
    },
  );
});
