import { describe, expect, it } from 'vitest';
import { PM2_PARAMETER_SETS, sviVolatility } from '../../../src/margin/derive-pm2/index.js';
import { settlementWindow } from '../../../src/margin/derive-pm2/settlement-window.js';
import { skewMultiplier } from '../../../src/margin/derive-pm2/skew-volatility.js';
import { staticDiscounts } from '../../../src/margin/derive-pm2/static-discounts.js';
import { REFERENCE } from './reference-values.js';

const YEAR = 31_536_000;

describe('the volatility curve', () => {
  // derivexyz/v2-core, PMRM_2 case 13 and 61: curve and MarkVol.
  const btc = {
    a: 0.002138900837067276,
    b: 0.0416397658203812,
    rho: -0.29089434907604955,
    m: -0.026351062568175803,
    sigma: 0.06256307931421391,
    forward: 95776.67392708939,
    tau: 0.02520611364789,
  };

  it('gives the published volatility', () => {
    expect(sviVolatility(100_000, btc)).toBeCloseTo(0.453803924321583, 12);
  });

  it('is flat beyond the clamp of log moneyness', () => {
    const clamp = 4 * Math.sqrt(btc.a + btc.b * btc.sigma);
    const edge = sviVolatility(btc.forward * Math.exp(clamp), btc);
    expect(sviVolatility(btc.forward * Math.exp(2 * clamp), btc)).toBeCloseTo(edge, 14);
    expect(sviVolatility(btc.forward * Math.exp(0.9 * clamp), btc)).toBeLessThan(edge);
  });

  it('has its variance capped at 144, and none below zero', () => {
    expect(sviVolatility(100, { ...btc, a: 500, tau: 1 })).toBe(12);
    expect(sviVolatility(btc.forward, { ...btc, a: -0.01, b: 0.16 })).toBeNaN();
  });
});

describe('skews', () => {
  const years = 3_214_052 / YEAR;

  // derivexyz/v2-core, PMRM_2 case 100: k, linear_multiplier and abs_multiplier of single options.
  it.each([
    ['linear', 3_214_052, 2.313842511736052, 1.1340377852143724],
    ['linear', 18_938_852, 1.3436818867838904, 1.0922958790060304],
    ['linear', 8_657_252, -0.5666798587398955, 0.9388701358383178],
    ['abs', 8_657_252, -0.5666798587398955, 1.0611298641616822],
    ['abs', 3_214_052, 0.13346239596542572, 1.0246602179007205],
  ] as const)('%s at %d seconds and k = %d multiply by %d', (move, seconds, k, expected) => {
    expect(skewMultiplier(move, k, seconds / YEAR, REFERENCE)).toBeCloseTo(expected, 9);
  });

  it('leave the forward strike alone, and go no lower than nothing', () => {
    expect(skewMultiplier('linear', 0, years, REFERENCE)).toBe(1);
    expect(skewMultiplier('linear', -5, years, { ...REFERENCE, linearCapBase: 4 })).toBe(0);
  });
});

describe('static discounts', () => {
  it('are those published', () => {
    // derivexyz/v2-core, PMRM_2 case 100, discount_factors of the first expiry: rate 0.21.
    const years = 3_214_052 / YEAR;
    const { long, short } = staticDiscounts(0.21, years, Math.exp(-0.21 * years), REFERENCE);
    expect(long).toBeCloseTo(0.9223327675518455, 12);
    expect(short).toBeCloseTo(1.0216332306714941, 12);
  });
});

describe('the settlement window', () => {
  it.each([
    [7200, 0, 3000],
    [1800, 0, 3000],
    [900, 1500, 1500],
    [0, 3000, 0],
    [-60, 3000, 0],
  ])('%d seconds before expiry has fixed %d and left %d', (seconds, fixed, variable) => {
    expect(settlementWindow(3000, seconds)).toEqual({ fixed, variable });
  });
});

describe('the parameter sets', () => {
  it('are dated and told apart', () => {
    expect(PM2_PARAMETER_SETS.map(({ id, confidence }) => [id, confidence])).toEqual([
      ['derive-pm2-mainnet-2026-01-21', 'model'],
      ['derive-pm2-reference-2026-01-21', 'verified'],
    ]);
    for (const { venue, effectiveDate, source } of PM2_PARAMETER_SETS) {
      expect(venue).toBe('Derive');
      expect(effectiveDate).toBe('2026-01-21');
      expect(source).toContain('derivexyz/v2-core');
    }
  });

  it.each([
    ['mainnet', 33, 0.77],
    ['reference', 31, 0.2],
  ])('%s has %d scenarios, tails dampened to %d of the price range', (name, count, share) => {
    const { scenarios } = PM2_PARAMETER_SETS.find(({ id }) => id.includes(name))!.values;
    expect(scenarios).toHaveLength(count);
    for (const { spotShock, dampening } of scenarios) {
      const move = Math.abs(spotShock - 1);
      if (move > 0.19) expect(dampening).toBeCloseTo((share * 0.18) / move, 9);
      else expect(dampening).toBe(1);
    }
  });

  it('have the same figures by name', () => {
    const [one, other] = PM2_PARAMETER_SETS.map(({ values }) => Object.keys(values).sort());
    expect(one).toEqual(other);
  });
});
