import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/formula/index.js';
import { derivePm1, PM1_PARAMETER_SETS, type Pm1Values, pm1Problems } from '../../../src/margin/derive-pm1/index.js';
import { type Portfolio, portfolio, REFERENCE } from './a-portfolio.js';

function margins({ lines, quantities, snapshot }: Portfolio, values: Pm1Values) {
  const requirement = derivePm1(lines, snapshot, values);
  const amount = (name: keyof typeof requirement.components): number =>
    evaluate(requirement.components[name]!, quantities);
  const value = evaluate(requirement.value, quantities);
  return {
    value,
    initial: value - evaluate(requirement.initial, quantities),
    maintenance: value - evaluate(requirement.maintenance, quantities),
    forwardContingency: amount('forwardContingency'),
    staticContingency: amount('staticContingency'),
    oracle: amount('oracle'),
    initialLossFactor: amount('initialLossFactor'),
  };
}

const FORWARD = 1500.833279310994;

/** derivexyz/v2-core at 7736900d, test/risk-managers/unit-tests/PMRM/testAndVerifyScenarios.json, computed by the venue's risk engine. */
const VERIFIED: readonly (readonly [string, Portfolio, Readonly<Record<string, number>>])[] = [
  [
    'Test1, a call short at the money',
    portfolio([{ secondsToExpiry: 500_400, level: FORWARD, options: [[1500, 'C', -1, 1.0478844940849863]] }], {}, {}),
    {
      maintenance: -301.7685348603643,
      initial: -368.4876197617556,
      value: -79.37158518905994,
      forwardContingency: 11.275911269415126,
      staticContingency: 15,
      oracle: 0,
      initialLossFactor: 1.3,
    },
  ],
  [
    'Test3, a call spread',
    portfolio(
      [
        {
          secondsToExpiry: 500_400,
          level: FORWARD,
          options: [
            [500, 'C', 1, 1.653152366370104],
            [900, 'C', -1, 1.3286574638971111],
          ],
        },
      ],
      {},
      {},
    ),
    {
      maintenance: 347.943066330574,
      initial: 332.34423845885675,
      value: 399.93915923629834,
      forwardContingency: 0.027442547681155033,
      staticContingency: 15,
    },
  ],
];

/** The portfolio cases of the same tests, where results are whole numbers, and their changes of the figures. */
const PORTFOLIO_CASES: Pm1Values = {
  ...REFERENCE,
  rateAdd: 0.12,
  confidenceMargin: 0.4,
  baseRate: 0.025,
  perpRate: 0.025,
};

/** derivexyz/v2-core, test/risk-managers/unit-tests/test-cases-portfolio-pm.json, general_portfolio. */
const GENERAL = portfolio(
  [
    {
      secondsToExpiry: 1_497_600,
      level: 2004.7545,
      rate: 0.02,
      volatilityConfidence: 0.1,
      options: [
        [1700, 'C', -1, 0.15],
        [1700, 'P', 32, 0.15],
        [2100, 'C', 11, 1.01],
        [2100, 'P', 4, 1.01],
        [1000, 'C', -111, 0.33],
        [1000, 'P', -344, 0.33],
      ],
    },
    {
      secondsToExpiry: 4_953_600,
      level: 2014.7545,
      rate: 0.02,
      forwardConfidence: 0.2,
      options: [
        [2700, 'C', -4, 0.5],
        [2700, 'P', 34, 0.5],
        [3100, 'C', -0.2, 0.5],
        [3100, 'P', 14, 0.5],
        [1500, 'C', -0.11111, 0.5],
        [1500, 'P', 0.344, 0.5],
      ],
    },
  ],
  { base: 100, perpetuals: 5.2, dollars: -4342.42 + 62.4 },
  { spot: 2004, spotConfidence: 0.3, perpetual: { price: 2017, confidence: 0.3 } },
);

describe('the venue’s own figures', () => {
  it.each(VERIFIED)('are reproduced for %s', (_name, book, expected) => {
    const ours: Readonly<Record<string, number>> = margins(book, REFERENCE);
    for (const [name, theirs] of Object.entries(expected)) {
      expect(Math.abs(ours[name]! - theirs), name).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(theirs)));
    }
  });

  it('are reproduced for a general portfolio, to the dollar below', () => {
    const { initial, maintenance } = margins(GENERAL, PORTFOLIO_CASES);
    expect(Math.trunc(maintenance)).toBe(93_595);
    expect(Math.trunc(initial)).toBe(-371_689);
  });
});

describe('parts of the rule', () => {
  it('a long base asset needs its worst fall and its rate', () => {
    const book = portfolio([], { base: 2 }, {});
    const { value, maintenance, initial } = margins(book, REFERENCE);
    const need = 2 * 1500 * (0.15 + 0.02);
    expect(value).toBe(3000);
    expect(value - maintenance).toBeCloseTo(need, 9);
    expect(value - initial).toBeCloseTo(1.3 * need, 9);
  });

  it('a hedged base asset needs only its rates', () => {
    const book = portfolio([], { base: 1, perpetuals: -1 }, { perpetual: { price: 1500, confidence: 1 } });
    const { value, maintenance } = margins(book, REFERENCE);
    expect(value - maintenance).toBeCloseTo(1500 * 0.04, 9);
  });

  it('low confidence is charged on perpetual and base asset, in initial margin only', () => {
    const perpetual = { price: 1500, confidence: 0.4 };
    const book = portfolio([], { base: 1, perpetuals: -3 }, { perpetual });
    const sure = portfolio([], { base: 1, perpetuals: -3 }, { perpetual: { price: 1500, confidence: 1 } });
    expect(margins(book, REFERENCE).oracle).toBeCloseTo(0.6 * 0.5 * 4 * 1500, 9);
    expect(margins(book, REFERENCE).maintenance).toBe(margins(sure, REFERENCE).maintenance);
  });

  it('a broken peg raises the factor on loss and static contingency', () => {
    const book = portfolio([], { perpetuals: 1 }, { perpetual: { price: 1500, confidence: 1 }, stablePrice: 0.9 });
    const { initial, initialLossFactor } = margins(book, REFERENCE);
    expect(initialLossFactor).toBeCloseTo(1.3 + 0.08 * 2, 12);
    expect(-initial).toBeCloseTo(1.46 * 1500 * 0.17, 9);
  });

  it('a negative rate counts as zero', () => {
    const at = (rate: number) =>
      margins(
        portfolio([{ secondsToExpiry: 500_400, level: FORWARD, rate, options: [[1500, 'C', 1, 1]] }], {}, {}),
        REFERENCE,
      );
    expect(at(-0.5)).toEqual(at(0));
    expect(at(0.5).maintenance).toBeLessThan(at(0).maintenance);
  });

  it('scenarios are those of the set, by name', () => {
    const { scenarios } = derivePm1(GENERAL.lines, GENERAL.snapshot, REFERENCE);
    expect(scenarios.map(({ name }) => name)).toEqual(expect.arrayContaining(['+15%, vol up', '-15%, vol down']));
    expect(scenarios).toHaveLength(21);
    expect(PM1_PARAMETER_SETS.map(({ values }) => values.scenarios.length)).toEqual([23, 21]);
  });
});

describe('what PMRM cannot work with', () => {
  const { lines, snapshot } = GENERAL;
  const told = (...inputs: Parameters<typeof pm1Problems>): string[] =>
    pm1Problems(...inputs).map(({ subject, problem }) => `${subject}: ${problem}`);

  it('is nothing in a sound market', () => {
    expect(told(lines, snapshot, REFERENCE)).toEqual([]);
  });

  it('is told, and refused', () => {
    const feeds = { ...snapshot, perpetual: null, stablePrice: 0, expiries: snapshot.expiries.slice(1) };
    const sentences = told(lines, feeds, REFERENCE);
    expect(sentences).toContain('1497600-1700-C: no feed for its expiry in 1497600 seconds');
    expect(sentences).toContain('perpetual of feeds: no feed for its price');
    expect(sentences).toContain('feeds: stablePrice of 0');
    expect(() => derivePm1(lines, feeds, REFERENCE)).toThrow('derive-pm1: 1497600-1700-C');
  });

  it('includes unknown moves and forwards that are no prices', () => {
    const scenarios = [{ spotShock: 1, volatility: 'sideways' as 'up' }];
    expect(told(lines, snapshot, { ...REFERENCE, scenarios })).toEqual([
      "scenarios: an unknown volatility move 'sideways'",
    ]);
    expect(told(lines, snapshot, { ...REFERENCE, scenarios: [] })).toEqual(['scenarios: none']);
    expect(told(lines, snapshot, { ...REFERENCE, optionRate: -0.01 })).toEqual(['figures: optionRate of -0.01']);
    const [first, ...others] = snapshot.expiries;
    const negative = { ...snapshot, expiries: [{ ...first!, forward: { fixed: 0, variable: -1 } }, ...others] };
    expect(told(lines, negative, REFERENCE)).toEqual([`${first!.name}: forward of -1`]);
  });
});
