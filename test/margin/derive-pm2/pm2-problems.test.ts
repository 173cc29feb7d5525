import { describe, expect, it } from 'vitest';
import {
  derivePm2,
  type Pm2Line,
  type Pm2Snapshot,
  type Pm2Values,
  pm2Problems,
} from '../../../src/margin/derive-pm2/index.js';
import { LINES, SNAPSHOT } from './a-market.js';
import { REFERENCE } from './reference-values.js';

interface Changed {
  readonly lines?: readonly Pm2Line[];
  readonly snapshot?: Partial<Pm2Snapshot>;
  readonly values?: Partial<Pm2Values>;
}

const [first] = SNAPSHOT.expiries;
const CURVE = { a: 0.01, b: 0.1, rho: 0, m: 0, sigma: 0.1, forward: 3000, tau: 0.1 };
const onCurve = LINES.map((line) => (line.kind === 'option' ? { ...line, volatility: null } : line));
const scenario = { spotShock: 1, volatility: 'none', dampening: 1 } as const;

const CASES: readonly (readonly [string, Changed])[] = [
  ['1200-2000-C: no feed for its expiry in 1200 seconds', { snapshot: { expiries: SNAPSHOT.expiries.slice(1) } }],
  ['1200-2000-C: no volatility, and no curve in the feed of its expiry', { lines: onCurve }],
  [
    '1200-2000-C: the volatility curve of its expiry has no figure for it',
    {
      lines: onCurve,
      snapshot: { expiries: SNAPSHOT.expiries.map((feed) => ({ ...feed, curve: { ...CURVE, a: -1 } })) },
    },
  ],
  ['1200 s: forward of 0', { snapshot: { expiries: [{ ...first!, forward: 0 }, ...SNAPSHOT.expiries.slice(1)] } }],
  ['1200 s: rate of NaN', { snapshot: { expiries: [{ ...first!, rate: Number.NaN }, ...SNAPSHOT.expiries.slice(1)] } }],
  ['feeds: spot of -1', { snapshot: { spot: -1 } }],
  ['feeds: stablePrice of 0', { snapshot: { stablePrice: 0 } }],
  ['perpetual of feeds: no feed for its price', { snapshot: { perpetual: null } }],
  [
    'WBTC: haircuts of 1.25 together',
    {
      lines: [
        {
          kind: 'collateral',
          name: 'WBTC',
          price: 1,
          confidence: 1,
          maintenanceHaircut: 0.75,
          initialHaircut: 0.5,
          riskCancelling: false,
        },
      ],
    },
  ],
  ['figures: perpInitialRate of -0.005', { values: { perpInitialRate: -0.005 } }],
  ['figures: volParamScale of NaN', { values: { volParamScale: Number.NaN } }],
  ['scenarios: 0 of them', { values: { scenarios: [] } }],
  ['scenarios: 41 of them', { values: { scenarios: Array(41).fill(scenario) } }],
  ['scenarios: dampening of -1', { values: { scenarios: [{ ...scenario, dampening: -1 }] } }],
  [
    'scenarios: a skew scenario that moves the spot by a factor of 1.18',
    { values: { scenarios: [{ ...scenario, volatility: 'linear', spotShock: 1.18 }] } },
  ],
  [
    "scenarios: more than one 'abs'",
    { values: { scenarios: [1, 2].map((dampening) => ({ spotShock: 1, volatility: 'abs', dampening })) } },
  ],
  [
    "scenarios: an unknown volatility move 'sideways'",
    { values: { scenarios: [{ ...scenario, volatility: 'sideways' as 'up' }] } },
  ],
];

describe('what PMRM_2 cannot work with', () => {
  it('is nothing in a sound market', () => {
    expect(pm2Problems(LINES, SNAPSHOT, REFERENCE)).toEqual([]);
  });

  it.each(CASES)('%s', (sentence, { lines = LINES, snapshot, values }) => {
    const inputs = [lines, { ...SNAPSHOT, ...snapshot }, { ...REFERENCE, ...values }] as const;
    expect(pm2Problems(...inputs).map(({ subject, problem }) => `${subject}: ${problem}`)).toContain(sentence);
    expect(() => derivePm2(...inputs)).toThrow(RangeError);
  });

  it('is told all at once', () => {
    const problems = pm2Problems(LINES, { ...SNAPSHOT, spot: 0, perpetual: null, expiries: [] }, REFERENCE);
    expect(problems.length).toBe(30 + 1 + 1);
  });
});
