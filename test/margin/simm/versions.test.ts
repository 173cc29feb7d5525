import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIMM_PARAMETER_SETS, type SimmHorizon, simm } from '../../../src/margin/simm/index.js';
import { independentSimm } from './independent-simm.js';
import { factorOf, MIXED, termsOf } from './simm-books.js';

const CHOICES = SIMM_PARAMETER_SETS.flatMap(({ version }) =>
  (['tenDay', 'oneDay'] as const).map((horizon): [string, SimmHorizon] => [version, horizon]),
);

const CURRENCIES = ['USD', 'EUR', 'JPY', 'CHF', 'KRW', 'BRL', 'TRY', 'ARS', 'PLN'];
const TENORS = ['2w', '1m', '3m', '6m', '1y', '2y', '3y', '5y', '10y', '15y', '20y', '30y'];
const bucket = (last: number, residual: boolean) =>
  fc.integer({ min: 1, max: last + Number(residual) }).map((number) => (number > last ? 'Residual' : String(number)));
const of = (list: readonly string[]) => fc.constantFrom(...list);
const NAMES = of(['A', 'B', 'C']);
const CREDIT_TENORS = of(['1y', '2y', '3y', '5y', '10y']);
const PAIR = fc.tuple(of(CURRENCIES), of(CURRENCIES)).filter(([a, b]) => a !== b);

/** Factors of every risk type, drawn from few names so that they meet in buckets. */
const FACTOR: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(of(CURRENCIES), of(TENORS), of(['OIS', 'Libor3m']))
    .map(([currency, tenor, curve]) => `RatesFX,Risk_IRCurve,${currency},,${tenor},${curve}`),
  fc.tuple(of(['Inflation', 'XCcyBasis', 'FX']), of(CURRENCIES)).map(([type, name]) => `RatesFX,Risk_${type},${name}`),
  fc
    .tuple(of(['IRVol', 'InflationVol']), of(CURRENCIES), of(TENORS))
    .map(([type, name, tenor]) => `RatesFX,Risk_${type},${name},,${tenor}`),
  fc.tuple(PAIR, of(TENORS)).map(([pair, tenor]) => `RatesFX,Risk_FXVol,${pair.join('')},,${tenor}`),
  fc
    .tuple(of(['CreditQ', 'CreditVol']), NAMES, bucket(12, true), CREDIT_TENORS, of(['USD', 'EUR']))
    .map(([type, ...rest]) => `Credit,Risk_${type},${rest.join()}`),
  fc
    .tuple(of(['CreditNonQ', 'CreditVolNonQ']), NAMES, bucket(2, true), CREDIT_TENORS, of(['CMBX', 'ABX', '']))
    .map(([type, ...rest]) => `Credit,Risk_${type},${rest.join()}`),
  NAMES.map((name) => `Credit,Risk_BaseCorr,${name}`),
  fc
    .tuple(of(['Equity', 'EquityVol']), NAMES, bucket(12, true), of(TENORS))
    .map(([type, ...rest]) => `Equity,Risk_${type},${rest.join()}`),
  fc
    .tuple(of(['Commodity', 'CommodityVol']), NAMES, bucket(17, false), of(TENORS))
    .map(([type, ...rest]) => `Commodity,Risk_${type},${rest.join()}`),
);

/** Levels have no tenor. */
const withoutTenor = (text: string): string =>
  /Risk_(?:Equity|Commodity),/.test(text) ? text.split(',').slice(0, 4).join() : text;

const LINES = fc.array(fc.tuple(FACTOR.map(withoutTenor), fc.integer({ min: -2e9, max: 2e9 })), { maxLength: 40 });

describe.each(CHOICES)('version %s, %s', (version, horizon) => {
  it('is what the rules give, written once more and summed pair by pair', () => {
    fc.assert(
      fc.property(LINES, of(['USD', 'TRY']), (lines, currency) => {
        const terms = termsOf(version, horizon, currency);
        const book = {
          factors: lines.map(([text]) => factorOf(text)),
          net: Float64Array.from(lines, ([, usd]) => usd),
          addOns: [],
        };
        const expected = independentSimm(book, terms);
        // Where amounts cancel, the root of the rounding of a square is left.
        expect(Math.abs(simm(book, terms).amount - expected)).toBeLessThanOrEqual(1e-7 * expected + 1e-3);
      }),
      { numRuns: 25, seed: 25 },
    );
  });

  it('is that for a book of every kind', () => {
    const terms = termsOf(version, horizon);
    const net = Float64Array.from(MIXED, (_, k) => (k % 3 === 0 ? -1 : 1) * (k + 1) * 1e6);
    const book = { factors: MIXED.map(factorOf), net, addOns: [] };
    expect(simm(book, terms).amount / independentSimm(book, terms)).toBeCloseTo(1, 10);
  });
});
