import { describe, expect, it } from 'vitest';
import { evaluate, type Formula } from '../../../src/formula/index.js';
import { OKX_PARAMETER_SETS, type OkxInputs, type OkxLine, okxPm } from '../../../src/margin/okx-pm/index.js';
import { AS_OF, future, INDEX, perpetual, SAMPLE_QUANTITIES, sampleLines, spot } from '../venue-lines/sample-book.js';

const VALUES = OKX_PARAMETER_SETS[0]!.values;

/** One contract of the position-builder example; its index is told by the scenario of +4 % (-388.1369748240002 for -0.1 BTC). */
const BTC_SWAP: OkxLine = {
  ...perpetual(97_093.7, 'linear'),
  name: 'BTC-USDT-SWAP',
  unitsPerContract: 0.01,
  deltaUsd: 970.4903689800001,
};
const LTC_SWAP: OkxLine = {
  ...perpetual(102, 'linear', 'LTC'),
  name: 'LTC-USDT-SWAP',
  deltaUsd: 101.95308,
};
const EXAMPLE: OkxInputs = {
  asOfMs: AS_OF,
  units: [
    { underlying: 'BTC', indexUsd: 388.1369748240002 / 0.04 / 0.1 },
    { underlying: 'LTC', indexUsd: 61.168909352399936 / 0.06 / 10 },
  ],
  lines: [BTC_SWAP, LTC_SWAP],
  borrowing: { maintenance: 1571.064377796, initial: 7855.32188898 },
};
const HELD = Float64Array.of(-10, 10);

describe('the position-builder example (OKX API v5 documentation)', () => {
  const requirement = okxPm(EXAMPLE, VALUES);
  const part = (name: string) => evaluate(requirement.components[name]!, HELD);

  it.each([
    ['BTC MR1', 1164.4109244719994],
    ['BTC MR4', 19.4098073796],
    ['BTC MR6', 1164.4109244720003],
    ['BTC MR7', 43.67206660410001],
    ['BTC MMR', 1183.8207318516002],
    ['BTC IMR', 1538.9669514070802],
    ['LTC MR1', 183.50672805719995],
    ['LTC MR4', 8.1562464],
    ['LTC MR6', 183.5067280572],
    ['LTC MR7', 7.1367156],
    ['LTC MMR', 191.6629744572],
    ['LTC IMR', 249.16186679436],
    ['derivatives MMR', 1375.4837063088003],
  ])('%s is %f', (name, theirs) => {
    expect(part(name)).toBeCloseTo(theirs, 9);
  });

  it('has no MR2, MR3, MR5 and MR9', () => {
    for (const charge of ['MR2', 'MR3', 'MR5', 'MR9']) expect(part(`BTC ${charge}`)).toBe(0);
  });

  it('has the account totals with borrowings', () => {
    expect(evaluate(requirement.maintenance, HELD)).toBeCloseTo(2946.5480841048, 9);
    expect(evaluate(requirement.initial, HELD)).toBeCloseTo(9643.45070718144, 9);
  });

  it('has the scenarios of the response', () => {
    const loss = (name: string) => evaluate(requirement.scenarios.find((one) => one.name === name)!.loss, HELD);
    expect(loss('BTC +8%')).toBeCloseTo(776.2739496480004, 9);
    expect(loss('BTC -12%')).toBeCloseTo(-1164.4109244719994, 9);
    expect(loss('LTC -18%')).toBeCloseTo(183.50672805719995, 9);
    expect(loss('extreme BTC +24%')).toBeCloseTo(2328.8218489440005 / 2, 9);
    expect(requirement.scenarios).toHaveLength(2 * (7 + 2));
  });

  it('is verified; a dated future, or a coin whose class is not told, is a model', () => {
    const confidenceOf = (line: OkxLine) =>
      okxPm({ asOfMs: AS_OF, units: [{ underlying: line.underlying, indexUsd: 1 }], lines: [line] }, VALUES).confidence;
    expect(requirement.confidence).toBe('verified');
    expect(confidenceOf(future(1, 10, 'linear'))).toBe('model');
    expect(confidenceOf(perpetual(1, 'linear', 'NEWCOIN'))).toBe('model');
  });
});

// Independent computation in Python with scipy.stats.norm, from the rules in words.
describe('a unit with options (independent computation)', () => {
  const inputs: OkxInputs = {
    asOfMs: AS_OF,
    units: [{ underlying: 'BTC', indexUsd: INDEX }],
    lines: sampleLines('linear'),
  };
  const part = (name: string, values = VALUES, held = SAMPLE_QUANTITIES) =>
    evaluate(okxPm(inputs, values).components[`BTC ${name}`]!, held);

  it.each([
    ['MR1', 15096.816978622677],
    ['MR6', 10936.850375283311],
    ['MR4', 345.50101531942323],
    ['raw MR7', 866.3199820855818],
    ['MMR', 15442.3179939421],
  ])('%s is %f', (name, theirs) => {
    expect(part(name)).toBeCloseTo(theirs, 7);
  });

  it('charges time value, vega by expiry and rates when told how much', () => {
    const told = { ...VALUES, thetaCharge: 1, vegaTermCharge: 2, rateMove: 0.01 };
    expect(part('MR2', told, Float64Array.of(0, 0, 1, 1))).toBeCloseTo(105.55670781888, 8);
    expect(part('MR2', told, Float64Array.of(0, 0, -1, -1))).toBe(0);
    expect(part('MR3', told)).toBeCloseTo(2 * (150.10773906626943 + 133.23513348503167), 8);
    expect(part('MR5', told)).toBeCloseTo(0.01 * (239.56040385423333 + 619.5983906149071), 8);
  });

  it('is as bad as the worse of points and percent', () => {
    const table = (points: number, percent: number) => ({
      ...VALUES,
      volatilityTable: [{ fromDays: 0, points, percent }],
    });
    const inPoints = part('MR1', table(0.3, 0));
    expect(part('MR1', table(0.3, 0.1))).toBe(inPoints);
    expect(part('MR1', table(0.3, 0.9))).toBeGreaterThan(inPoints);
    expect(part('MR1', table(0, 0))).toBeLessThan(inPoints);
  });

  it('reads the row of the tenor', () => {
    const rows = [
      { fromDays: 40, points: 0.1, percent: 0 },
      { fromDays: 0, points: 0.3, percent: 0 },
    ];
    const put = Float64Array.of(0, 0, 0, -1);
    const call = Float64Array.of(0, 0, -1, 0);
    expect(part('MR1', { ...VALUES, volatilityTable: rows }, call)).toBe(part('MR1', VALUES, call));
    expect(part('MR1', { ...VALUES, volatilityTable: rows }, put)).toBe(
      part('MR1', { ...VALUES, volatilityTable: [{ fromDays: 0, points: 0.1, percent: 0 }] }, put),
    );
    const late = [{ fromDays: 90, points: 5, percent: 0 }];
    expect(part('MR1', { ...VALUES, volatilityTable: late }, put)).toBe(
      part('MR1', { ...VALUES, volatilityTable: [] }, put),
    );
  });
});

describe('spot against a perpetual (OKX announcement of 2024-05-31)', () => {
  // MR7 3,020.87 is 0.45 % of ten BTC.
  const index = 3020.87 / 0.0045 / 10;
  const inputs: OkxInputs = {
    asOfMs: AS_OF,
    units: [{ underlying: 'BTC', indexUsd: index }],
    lines: [spot(index), perpetual(index, 'linear')],
  };
  const hedged = Float64Array.of(10, -10);
  const part = (name: string, values = VALUES) => evaluate(okxPm(inputs, values).components[`BTC ${name}`]!, hedged);

  it('had a minimum charge only, when spot netted in the basis', () => {
    const before = { ...VALUES, spotInBasis: 1 };
    for (const name of ['MR1', 'MR4', 'MR6']) expect(part(name, before)).toBe(0);
    expect(part('MMR', before)).toBeCloseTo(3020.87, 9);
  });

  it('is charged for the basis since', () => {
    const rate = 0.012;
    const coinClasses = VALUES.coinClasses.map((one) => ({ ...one, basisMin: rate }));
    const MR4 = part('MR4', { ...VALUES, coinClasses });
    expect(Math.abs(MR4 / 8053.32 - 1)).toBeLessThan(1e-3);
    expect(part('MMR', { ...VALUES, coinClasses })).toBeCloseTo(MR4, 9);
  });
});

describe('what does not fit', () => {
  it('is refused by name', () => {
    const stray = { ...EXAMPLE, units: EXAMPLE.units.slice(0, 1) };
    expect(() => okxPm(stray, VALUES)).toThrow(/'LTC-USDT-SWAP' is of 'LTC', which is no unit here/);
    expect(() => okxPm(EXAMPLE, { ...VALUES, coinClasses: [] })).toThrow(/no coin class takes 'BTC'/);
  });

  it('has an MR9 beside the rest of the risk', () => {
    const units = [{ ...EXAMPLE.units[0]!, stablecoinCharge: 250 }, EXAMPLE.units[1]!];
    const margin: Formula = okxPm({ ...EXAMPLE, units }, VALUES).components['BTC MMR']!;
    expect(evaluate(margin, HELD)).toBeCloseTo(1183.8207318516002 + 250, 9);
  });
});
