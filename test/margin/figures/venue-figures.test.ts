import { describe, expect, it } from 'vitest';
import { findModel, MARGIN_MODELS, resolveParameters } from '../../../src/margin/index.js';

const EVERY_SET = MARGIN_MODELS.flatMap((model) => model.parameterSets.map((set) => ({ id: set.id, model, set })));

describe('a shipped set', () => {
  it.each(EVERY_SET)('$id: every figure has a rule and keeps it', ({ model, set }) => {
    expect(Object.keys(model.figureRules).sort()).toEqual(Object.keys(set.values).sort());
    expect(resolveParameters(model, { ...set }, {}, set)).toEqual({ set, problems: [] });
  });
});

describe('a chosen set', () => {
  const model = findModel('derive-pm1')!;
  const reference = model.parameterSets[1]!;

  it('is what overrides change, under its own id, and verified no longer', () => {
    expect(reference.confidence).toBe('verified');
    const { set } = resolveParameters(model, {}, { perpRate: 0.05 }, reference);
    expect(set).toEqual({
      ...reference,
      id: 'derive-pm1-reference-2026-01-21+',
      confidence: 'model',
      values: { ...reference.values, perpRate: 0.05 },
    });
  });

  it('is itself where an override says what it says, fields in another order', () => {
    const scenarios = (reference.values.scenarios as { spotShock: number; volatility: string }[]).map(
      ({ spotShock, volatility }) => ({ volatility, spotShock }),
    );
    expect(resolveParameters(model, {}, { scenarios }, reference)).toEqual({ set: reference, problems: [] });
  });
});

describe('a list', () => {
  it('is replaced whole', () => {
    const scenarios = [{ spotShock: 0.9, volatility: 'up', dampening: 1 }];
    const { set, problems } = resolveParameters(findModel('derive-pm2')!, {}, { scenarios });
    expect(problems).toEqual([]);
    expect(set.values.scenarios).toEqual(scenarios);
  });
});

describe('a table', () => {
  it('is merged name by name, whatever the names', () => {
    const given = JSON.parse('{"perpInitial": {"constructor": 0.3, "__proto__": 0.4, "SOL": 0.5}}');
    const { set, problems } = resolveParameters(findModel('derive-srm')!, given, { 'perpInitial.BRK.B': 0.6 });
    expect(problems).toEqual([]);
    expect(Object.entries(set.values.perpInitial as object)).toEqual([
      ['default', 0.1],
      ['SOL', 0.5],
      ['DOGE', 0.2],
      ['constructor', 0.3],
      ['__proto__', 0.4],
      ['BRK.B', 0.6],
    ]);
  });
});

/** Model, overrides as JSON, and what is told: place, value, what was expected. */
const REFUSED: [string, string, [string, string, string][]][] = [
  [
    'derive-pm2',
    '{"scenarios": []}',
    [['scenarios', '[]', 'a list of 1 to 40 entries, with spotShock, volatility, dampening']],
  ],
  [
    'derive-pm2',
    '{"scenarios": {"0": {}}}',
    [['scenarios', '{"0":{}}', 'a list of 1 to 40 entries, with spotShock, volatility, dampening']],
  ],
  ['derive-pm2', '{"scenarios": [null]}', [['scenarios.0', 'null', 'an entry with spotShock, volatility, dampening']]],
  [
    'derive-pm2',
    '{"scenarios": [{"spotShock": "1.1", "volatility": "upp", "dampening": -1}]}',
    [
      ['scenarios.0.spotShock', '"1.1"', 'a number from 0.01 to 100'],
      ['scenarios.0.volatility', '"upp"', 'one of "up", "down", "none", "linear", "abs"'],
      ['scenarios.0.dampening', '-1', 'a number from 0 to 10'],
    ],
  ],
  [
    'derive-pm2',
    '{"scenarios": [{"spotShock": 1.1, "volatility": "abs", "dampening": 1}]}',
    [['scenarios.0.spotShock', '1.1', '1 in a skew scenario']],
  ],
  [
    'derive-pm2',
    '{"scenarios": [{"spotShock": 1, "volatility": "abs", "dampening": 1}, {"spotShock": 1, "volatility": "abs", "dampening": 0.5}]}',
    [['scenarios.1.volatility', '"abs"', 'a skew only once']],
  ],
  [
    'derive-pm2',
    '{"scenarios": [{"__proto__": 1, "volatility": "up", "dampening": 1}]}',
    [
      ['scenarios.0.__proto__', 'scenarios.0.__proto__', 'spotShock, volatility, dampening'],
      ['scenarios.0.spotShock', 'nothing', 'a number from 0.01 to 100'],
    ],
  ],
  ['derive-pm2', '{"linearCapSlope": -101}', [['linearCapSlope', '-101', 'a number from -100 to 100']]],
  ['derive-pm2', '{"minKStar": 0}', [['minKStar', '0', 'a number from 0.000001 to 100']]],
  [
    'derive-pm2',
    '{"collateralInitialHaircut": {"BTC": 0.99}}',
    [['collateralInitialHaircut.BTC', '0.99', 'at most 0.98 beside the maintenance haircut of 0.02 (BTC)']],
  ],
  [
    'derive-pm2',
    '{"collateralMaintenanceHaircut": {"constructor": 1}}',
    [['collateralInitialHaircut.default', '0.01', 'at most 0 beside the maintenance haircut of 1 (constructor)']],
  ],
  ['derive-pm1', '{"dteFloorDays": 0}', [['dteFloorDays', '0', 'a number from 0.001 to 36500']]],
  [
    'derive-pm1',
    '{"scenarios.3.spotShock": 1.2}',
    [
      [
        'scenarios.3.spotShock',
        'scenarios.3.spotShock',
        'scenarios as a whole, a list of 1 to 100 entries, with spotShock, volatility',
      ],
    ],
  ],
  ['derive-srm', '{"perpInitial": 0.2}', [['perpInitial', '0.2', 'perpInitial.NAME=NUMBER, a number from 0 to 10']]],
  ['derive-srm', '{"perpInitial.BTC": "0.2"}', [['perpInitial.BTC', '"0.2"', 'a number from 0 to 10']]],
  ['derive-srm', '{"baseMarginFactor.BTC": 1.1}', [['baseMarginFactor.BTC', '1.1', 'a number from 0 to 1']]],
  ['deribit-pme', '{"pnlOffset": {"SOL": 1.5}}', [['pnlOffset.SOL', '1.5', 'a number from 0 to 1']]],
  [
    'deribit-pme',
    '{"extendedMoves": [0.5, 0]}',
    [['extendedMoves.1', '0', 'a number from -0.99 to -0.001, or from 0.001 to 100']],
  ],
  ['deribit-pme', '{"bucketsPerSide": 2.5}', [['bucketsPerSide', '2.5', 'a whole number from 1 to 50']]],
  ['deribit-pme', '{"mInc.BTC": 1e-13}', [['mInc.BTC', '1e-13', '0, or a number from 0.000000000001 to 10']]],
  [
    'deribit-pme',
    '{"deltaTotalLiqShockThreshold": 9007199254740993}',
    [['deltaTotalLiqShockThreshold', '9007199254740992', 'a number from 0 to 1000000000000000']],
  ],
  [
    'okx-pm',
    '{"chargeTiers": [{"fromUsd": 5, "multiplier": 1}]}',
    [['chargeTiers.0.fromUsd', '5', '0: the first tier starts there']],
  ],
  [
    'okx-pm',
    '{"chargeTiers": [{"fromUsd": 0, "multiplier": 1}, {"fromUsd": 0, "multiplier": 2}]}',
    [['chargeTiers.1.fromUsd', '0', 'more than the 0 of the entry before']],
  ],
  [
    'okx-pm',
    '{"chargeTiers": [{"fromUsd": 0, "multiplier": 2}, {"fromUsd": 9, "multiplier": 1}]}',
    [['chargeTiers.1.multiplier', '1', 'at least the 2 of the entry before']],
  ],
  [
    'okx-pm',
    '{"volatilityTable": [{"fromDays": 7, "points": 1, "percent": 0}, {"fromDays": 0, "points": 1, "percent": 0}]}',
    [['volatilityTable.1.fromDays', '0', 'more than the 7 of the entry before']],
  ],
  ['okx-pm', '{"spotInBasis": 0.5}', [['spotInBasis', '0.5', '0 or 1']]],
  ['paradex-pm', '{"netDeltaRate": 0.004}', [['netDeltaRate', '0.004', 'at least half of hedgedDeltaRate 0.01']]],
  ['paradex-pm', '{"hedgedDeltaRate": 0.05}', [['netDeltaRate', '0.02', 'at least half of hedgedDeltaRate 0.05']]],
  ['pm1', '{"extremeMoves": [1]}', [['extremeMoves.0', '1', 'a number from 0 to 0.99']]],
  ['pm1', '{"money": {"x": 1}}', [['money', '{"x":1}', 'one of "coin", "quote"']]],
  [
    'pm1',
    '{"optionContingency": "constructor"}',
    [['optionContingency', '"constructor"', 'one of "all", "net short per strike"']],
  ],
  ['pm1', '{"stepsPerSide": 1e400}', [['stepsPerSide', 'Infinity', 'a whole number from 1 to 50']]],
];

describe('a figure that a venue model cannot use is told with its place', () => {
  it.each(REFUSED)('%s %s', (id, overrides, told) => {
    const { problems } = resolveParameters(findModel(id)!, {}, JSON.parse(overrides));
    expect(problems.map(({ name, value, expected }) => [name, value, expected])).toEqual(told);
  });

  const classes = (...coins: string[][]) => {
    const [first] = findModel('okx-pm')!.parameterSets[0]!.values.coinClasses as object[];
    return coins.map((own) => ({ ...first, coins: own }));
  };

  it.each<[string, string[][], string]>([
    ['a coin of two classes', [['BTC'], ['ETH', 'BTC'], []], 'coinClasses.1.coins.1'],
    ['a coin twice in one', [['constructor', 'constructor'], []], 'coinClasses.0.coins.1'],
    ['two classes for the rest', [[], ['BTC'], []], 'coinClasses.2.coins'],
    ['no class for the rest', [['BTC'], ['ETH']], 'coinClasses.1.coins'],
    ['a coin without a name', [[''], []], 'coinClasses.0.coins.0'],
  ])('okx-pm: %s', (_what, coins, place) => {
    const { problems } = resolveParameters(findModel('okx-pm')!, {}, { coinClasses: classes(...coins) });
    expect(problems.map(({ name }) => name)).toEqual([place]);
  });

  it('with five of the fields that an entry has beside its own, not all', () => {
    const entry = {
      spotShock: 1,
      volatility: 'up',
      ...Object.fromEntries(Array.from({ length: 99 }, (_, k) => [`x${k}`, k])),
    };
    const { problems } = resolveParameters(findModel('derive-pm1')!, {}, { scenarios: [entry] });
    expect(problems.map(({ name }) => name)).toEqual(
      ['x0', 'x1', 'x2', 'x3', 'x4'].map((name) => `scenarios.0.${name}`),
    );
  });

  it('however long or deep it is', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    const long = 'x'.repeat(1_000_000);
    const { problems } = resolveParameters(
      findModel('pm1')!,
      { extremeMoves: deep },
      { extremeMoves: [deep], money: long },
    );
    expect(problems.map(({ value }) => value.length < 250)).toEqual([true, true, true]);
  });
});
