import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { passes } from '../vector-case.js';
import { pricingFamily } from './pricing-family.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'margo-pricing-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(name: string, ...lines: readonly string[]) {
  writeFileSync(join(folder, name), lines.join('\n'));
  return pricingFamily.run(folder);
}

const TERMS = 'type,strike,spot,q,r,T,vol';

describe('files of the pricing family', () => {
  it('are recognised whatever the order of their columns and whatever else they have', () => {
    const { cases } = run(
      'haug.csv',
      'note,vol,T,r,q,spot,strike,type,value,source',
      'x,0.3,0.25,0.08,0,60,65,Call,2.1334,"a, b"',
    );
    expect(cases.map(passes)).toEqual([true]);
    expect(cases[0]?.comparisons[0]).toMatchObject({
      field: 'value',
      theirs: 2.1334,
      tolerance: expect.closeTo(2.1334e-4, 12),
    });
  });

  it('use the tolerance of the row where it is positive', () => {
    const { cases } = run(
      'x.csv',
      `${TERMS},value,tol`,
      'call,65,60,0,0.08,0.25,0.3,2.2,0.1',
      'call,65,60,0,0.08,0.25,0.3,2.2,-1',
    );
    expect(cases.map(passes)).toEqual([true, false]);
  });

  it('with greeks give one figure a row (Haug 1998)', () => {
    const { cases, notCovered } = run(
      'greeks.csv',
      `greek,${TERMS},value,tol`,
      'delta,call,100,105,0.1,0.1,0.5,0.36,0.5946,0.0001',
      'theta per day,put,405,430,0.05,0.07,0.08333333333333333,0.2,-0.0855,0.0001',
      'charm,call,100,105,0.1,0.1,0.5,0.36,0.1,0.0001',
    );
    expect(cases.map(passes)).toEqual([true, true]);
    expect(notCovered).toEqual([
      { subject: 'pricing/greeks.csv line 4', reason: 'margo computes no greek called charm', cases: 1 },
    ]);
  });

  it('with greeks of one option take its terms from the name', () => {
    const name = 'black76_greeks_call_K105_F100_sd0.20_df0.95_S98_T1.csv';
    // QuantLib's BlackCalculator (BSD).
    const { cases } = run(name, 'greek,value', 'Delta,0.4292154791393207', 'Theta,-4.31290436588883', 'Gamma,1');
    expect(cases.map(passes)).toEqual([true, true, false]);
  });

  it('with greeks of an option that the name does not describe are left out', () => {
    const { cases, notCovered } = run('black76_greeks_call_K105.csv', 'greek,value', 'Delta,0.4');
    expect(cases).toEqual([]);
    expect(notCovered[0]?.reason).toContain('the name gives no K, F, sd, df, S and T');
  });

  it('of American options are checked by the method in their name', () => {
    run('american_baw.csv', `${TERMS},value`, 'call,100,100,0.1,0.1,0.5,0.35,9.5106');
    run('american_bjerksund_1993.csv', `${TERMS},value`, 'call,40,42,0.08,0.04,0.75,0.35,5.2704');
    run('american_ju.csv', `${TERMS},value`, 'call,100,100,0.07,0.03,3,0.2,9.065');
    run('american_true.csv', `${TERMS},value,tol`, 'put,100,100,0.05,0.05,1,0.25,9.5694453,1e-7');
    const { cases } = run(
      'american_bjerksund_stensland2002.csv',
      `${TERMS},value`,
      'call,40,42,0.08,0.04,0.75,0.35,5.2704',
    );
    expect(cases.map(({ name }) => name)).toEqual([
      'pricing/american_baw.csv line 2',
      'pricing/american_bjerksund_1993.csv line 2',
      'pricing/american_ju.csv line 2',
      'pricing/american_true.csv line 2',
    ]);
    expect(cases.every(passes)).toBe(true);
    expect(cases[2]?.comparisons.map(({ field }) => field)).toEqual(['value', 'value (exact, as a bound)']);
  });

  it('with the parts of an American price compare each', () => {
    const { cases } = run(
      'american_exact.csv',
      `${TERMS},europeanValue,americanPremium,americanValue,tol`,
      'put,100,100,0.05,0.05,1,0.25,9.462492596167081,0.10695270,9.56944530,1e-7',
    );
    expect(cases[0]?.comparisons.map(({ field }) => field)).toEqual([
      'europeanValue',
      'americanPremium',
      'americanValue',
    ]);
    expect(cases.every(passes)).toBe(true);
  });

  it('of QD+ check the exact price too where the approximation adds nothing, and leave expired options out', () => {
    const { cases, notCovered } = run(
      'american_qd.csv',
      'type,spot,strike,maturityDays_act365,vol,r,q,value,tol',
      'put,100,120,3650,0.25,0.1,0.03,22.97383256003585,1e-8',
      'call,100,100,365,0.25,0.05,0,12.335998930368724,1e-8',
      'put,100,120,0,0.25,0.05,0,0,1e-14',
    );
    expect(cases.map(({ comparisons }) => comparisons.length)).toEqual([1, 2]);
    expect(cases.every(passes)).toBe(true);
    expect(notCovered.map(({ subject }) => subject)).toEqual(['pricing/american_qd.csv line 4']);
  });

  it('of digital options are told by their kind (Haug 1998)', () => {
    const { cases, notCovered } = run(
      'digital.csv',
      `kind,${TERMS},value`,
      'cash10,put,80,100,0.06,0.06,0.75,0.35,2.671',
      'asset,put,65,70,0.05,0.07,0.5,0.27,20.2069',
      'gap_payoffstrike57,call,50,50,0,0.09,0.5,0.2,-0.0053',
      'cash,call,50,50,0,0.09,0.5,0.2,1',
    );
    expect(cases.map(passes)).toEqual([true, true, true]);
    expect(notCovered).toEqual([
      { subject: 'pricing/digital.csv line 5', reason: 'margo has no option of the kind cash', cases: 1 },
    ]);
  });

  it('of foreign-exchange deltas compare the delta of the strike and the strike of the delta', () => {
    const { cases, notCovered } = run(
      'fx.csv',
      'type,deltaType,spot,domesticDF,foreignDF,stdDev,strike,delta',
      'call,PaFwd,1.421,0.997306,0.992266,0.1180654,1.60155,0.15',
      'call,PaFwd,1.421,0.997306,0.992266,0.1180654,1.6,0.95',
      'call,Sticky,1.421,0.997306,0.992266,0.1180654,1.6,0.15',
    );
    expect(cases[0]?.comparisons.map(({ field }) => field)).toEqual(['delta', 'strike']);
    expect(cases.map(passes)).toEqual([true, false]);
    expect(notCovered.map(({ reason }) => reason)).toEqual(['margo counts no delta as Sticky']);
  });

  it('of exchange options compare the greeks that are there, as the source counts quantities', () => {
    const terms = 's1,s2,Q1,Q2,q1,q2,r,T,v1,v2,rho';
    // QuantLib test-suite/margrabeoption.cpp, the first from Haug (1998).
    const { cases } = run(
      'exchange.csv',
      `${terms},value,delta1,delta2,gamma1,gamma2,theta,rho_greek,tol`,
      '22,20,1,1,0.06,0.04,0.1,0.5,0.2,0.15,0.5,2.138,0.746,-0.713,0.106,0.128,-0.416,0,0.001',
      '11,10,2,2,0.06,0.04,0.1,0.5,0.2,0.25,0.5,2.374,1.413,-1.317,0.181,0.219,-0.336,0,0.001',
      '22,20,1,1,0.06,0.04,0.1,0.5,0.2,0.15,0.5,2.138,0.746,-0.713,0.106,0.128,-0.426,0,0.001',
    );
    expect(cases.map(passes)).toEqual([true, true, false]);
    expect(cases[0]?.comparisons.map(({ field }) => field)).toEqual([
      'value',
      'delta1',
      'delta2',
      'gamma1 / quantity1',
      'gamma2 / quantity2',
      'theta, its carry times quantity',
      'rho',
    ]);
    rmSync(join(folder, 'exchange.csv'));
    const values = run('values.csv', `${terms},value`, '22,20,1,1,0.06,0.04,0.1,0.1,0.2,0.15,-0.5,2.125');
    expect(values.cases[0]?.comparisons.map(({ field }) => field)).toEqual(['value']);
  });

  it('of two assets are exact for the greater and the lesser, and Kirk’s approximation for a spread', () => {
    const { cases, notCovered } = run(
      'baskets.csv',
      'basket,type,strike,s1,s2,q1,q2,r,T,v1,v2,rho,value,tol',
      'MinBasket,call,98,100,105,0,0,0.05,0.5,0.11,0.16,0.63,4.8177,0.0001',
      'MaxBasket,put,98,100,105,0.06,0.09,0.05,0.5,0.11,0.16,0.63,1.2181,0.0001',
      'SpreadBasket,call,3,122,120,0,0,0.1,0.1,0.2,0.2,-0.5,4.753,0.001',
      'SpreadBasket,call,3,122,120,0.1,0,0.1,0.1,0.2,0.2,-0.5,4.753,0.001',
      'AverageBasket,call,3,122,120,0,0,0.1,0.1,0.2,0.2,-0.5,4.753,0.001',
    );
    expect(cases.map(passes)).toEqual([true, true, true, false]);
    expect(cases.map(({ comparisons }) => comparisons[0]?.field)).toEqual([
      'value',
      'value',
      'value (Kirk, an approximation)',
      undefined,
    ]);
    expect(cases[3]?.problem).toBe('a spread of futures has no yields');
    expect(notCovered.map(({ reason }) => reason)).toEqual(['margo knows no basket called AverageBasket']);
  });

  it('of unknown columns are named with a reason', () => {
    run('margrabe_exchange.csv', 's1,s2', '1,2', '3,4');
    run('notes.txt', 'text');
    const { cases, notCovered } = run('weather.csv', 'rain,sun', '1,2');
    expect(cases).toEqual([]);
    expect(notCovered).toEqual([
      {
        subject: 'pricing/margrabe_exchange.csv',
        reason: 'its columns are those of no file known here: s1, s2',
        cases: 2,
      },
      { subject: 'pricing/notes.txt', reason: 'only CSV files are read' },
      {
        subject: 'pricing/weather.csv',
        reason: 'its columns are those of no file known here: rain, sun',
        cases: 1,
      },
    ]);
  });
});
