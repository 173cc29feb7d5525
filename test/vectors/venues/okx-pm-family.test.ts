import { describe, expect, it } from 'vitest';
import { agrees, passes } from '../vector-case.js';
import { runFamily } from './family-folder.js';
import { okxPmFamily } from './okx-pm-family.js';

/** A unit of the position-builder example of OKX's API documentation, some figures as text. */
const LTC = {
  riskUnit: 'LTC',
  instId: 'LTC-USDT-SWAP',
  contracts: '10',
  ctVal: 1,
  mark: 102,
  deltaUsd: 1019.5308,
  mr1: '183.50672805719995',
  mr1Scen: { '-0.18': -183.50672805719995, '0': 0, '0.06': 61.168909352399936 },
  mr2: 0,
  mr4: 8.1562464,
  mr6: 183.5067280572,
  mr6ScenPnl: -367.0134561144,
  mr6Shock: -0.36,
  mr7: 7.1367156,
  mmr: 191.6629744572,
  imr: 249.16186679436,
};

const run = (document: Readonly<Record<string, unknown>>) => runFamily(okxPmFamily, { 'a.json': document });

describe('units of the okx-pm family', () => {
  it('pass with every figure they have', () => {
    const { cases } = run({ riskUnits: [LTC] });
    expect(cases[0]!.name).toBe('okx-pm/a.json unit LTC');
    expect(cases[0]!.comparisons).toHaveLength(11);
    expect(passes(cases[0]!)).toBe(true);
  });

  it('take their index from what there is', () => {
    const { mr1Scen: _, ...withoutGrid } = LTC;
    const { mr6ScenPnl: __, ...withoutEither } = withoutGrid;
    const index = 61.168909352399936 / 0.06 / 10;
    const { cases } = run({ riskUnits: [withoutGrid, { ...withoutEither, indexUsd: index }, withoutEither] });
    expect(cases.map(passes)).toEqual([true, true, false]);
    // By the delta, which is of another price: MR1 is the first to differ.
    expect(cases[2]!.comparisons.find((comparison) => !agrees(comparison))!.field).toBe('mr1');
  });

  it('add up to the account with its borrowings', () => {
    const account = { borrowMmr: 100, totalMmr: 291.6629744572, totalImr: 249.16186679436, eq: 5 };
    const { cases } = run({ account, riskUnits: [LTC] });
    expect(cases.map(({ name }) => name.split(' ').at(-1))).toEqual(['LTC', 'account']);
    expect(passes(cases[1]!)).toBe(true);
    expect(passes(run({ account: { totalMmr: 292 }, riskUnits: [LTC] }).cases[1]!)).toBe(false);
  });

  it('fail by the name of what is missing', () => {
    const { cases } = run({
      riskUnits: [
        { ...LTC, ctVal: undefined },
        { ...LTC, instId: 'LTC-USDT-250328' },
      ],
    });
    expect(cases[0]!.problem).toContain('ctVal is missing');
    expect(cases[1]!.problem).toContain('expiryMs is missing');
  });
});

describe('examples of the okx-pm family', () => {
  const TIERS = {
    inputs: {
      MR: 40_000,
      MR7_raw: '30000',
      tiers: [
        [0, 10_000, 1],
        [10_000, 70_000, 2],
      ],
    },
    expected: { MR7_adj: 50_000, MMR: 50_000 },
  };

  it('are the tiers of 2021', () => {
    const higher = { ...TIERS, inputs: { ...TIERS.inputs, MR: 60_000 }, expected: { MR7_adj: 50_000, MMR: 60_000 } };
    const { cases } = run({ otherExamples: [TIERS, higher, { ...TIERS, expected: { MMR: 40_000 } }] });
    expect(cases.map(passes)).toEqual([true, true, false]);
  });

  it('are the spot hedge of 2024, before and after', () => {
    const hedge = {
      inputs: { spotBTC: 10, perpBTC: -10 },
      expectedBefore: { MR1to6: 0, MMR: 3020.87, MR7: 3020.87 },
      expectedAfter: { MR4: 8053.32, MMR: 8053.32, MR7: 3020.17 },
    };
    const { cases } = run({ otherExamples: [hedge, { ...hedge, expectedAfter: { MR4: 8060, MR7: 3020.17 } }] });
    expect(cases.map(passes)).toEqual([true, false]);
  });

  it('are parts of an amount at their rates, and others are named', () => {
    const sum = { inputs: '1M*0.75%+4M*1.75%+5M*2.5%', printedTotal: 202_500 };
    const { cases, notCovered } = run({
      otherExamples: [sum, { ...sum, printedTotal: 202_501 }, { inputs: 'see page 3' }, { inputs: { moon: 1 } }],
    });
    expect(cases.map(passes)).toEqual([true, false]);
    expect(notCovered.map(({ subject }) => subject)).toEqual(['okx-pm/a.json example 3', 'okx-pm/a.json example 4']);
  });
});
