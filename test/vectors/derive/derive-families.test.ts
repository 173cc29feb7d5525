import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { passes, type VectorCase, type VectorFamily } from '../vector-case.js';
import { derivePm1Family } from './derive-pm1-family.js';
import { derivePm2Family } from './derive-pm2-family.js';
import { deriveSrmFamily } from './derive-srm-family.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function run(family: VectorFamily, files: Readonly<Record<string, unknown>>) {
  const folder = mkdtempSync(join(tmpdir(), 'margo-family-'));
  folders.push(folder);
  for (const [name, document] of Object.entries(files)) {
    writeFileSync(join(folder, name), typeof document === 'string' ? document : JSON.stringify(document));
  }
  return family.run(folder);
}

const failed = (cases: readonly VectorCase[]): string[] =>
  cases.filter((one) => !passes(one)).map(({ name, problem }) => `${name}: ${problem}`);

const PARAMETERS = {
  Scenarios: [
    { SpotShock: '1.18', VolShockDirection: 'Up', DampeningFactor: 1 },
    { SpotShock: 0.82, VolShockDirection: 'UP' },
    { SpotShock: 1, VolShockDirection: 'LINEAR', DampeningFactor: 1 },
  ],
  Margin: {
    IM_LOSS_FACTOR: 1,
    MM_LOSS_FACTOR: 0.8,
    BASE_STATIC_DISCOUNT: 0.95,
    LONG_RATE_MULTSCALE: 1,
    LONG_RATE_ADDSCALE: 0.08,
    BASE_STATIC_DISCOUNT_NEG: 1.04,
    SHORT_RATE_MULTSCALE: 0.5,
    SHORT_RATE_ADDSCALE: 0.08,
  },
  VolShock: {
    VOLRANGEUP: 0.5,
    VOLRANGEDOWN: 0.275,
    SHORTTERMPOWER: 0.3,
    LONGTERMPOWER: 0.13,
    DTE_FLOOR: 1,
    MIN_VOL_EVAL_SHOCKED: 0.45,
  },
  SkewShock: {
    LINEAR_SCALE_CAP: 0.15,
    LINEAR_CBASE: -0.05,
    ABS_SCALE_CAP: 0.15,
    ABS_CBASE: -0.05,
    MIN_K_STAR: 0.01,
    MIN_WIDTH_SCALE: 4,
    VOL_PARAM_STATIC: 0.6,
    VOL_PARAM_SCALE: -0.1,
  },
  BasisContingency: {
    SCENARIO_SPOT_UP: 1.045,
    SCENARIO_SPOT_DOWN: 0.955,
    BASIS_CONT_ADD_FACTOR: 0.5,
    BASIS_CONT_MULT_FACTOR: 2,
  },
  OtherContingency: {
    PEG_LOSS_THRESHOLD: 0.98,
    PEG_LOSS_FACTOR: 2,
    CONF_THRESHOLD: 0.55,
    CONF_MARGIN: 1,
    MM_PERP_PERCENT: 0.015,
    IM_PERP_PERCENT: 0.005,
    MM_OPTION_PERCENT: 0.003,
    IM_OPTION_PERCENT: 0.002,
  },
};

/** One perpetual long, from the rule book's own worked example: -1015 and -3820. */
const PERPETUAL = {
  Scenario: {
    NumPerps: 1,
    SpotPrice: '3000',
    SpotConfidence: 0.2,
    PerpPrice: 2500,
    PerpConfidence: 0.1,
    UnrealisedPerpPNL: -600,
    UnrealisedFunding: '-10',
    Note: 'not read',
  },
  Parameters: PARAMETERS,
  Result: { MM: -1015, IM: '-3820', MMPerpCont: -45, OracleCont: -2700, im_loss_factor: 1, discount_factors: [] },
};

const without = (field: string) => {
  const { [field]: _left, ...account } = PERPETUAL.Scenario as Record<string, unknown>;
  return { ...PERPETUAL, Scenario: account };
};

describe('the PMRM_2 family', () => {
  it('reads numbers and strings, leaves out what has a default, and ignores what it does not know', () => {
    const { cases } = run(derivePm2Family, {
      'test_2_b.json': PERPETUAL,
      'test_10_a.json': PERPETUAL,
      'notes.txt': 'x',
    });
    expect(cases.map(({ name }) => name)).toEqual(['derive-pm2/test_2_b.json', 'derive-pm2/test_10_a.json']);
    expect(failed(cases)).toEqual([]);
    expect(cases[0]!.comparisons.map(({ field }) => field)).toEqual([
      'MM',
      'IM',
      'MMPerpCont',
      'OracleCont',
      'im_loss_factor',
    ]);
  });

  it('compares every scenario, in order', () => {
    const Result = {
      ...PERPETUAL.Result,
      reg_losses: [
        [0.18, 1, '450'],
        [-0.18, 1, -450],
      ],
      skew_losses: [['LINEAR', 0]],
    };
    const { cases } = run(derivePm2Family, { 'test_1.json': { ...PERPETUAL, Result } });
    expect(failed(cases)).toEqual([]);
    expect(cases[0]!.comparisons.map(({ field }) => field)).toContain('scenario -18%, vol up');
    const short = { ...PERPETUAL, Result: { ...Result, skew_losses: [] } };
    expect(failed(run(derivePm2Family, { 'test_1.json': short }).cases)).toEqual([
      'derive-pm2/test_1.json: Result has 2 scenario results, Parameters.Scenarios 3',
    ]);
  });

  it('fails a case that is wrong, lacks a field, has no feed or is no JSON, naming it', () => {
    const unfed = { ...PERPETUAL.Scenario, Options: [{ Expiry: 100, Strike: 3000, IsCall: 1, Amount: 1 }] };
    const { cases } = run(derivePm2Family, {
      'test_1.json': without('SpotPrice'),
      'test_2.json': { ...PERPETUAL, Scenario: unfed },
      'test_3.json': '{',
      'test_4.json': { ...PERPETUAL, Result: { MM: -1015.1, IM: -3820 } },
    });
    const [missing, feedless, broken, wrong] = failed(cases);
    expect(missing).toBe('derive-pm2/test_1.json: Scenario.SpotPrice is missing');
    expect(feedless).toContain('no feed for its expiry in 100 seconds');
    expect(broken).toContain('JSON');
    expect(wrong).toBe('derive-pm2/test_4.json: undefined');
  });

  it('sets aside what the venue refuses itself', () => {
    const scenarios = PARAMETERS.Scenarios.map((one) => ({ ...one, SpotShock: 1.18 }));
    const refused = { ...PERPETUAL, Parameters: { ...PARAMETERS, Scenarios: scenarios } };
    const { cases, notCovered } = run(derivePm2Family, { 'test_67.json': refused });
    expect(cases).toEqual([]);
    expect(notCovered[0]).toMatchObject({ subject: 'derive-pm2/test_67.json', cases: 1 });
  });
});

const PM1 = {
  scenarios: [
    { spotShock: 1.15, volShock: 'Up' },
    { spotShock: 0.85, volShock: 'None' },
  ],
  vectors: [
    {
      id: 'base asset',
      tolerance: { truncateTowardZeroToInteger: true },
      params: {
        scenarioSpotUp: 1.05,
        scenarioSpotDown: 0.95,
        basisContAddFactor: 0.25,
        basisContMultFactor: 0.01,
        pegLossThreshold: 0.98,
        pegLossFactor: 2,
        confThreshold: 0.6,
        confMargin: 0.5,
        basePercent: 0.02,
        perpPercent: 0.02,
        optionPercent: 0.01,
        imFactor: 1.3,
        baseStaticDiscount: 0.95,
        rateMultScale: 4,
        rateAddScale: 0.05,
        volRangeUp: 0.45,
        volRangeDown: 0.3,
        shortTermPower: 0.3,
        longTermPower: 0.13,
        dteFloorSec: 86_400,
      },
      market: { spot: '1500' },
      portfolio: { base: 1 },
      // 1500 - 1500 x (0.15 + 0.02), and with 1.3 times that.
      expected: { MM: 1245, IM: 1168 },
    },
  ],
};

describe('the PMRM family', () => {
  it('passes a case, to whole numbers', () => {
    const { cases } = run(derivePm1Family, { 'vectors.json': PM1 });
    expect(cases.map(({ name }) => name)).toEqual(['derive-pm1/vectors.json base asset']);
    expect(failed(cases)).toEqual([]);
  });

  it('fails single cases and whole files, naming them', () => {
    const [one] = PM1.vectors;
    const files = {
      'a.json': {
        ...PM1,
        vectors: [
          { ...one, market: {} },
          { ...one, id: 'wrong', expected: { MM: 1, IM: 1 } },
        ],
      },
      'b.json': {},
    };
    expect(failed(run(derivePm1Family, files).cases)).toEqual([
      'derive-pm1/a.json base asset: vectors[0].market.spot is missing',
      'derive-pm1/a.json wrong: undefined',
      'derive-pm1/b.json: vectors is missing',
    ]);
  });
});

const SRM = {
  params: {
    perp: { mm: 0.05, im: 0.065 },
    option: {
      maxSpotReq: 0.15,
      minSpotReq: 0.1,
      mmCallSpotReq: 0.075,
      mmPutSpotReq: 0.075,
      mmPutMtmReq: 0.075,
      unpairedIMScale: 1.2,
      unpairedMMScale: 1.1,
      mmOffsetScale: 1.05,
    },
    oracle: { perpThreshold: 0.4, optionThreshold: 0.4, baseThreshold: 0.4, factor: 0.4 },
    depeg: { threshold: 0.98, factor: 1.2 },
  },
  vectors: [
    {
      id: 'perpetual',
      baseMarginFactor: 0.8,
      cash: '100',
      markets: [{ underlying: 'ETH', spot: 1500, perps: -1, perpPrice: 1500, perpValue: 20 }],
      expected: { MM: 120 - 75, IM: 120 - 97.5, mtm: 120 },
    },
  ],
};

describe('the standard manager’s family', () => {
  it('passes a case', () => {
    expect(failed(run(deriveSrmFamily, { 'vectors.json': SRM }).cases)).toEqual([]);
  });

  it('names what is missing', () => {
    const [one] = SRM.vectors;
    const files = { 'vectors.json': { ...SRM, vectors: [{ ...one, markets: [{ underlying: 'ETH' }] }] } };
    expect(failed(run(deriveSrmFamily, files).cases)).toEqual([
      'derive-srm/vectors.json perpetual: vectors[0].markets[0].spot is missing',
    ]);
  });
});
