import { describe, expect, it } from 'vitest';
import { OPTIMIZE_DEFAULTS } from '../../src/app/request-defaults.js';
import { runInProcess } from './run-in-process.js';

const COMMON = {
  positions: 'p.csv',
  market: null,
  correlations: null,
  prices: null,
  crif: null,
  dividends: null,
  span: null,
  account: null,
  limits: null,
  limitTexts: [],
  keepTexts: [],
  model: 'scan',
  parameters: null,
  parameterOverrides: {},
  asOf: null,
  currency: 'USD',
  noRepair: false,
  venue: null,
  seed: 0,
  scenarioMode: 'listed',
};

/** The best quotes, at the fees of the market file. */
const NO_DEPTH = { depth: null, fees: null, maker: false } as const;

const request = async (...argv: string[]) => {
  const { requests, stderr } = await runInProcess(argv);
  expect(stderr).toBe('');
  return requests[0] ?? {};
};

describe('a request', () => {
  it('of margin without flags is all defaults', async () => {
    const { optionsInEffect: _, ...rest } = await request('margin', 'p.csv');
    expect(rest).toEqual({ ...COMMON, failAbove: null });
  });

  it('of optimize without flags is all defaults, which are those of the library', async () => {
    const { optionsInEffect: _, ...rest } = await request('optimize', 'p.csv');
    const { optionsInEffect: none, ...defaults } = OPTIMIZE_DEFAULTS;
    expect(rest).toEqual({ ...defaults, positions: 'p.csv' });
    expect(none).toEqual({});
  });

  it('of optimize has a second aim and cases', async () => {
    const got = await request('optimize', 'p.csv', '--then', 'cost', '--then-within', '0.1%', '--robust', 'scan,pm1');
    expect(got).toMatchObject({ secondAim: { aim: 'cost', within: 0.001 }, robust: 'scan,pm1', robustFiles: {} });
    expect(await request('optimize', 'p.csv', '--then', 'trades')).toMatchObject({
      secondAim: { aim: 'trades', within: 1e-6 },
    });
  });

  it('of whatif has the trades', async () => {
    const { optionsInEffect: _, ...rest } = await request('whatif', 'p.csv', '--trades', 't.csv', '--horizon', '3');
    expect(rest).toEqual({ ...COMMON, ...NO_DEPTH, trades: 't.csv', horizonDays: 3, horizonRule: 'average' });
  });

  it('looks at the horizon where one is given, and by the rule that is asked for', async () => {
    expect(await request('optimize', 'p.csv', '--horizon', '7')).toMatchObject({ horizonRule: 'average' });
    expect(await request('optimize', 'p.csv', '--set', 'optimize.horizon=7')).toMatchObject({ horizonRule: 'average' });
    const now = await request('optimize', 'p.csv', '--horizon', '30', '--horizon-rule', 'now');
    expect(now).toMatchObject({ horizonDays: 30, horizonRule: 'now' });
    const max = await request('optimize', 'p.csv', '--horizon-rule', 'max');
    expect(max).toMatchObject({ horizonDays: 7, horizonRule: 'max' });
    expect(max.optionsInEffect).toMatchObject({ horizon: 7, horizonRule: 'max' });
  });

  it.each(['optimize', 'whatif'])('of %s has order books and fees', async (command) => {
    const trades = command === 'whatif' ? ['--trades', 't.csv'] : [];
    const got = await request(command, 'p.csv', ...trades, '--depth', 'd.csv', '--fees', 'deribit', '--maker');
    expect(got).toMatchObject({ depth: 'd.csv', fees: 'deribit', maker: true });
    expect(got.optionsInEffect).toMatchObject({ fees: 'deribit', maker: true });
  });

  it('of compare names the rule books, all by default', async () => {
    const own = { ...COMMON, model: '', failAbove: null };
    const { optionsInEffect: _, ...rest } = await request('compare', 'p.csv');
    expect(rest).toEqual({ ...own, models: [] });
    const models = ['--models', 'scan, okx-pm', '--models', 'pm1@pm1-grvt'];
    const { optionsInEffect, ...some } = await request('compare', 'p.csv', ...models, '--fail-above', '7');
    expect(some).toEqual({ ...own, models: ['scan', 'okx-pm', 'pm1@pm1-grvt'], failAbove: 7 });
    expect(optionsInEffect).toMatchObject({ ruleBooks: ['scan, okx-pm', 'pm1@pm1-grvt'], failAbove: 7 });
  });

  it('of frontier has what it runs along, and the search without what belongs to one answer', async () => {
    const own = { along: 'cost', scope: 'total', points: 10, horizonDays: 7, explain: false, secondAim: null };
    expect(await request('frontier', 'p.csv')).toMatchObject({ ...COMMON, ...own });
    const flags = ['--by', 'vega', '--scope', 'BTC', '--points', '4', '--max-trades', '3', '--keep', 'delta 5%'];
    expect(await request('frontier', 'p.csv', ...flags)).toMatchObject({
      along: 'vega',
      scope: 'BTC',
      points: 4,
      maxTrades: 3,
      keepTexts: ['delta 5%'],
    });
  });

  it('of attribute has what the lines are, and how many', async () => {
    const { optionsInEffect: _, ...rest } = await request('attribute', 'p.csv');
    expect(rest).toEqual({ ...COMMON, by: 'position', top: null });
    expect(await request('attribute', 'p.csv', '--by', 'tag', '--top', '5')).toMatchObject({ by: 'tag', top: 5 });
  });

  it('carries every common flag', async () => {
    const flags =
      '--market m --correlations c --prices r --dividends d --span s --account a --limits l --model scan --parameters q'.split(
        ' ',
      );
    const more = ['--as-of', '2026-06-27', '--currency', 'EUR', '--no-repair', '--venue', 'okx'];
    const limits = ['--limit', 'delta BTC -2..2', '--limit', 'vega total 0..1'];
    const got = await request('margin', 'p.csv', ...flags, ...more, ...limits, '--fail-above', '1e6');
    expect(got).toMatchObject({
      market: 'm',
      correlations: 'c',
      prices: 'r',
      dividends: 'd',
      span: 's',
      account: 'a',
      limits: 'l',
      parameters: 'q',
      asOf: Date.UTC(2026, 5, 27),
      currency: 'EUR',
      noRepair: true,
      venue: 'okx',
      limitTexts: ['delta BTC -2..2', 'vega total 0..1'],
      failAbove: 1_000_000,
    });
  });

  it('carries every flag of the search', async () => {
    const flags = '--candidates BTC-*-P --capital-cost 8% --horizon 0 --min-days 2 --lots --solver js'.split(' ');
    const more = ['--time-limit', '1.5', '--gap', '1%', '--seed', '9', '--require-improvement'];
    expect(await request('optimize', 'p.csv', ...flags, ...more)).toMatchObject({
      candidates: 'BTC-*-P',
      capitalCost: 0.08,
      horizonDays: 0,
      minDays: 2,
      lots: true,
      solver: 'js',
      timeLimit: 1.5,
      relativeGap: 0.01,
      seed: 9,
      requireImprovement: true,
    });
  });

  it.each(['--max-trades', '--trades'])('limits the trades by %s', async (name) => {
    expect(await request('optimize', 'p.csv', name, '5')).toMatchObject({ maxTrades: 5 });
  });

  it.each([
    ['margin', '--seed', 'it is an option of margo optimize'],
    ['optimize', '--threads', 'margo help settings and margo COMMAND --help list the options'],
  ])('of %s takes no %s, which would change nothing', async (command, flag, hint) => {
    const ran = await runInProcess([command, 'p.csv', flag, '2']);
    expect(ran).toMatchObject({ code: 2, requests: [] });
    expect(ran.stderr).toContain(`margo ${command} has no option '${flag}'`);
    expect(ran.stderr).toContain(hint);
  });

  it('has parameters apart from options', async () => {
    const got = await request('margin', 'p.csv', '--set', 'model.scanSigmas=5', '--set', 'currency=EUR');
    expect(got).toMatchObject({ parameterOverrides: { scanSigmas: 5 }, currency: 'EUR' });
  });

  it('tells the manifest what can change a figure, and nothing else', async () => {
    const set = ['--set', 'model.b=1', '--set', 'model.a=[2]', '-o', '-', '--json', '--quiet'];
    const got = await request('whatif', 'p.csv', '--trades', 't.csv', '--market', 'm.csv', ...set);
    expect(got.optionsInEffect).toEqual({
      limit: [],
      keep: [],
      model: 'scan',
      asOf: null,
      currency: 'USD',
      venue: null,
      noRepair: false,
      scenarios: 'listed',
      fees: null,
      maker: false,
      horizon: 7,
      horizonRule: 'now',
      'model.a': [2],
      'model.b': 1,
    });
    expect(Object.keys(got.optionsInEffect as object).slice(-2)).toEqual(['model.a', 'model.b']);
  });

  it('of models is an id, or none', async () => {
    expect(await request('models')).toEqual({ id: null });
    expect(await request('models', 'scan')).toEqual({ id: 'scan' });
  });
});
