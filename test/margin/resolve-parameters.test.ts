import { describe, expect, it } from 'vitest';
import { findModel, type ParameterProblem, resolveParameters } from '../../src/margin/index.js';

const SCAN = findModel('scan')!;
const SHIPPED = SCAN.parameterSets[0]!;
type Given = Record<string, unknown>;

const resolve = (file: Given, overrides: Given = {}) => resolveParameters(SCAN, file, overrides);

describe('the figures of a run', () => {
  it('are the shipped ones, under their own id, when nothing is given', () => {
    expect(resolve({})).toEqual({ set: SHIPPED, problems: [] });
    expect(resolve({ values: { scanSigmas: 4 } }, { minScan: 0.03 }).set.id).toBe('scan-2026-11-22');
    expect(resolve({ dailyVol: {} })).toEqual({ set: SHIPPED, problems: [] });
  });

  it.each<[string, Given, Given]>([
    ['a file of values', { scanSigmas: 5 }, {}],
    ['a file with its values inside', { id: 'mine', values: { scanSigmas: 5 } }, {}],
    [
      'a bare file that says where it is from',
      { scanSigmas: 5, id: 'mine', source: 'me', effectiveDate: '2026-01-01' },
      {},
    ],
    ['an override', {}, { scanSigmas: 5 }],
    ['an override of a file', { scanSigmas: 9 }, { scanSigmas: 5 }],
  ])('come from %s, and the id says that they are changed', (_what, file, overrides) => {
    const { set, problems } = resolve(file, overrides);
    expect(problems).toEqual([]);
    expect(set).toEqual({
      ...SHIPPED,
      id: 'scan-2026-11-22+',
      confidence: 'model',
      values: { ...SHIPPED.values, scanSigmas: 5 },
    });
  });

  it('take volatilities by underlying, dotted or nested, one beside the other', () => {
    const { set, problems } = resolve(
      { dailyVol: { BTC: 0.03, ETH: 0.04 } },
      { 'dailyVol.ETH': 0.05, dailyVol: { 'BRK.B': 0.01 } },
    );
    expect(problems).toEqual([]);
    expect(set.values.dailyVol).toEqual({ BTC: 0.03, ETH: 0.05, 'BRK.B': 0.01 });
  });

  it('take a list as a whole', () => {
    expect(resolve({}, { tailRadii: [1.5] }).set.values.tailRadii).toEqual([1.5]);
    expect(resolve({}, { tailRadii: [] }).set.values.tailRadii).toEqual([]);
  });

  it('leave the shipped set as it was', () => {
    resolve({ scanSigmas: 1, dailyVol: { BTC: 1 }, tailRadii: [9] });
    expect(SHIPPED.values).toMatchObject({ scanSigmas: 4, dailyVol: {}, tailRadii: [2, 3] });
  });
});

describe('a figure that cannot be used is told', () => {
  const NAMES = Object.keys(SHIPPED.values).join(', ');
  const KNOWN = Object.keys(SHIPPED.values);
  const TAILS = 'a list of at most 20 numbers, each a number from 0 to 1000';
  const TAIL = 'a number from 0 to 1000';
  const DAY = 'a number from 0 to 100';
  const DAILY = 'dailyVol.NAME=NUMBER, a number from 0 to 100';
  const UNSUITABLE = { problem: 'unsuitable' } as const;
  const MANY = Array.from({ length: 21 }, (_, i) => i);
  const cases: [string, Given, ParameterProblem][] = [
    [
      'no such name',
      { scanSigma: 5 },
      { problem: 'unknown', name: 'scanSigma', value: 'scanSigma', expected: NAMES, known: KNOWN },
    ],
    [
      'what a set is called',
      { id: 'mine' },
      { problem: 'unknown', name: 'id', value: 'id', expected: NAMES, known: KNOWN },
    ],
    [
      'a name below a figure',
      { 'scanSigmas.BTC': 5 },
      { problem: 'unknown', name: 'scanSigmas.BTC', value: 'scanSigmas.BTC', expected: 'a number from 0 to 100' },
    ],
    [
      'a word for a number',
      { minScan: 'low' },
      { problem: 'unsuitable', name: 'minScan', value: '"low"', expected: 'a number from 0 to 100' },
    ],
    [
      'a number below zero',
      { tailCover: -0.1 },
      { problem: 'unsuitable', name: 'tailCover', value: '-0.1', expected: 'a number from 0 to 10' },
    ],
    [
      'no number',
      { volUp: Number.NaN },
      { problem: 'unsuitable', name: 'volUp', value: 'NaN', expected: 'a number from 0 to 100' },
    ],
    [
      'a table for a number',
      { volUp: {} },
      { problem: 'unsuitable', name: 'volUp', value: '{}', expected: 'a number from 0 to 100' },
    ],
    [
      'a number for a list',
      { tailRadii: 2 },
      { problem: 'unsuitable', name: 'tailRadii', value: '2', expected: TAILS },
    ],
    [
      'a list with a word in it',
      { tailRadii: [2, 'x'] },
      { problem: 'unsuitable', name: 'tailRadii.1', value: '"x"', expected: TAIL },
    ],
    [
      'a volatility of nobody',
      { dailyVol: 0.03 },
      { problem: 'unsuitable', name: 'dailyVol', value: '0.03', expected: DAILY },
    ],
    [
      'a volatility that is no number',
      { dailyVol: { BTC: true } },
      { problem: 'unsuitable', name: 'dailyVol.BTC', value: 'true', expected: DAY },
    ],
    [
      'a volatility below zero',
      { 'dailyVol.BTC': -0.03 },
      { problem: 'unsuitable', name: 'dailyVol.BTC', value: '-0.03', expected: DAY },
    ],
    [
      'steps that miss the full range',
      { radii: 2.5 },
      { problem: 'unsuitable', name: 'radii', value: '2.5', expected: 'a whole number from 1 to 200' },
    ],
    [
      'no steps at all',
      { radii: 0 },
      { problem: 'unsuitable', name: 'radii', value: '0', expected: 'a whole number from 1 to 200' },
    ],
    [
      'a weight that grows with age',
      { ewmaLambda: 1.5 },
      { problem: 'unsuitable', name: 'ewmaLambda', value: '1.5', expected: 'a number above 0 and at most 1' },
    ],
    ...(
      [
        ['more scenarios than can be held', 'radii', 1e9, 'a whole number from 1 to 200'],
        ['one step too many', 'radii', 201, 'a whole number from 1 to 200'],
        ['a factor beyond double precision', 'maintenanceFactor', Number.POSITIVE_INFINITY, 'a number from 0 to 10'],
        ['a scan of too many deviations', 'scanSigmas', 101, 'a number from 0 to 100'],
        ['too many pairs', 'allPairsUpTo', 201, 'a number from 0 to 200'],
        ['a volatility beyond reason', 'dailyVol.BTC', 1e300, DAY],
        ['a move of volatility beyond reason', 'volUp', 1e308, 'a number from 0 to 100'],
      ] as const
    ).map(([what, name, value, expected]): [string, Given, ParameterProblem] => [
      what,
      { [name]: value },
      { problem: 'unsuitable', name, value: String(value), expected },
    ]),
    ['a tail too far', { tailRadii: [2, 1001] }, { ...UNSUITABLE, name: 'tailRadii.1', value: '1001', expected: TAIL }],
    [
      'too many tails',
      { tailRadii: MANY },
      { ...UNSUITABLE, name: 'tailRadii', value: JSON.stringify(MANY), expected: TAILS },
    ],
  ];

  it.each(cases)('%s', (_what, overrides, problem) => {
    expect(resolve({}, overrides).problems).toEqual([problem]);
  });

  it('from a file as from an override, all at once, and the good ones are kept', () => {
    const { set, problems } = resolve({ scanSigmas: 5, minScan: 'low' }, { nothing: 1 });
    expect(problems.map(({ name }) => name)).toEqual(['minScan', 'nothing']);
    expect(set.values).toMatchObject({ scanSigmas: 5, minScan: 0.03 });
  });

  it('at its largest is taken', () => {
    const most = { radii: 50, tailRadii: MANY.slice(1).map((i) => i * 50), scanSigmas: 100, 'dailyVol.BTC': 100 };
    const { set, problems } = resolve({}, most);
    expect(problems).toEqual([]);
    expect(set.values).toMatchObject({ radii: 50, scanSigmas: 100, dailyVol: { BTC: 100 } });
  });

  it('names of the language are names of underlyings like any other', () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      const { set, problems } = resolve(JSON.parse(`{"dailyVol": {"${name}": 0.03}}`), { [`dailyVol.X${name}`]: 0.04 });
      expect(problems).toEqual([]);
      expect(Object.entries(set.values.dailyVol as Given)).toEqual([
        [name, 0.03],
        [`X${name}`, 0.04],
      ]);
    }
  });

  it('names of the language are no names of figures', () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      expect(resolve({}, JSON.parse(`{"${name}": 1}`)).problems).toMatchObject([{ problem: 'unknown', name }]);
    }
  });
});
