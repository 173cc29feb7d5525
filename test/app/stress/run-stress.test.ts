import { describe, expect, it } from 'vitest';
import { MARGIN_DEFAULTS, STRESS_DEFAULTS } from '../../../src/app/request-defaults.js';
import { runMargin } from '../../../src/app/run-margin.js';
import { runStress } from '../../../src/app/run-stress.js';
import { blackByIntegration } from '../../scenario/black-by-integration.js';
import { anIo, FIXTURES, resultOf } from '../a-world.js';
import { COIN, COIN_BOOK, type CoinMarket, coinMarket, files, scenarioFile } from './a-small-world.js';
import { aStressRequest } from './a-stress-request.js';

/** The scan range would otherwise follow the volatility of the market. */
const FIXED = { parameterOverrides: { dailyVol: { BTC: 0.03 } } };

async function stressed(scenarios: string, changes: Partial<typeof STRESS_DEFAULTS> = {}) {
  const paths = files({ market: coinMarket(COIN), positions: COIN_BOOK, scenarios: scenarioFile(scenarios) });
  const what = ['scenarios'];
  const request = { ...STRESS_DEFAULTS, ...FIXED, ...paths, scenariosFile: paths.scenarios, what, ...changes };
  return runStress(request, anIo());
}

async function marginOf(market: CoinMarket, changes: Partial<typeof MARGIN_DEFAULTS> = {}) {
  const paths = files({ market: coinMarket(market), positions: COIN_BOOK });
  return resultOf(await runMargin({ ...MARGIN_DEFAULTS, ...FIXED, ...paths, ...changes }, anIo()));
}

const moved = (factor: number, volatility: (iv: number, july: boolean) => number): CoinMarket => ({
  level: COIN.level * factor,
  perpetual: COIN.perpetual * factor,
  july: COIN.july * factor,
  august: COIN.august * factor,
  volatilities: COIN.volatilities.map((iv, k) => volatility(iv, k === 0)) as [number, number, number],
});

describe('the book before', () => {
  it.each(FIXTURES)('%s: its figures are those of margo margin', async (name) => {
    const request = aStressRequest(`fixtures/${name}`, { what: ['scenarios'], scenariosFile: null });
    const scenariosFile = files({ s: scenarioFile('nothing,level,*,0') }).s;
    const { base, scenarios } = resultOf(await runStress({ ...request, scenariosFile }, anIo()));
    const margin = resultOf(await runMargin({ ...request, failAbove: null }, anIo()));
    const { initialMargin, maintenanceMargin, portfolioValue, equity, excess } = margin;
    expect(base).toEqual({ initialMargin, maintenanceMargin, portfolioValue, equity, excess });
    const [nothing] = scenarios!.scenarios;
    expect(nothing).toMatchObject({ pnl: 0, portfolioValue, equity, excess });
    expect(nothing!.initialMargin).toBeCloseTo(initialMargin, 6);
  });
});

describe('scenarios', () => {
  it('P&L is that of each contract by hand', async () => {
    const rows = 'fall,level,BTC,-20%\nfall,volatility,*,30%,,,30\nfall,volatility,*,10%,absolute,31';
    const { scenarios } = resultOf(await stressed(rows, { byInstrument: true }));
    const [fall] = scenarios!.scenarios;
    /** Dollars of one coin option: Black over its forward, in coin, at the level. */
    const worth = (right: 'C' | 'P', strike: number, days: number, forward: number, level: number, iv: number) =>
      (blackByIntegration(right, forward, strike, iv * Math.sqrt(days / 365)) / forward) * level;
    const change = (right: 'C' | 'P', strike: number, days: number, forward: number, was: number, is: number) =>
      worth(right, strike, days, 0.8 * forward, 48_000, is) - worth(right, strike, days, forward, 60_000, was);
    const expected = {
      'BTC-PERPETUAL': 3000 * 10 * (1 / 60_030 - 1 / (0.8 * 60_030)) * 48_000,
      'BTC-17JUL26-62000-C': -4 * change('C', 62_000, 20, 60_200, 0.5, 0.65),
      'BTC-28AUG26-70000-C': -10 * change('C', 70_000, 62, 60_600, 0.55, 0.65),
      'BTC-28AUG26-50000-P': -12 * change('P', 50_000, 62, 60_600, 0.6, 0.7),
    };
    const found = Object.fromEntries(fall!.byInstrument!.map(({ instrument, pnl }) => [instrument, pnl]));
    for (const [name, pnl] of Object.entries(expected)) expect(found[name]).toBeCloseTo(pnl, 4);
    const total = Object.values(expected).reduce((sum, pnl) => sum + pnl, 0);
    expect(fall!.pnl).toBeCloseTo(total, 4);
    expect(fall!.byUnderlying).toEqual([
      { underlying: 'BTC', level: 48_000, move: expect.closeTo(-0.2, 12), pnl: expect.closeTo(total, 4) },
    ]);
    expect(fall!.moves).toEqual(['BTC -20%', 'all vol +30% (to 30 days)', 'all vol +10 points (from 31 days)']);
  });

  it.each(['scan', 'deribit-pme', 'okx-pm', 'derive-pm2', 'derive-pm1', 'paradex-pm'])(
    '%s: the margin after is that of the moved market as a file',
    async (model) => {
      const changes = model === 'scan' ? { model } : { model, parameterOverrides: {} };
      const result = resultOf(await stressed('fall,level,BTC,-20%\nfall,volatility,*,30%,,,30', changes));
      const [fall] = result.scenarios!.scenarios;
      const again = await marginOf(
        moved(0.8, (iv, july) => (july ? 1.3 * iv : iv)),
        changes,
      );
      expect(fall!.initialMargin).toBeCloseTo(again.initialMargin, 4);
      expect(fall!.maintenanceMargin).toBeCloseTo(again.maintenanceMargin, 4);
      expect(fall!.initialMargin).not.toBeCloseTo(result.base.initialMargin, 0);
      expect(fall!.marginChange).toBeCloseTo(again.initialMargin - result.base.initialMargin, 4);
    },
  );

  it('what expires on the way is settled and needs no margin', async () => {
    const [later] = resultOf(await stressed('later,time,,25\nlater,level,BTC,10%')).scenarios!.scenarios;
    const paths = files({
      market: coinMarket(moved(1.1, (iv) => iv)),
      positions: COIN_BOOK.replace('BTC-17JUL26-62000-C,-4\n', ''),
    });
    const asOf = Date.UTC(2026, 6, 22, 8);
    const again = resultOf(await runMargin({ ...MARGIN_DEFAULTS, ...FIXED, ...paths, asOf }, anIo()));
    expect(later!.days).toBe(25);
    expect(later!.initialMargin).toBeCloseTo(again.initialMargin, 4);
  });

  it('equity after has the collateral at its moved price', async () => {
    const account = files({
      'a.json': JSON.stringify({
        balances: [
          { asset: 'BTC', amount: 50, haircut: 0.1 },
          { asset: 'USD', amount: 1000 },
        ],
      }),
    })['a.json'];
    const { scenarios, base } = resultOf(await stressed('fall,level,BTC,-20%', { account }));
    const [fall] = scenarios!.scenarios;
    expect(base.equity).toBeCloseTo(base.portfolioValue + 50 * 60_000 * 0.9 + 1000, 6);
    expect(fall!.equity).toBeCloseTo(base.portfolioValue + fall!.pnl + 50 * 48_000 * 0.9 + 1000, 6);
    expect(fall!.excess).toBeCloseTo(fall!.equity! - fall!.initialMargin, 6);
  });

  it('in a coin every figure is that in dollars over today’s level', async () => {
    const rows = 'fall,level,BTC,-20%';
    const [dollars] = resultOf(await stressed(rows)).scenarios!.scenarios;
    const [coins] = resultOf(await stressed(rows, { currency: 'BTC' })).scenarios!.scenarios;
    for (const figure of ['pnl', 'initialMargin', 'maintenanceMargin', 'portfolioValue'] as const) {
      expect(coins![figure] * 60_000).toBeCloseTo(dollars![figure], 5);
    }
  });

  it('are listed with the largest loss first', async () => {
    const rows = 'a,level,*,1%\nb,level,*,-30%\nc,level,*,30%\nd,level,*,-5%';
    const lines = resultOf(await stressed(rows)).scenarios!.scenarios;
    const losses = lines.map(({ pnl }) => pnl);
    expect(losses).toEqual([...losses].sort((a, b) => a - b));
    expect(new Set(lines.map(({ name }) => name))).toEqual(new Set(['a', 'b', 'c', 'd']));
  });

  it('warn of a name that nothing has, and of a price that would fall too far', async () => {
    const { issues, status } = await stressed(
      'a,level,BTX,-10%\na,level,BTC,-90%\na,level,BTC,-90%,,,,sum'.replace(
        'a,level,BTX,-10%',
        'a,level,BTX,-10%,,,,sum',
      ),
    );
    expect(status).toBe('ok');
    expect(issues.filter(({ code }) => code.startsWith('STR_'))).toMatchObject([
      {
        code: 'STR_NO_SUCH_UNDERLYING',
        severity: 'warning',
        message: 'neither the book nor the market knows BTX: the move moves nothing',
        hint: 'did you mean BTC?',
        line: 2,
      },
      { code: 'STR_FLOORED', severity: 'warning', message: 'scenario a: BTC would fall too far' },
    ]);
  });

  it('refuse the run with every complaint about their file', async () => {
    const { status, result, issues } = await stressed('a,level,*,-100%\nb,price,*,1%');
    expect([status, result]).toEqual(['error', null]);
    expect(issues.map(({ code }) => code)).toEqual(['STR_MOVE_TO_NOTHING', 'FIELD_NOT_ONE_OF']);
  });
});

describe('parts', () => {
  it('are left out where their input is missing, with its name', async () => {
    const { omitted, scenarios, history, time } = resultOf(await stressed('', { what: [], scenariosFile: null }));
    expect([scenarios, history, time]).toEqual([null, null, null]);
    expect(omitted).toEqual(
      expect.arrayContaining([
        { part: 'scenarios', needs: '--scenarios-file FILE' },
        { part: 'history', needs: '--prices FILE' },
        { part: 'time', needs: '--until DATE' },
      ]),
    );
  });

  it('that are asked for by name must have it', async () => {
    const { status, issues } = await stressed('', { what: ['history,scenarios'], scenariosFile: null });
    expect(status).toBe('error');
    expect(issues).toMatchObject([
      {
        code: 'CFG_STRESS_NEEDS',
        field: '--what',
        value: 'scenarios',
        message: '--what scenarios needs --scenarios-file FILE',
      },
      { code: 'CFG_STRESS_NEEDS', value: 'history' },
    ]);
  });

  it('nobody knows refuse the run', async () => {
    const { status, issues } = await stressed('a,level,*,1%', { what: ['weather'] });
    expect([status, issues[0]!.code]).toEqual(['error', 'CFG_BAD_VALUE']);
  });
});

describe('the answer', () => {
  it('is no where a threshold is exceeded', async () => {
    const rows = 'a,level,*,-30%';
    const [line] = resultOf(await stressed(rows)).scenarios!.scenarios;
    const tight = await stressed(rows, { maxLoss: -line!.pnl - 1, failAbove: line!.initialMargin - 1 });
    expect(tight.status).toBe('no');
    expect(tight.result!.thresholds.exceeded.map(({ threshold, name }) => [threshold, name])).toEqual([
      ['failAbove', 'a'],
      ['maxLoss', 'a'],
    ]);
    const wide = await stressed(rows, { maxLoss: -line!.pnl + 1, failAbove: line!.initialMargin + 1 });
    expect(wide.status).toBe('ok');
  });

  it('lists the file of scenarios among its inputs', async () => {
    const { manifest } = await stressed('a,level,*,-30%');
    expect(manifest.inputs.map(({ role }) => role)).toEqual(['market', 'positions', 'scenarios-file']);
  });
});
