import { describe, expect, it } from 'vitest';
import type { StressRequest } from '../../../../src/app/request.js';
import { STRESS_DEFAULTS } from '../../../../src/app/request-defaults.js';
import { runMargin } from '../../../../src/app/run-margin.js';
import { runStress } from '../../../../src/app/run-stress.js';
import type { StressCorrelations } from '../../../../src/schema/index.js';
import { aMarginRequest, anIo, resultOf } from '../../a-world.js';
import { files } from '../a-small-world.js';
import { aStressRequest } from '../a-stress-request.js';

const PAIR = 'fixtures/btc-eth-pair';
const ISSUES = 'fixtures/issues';

const stressed = (changes: Partial<StressRequest> = {}, folder = PAIR) =>
  runStress(aStressRequest(folder, { what: ['correlations'], ...changes }), anIo());
const partOf = async (changes: Partial<StressRequest> = {}, folder = PAIR): Promise<StressCorrelations> =>
  resultOf(await stressed(changes, folder)).correlations!;

/** The margin of the pair as `margo margin` tells it with another file of correlations. */
async function marginAt(rho: number, figures: Record<string, unknown> = {}): Promise<number> {
  const { correlations } = files({ correlations: `a,b,correlation\nBTC,ETH,${rho}` });
  const request = aMarginRequest(PAIR, { correlations, parameterOverrides: figures });
  return resultOf(await runMargin(request, anIo())).initialMargin;
}

describe('the pair of BTC and ETH', async () => {
  const { curve, worst, pairs, matrices, initialMargin, regimes } = await partOf();

  it('is margined as margo margin does with that correlation, along the curve', async () => {
    const { points, a, b } = curve!;
    expect([a, b, points.length]).toEqual(['BTC', 'ETH', 41]);
    expect([points[0]!.correlation, points[40]!.correlation]).toEqual([-1, 1]);
    for (const k of [0, 7, 20, 33, 40]) {
      expect(points[k]!.initialMargin).toBeCloseTo(await marginAt(points[k]!.correlation), 6);
    }
  });

  it('asks less the more the two legs move together, without a jump', () => {
    const margins = curve!.points.map((point) => point.initialMargin);
    const steps = margins.slice(1).map((margin, k) => margins[k]! - margin);
    expect(Math.min(...steps)).toBeGreaterThan(0);
    // No step is much larger than its neighbours: a twentieth of the whole fall at most.
    expect(Math.max(...steps)).toBeLessThan((margins[0]! - margins[40]!) / 20);
  });

  it('is worst at the end of the interval that a fine grid finds', async () => {
    const grid = await Promise.all(
      Array.from({ length: 21 }, (_, k) => marginAt(0.632005 + (0.368 - 5e-6) * (k / 20))),
    );
    expect(worst.matrix[0]![1]).toBeCloseTo(0.632005, 12);
    expect(worst.initialMargin).toBeCloseTo(Math.max(...grid), 6);
    expect(grid.indexOf(Math.max(...grid))).toBe(0);
    expect(worst).toMatchObject({ proven: true, method: 'grid', within: '0.2', distanceAllowed: null });
    expect(worst.pairs).toMatchObject([{ a: 'BTC', b: 'ETH', before: 0.832005 }]);
    expect(worst.pairs[0]!.share).toBeCloseTo(worst.initialMargin - initialMargin, 6);
  });

  it('is moved either way, as far as it may go', async () => {
    const [pair] = pairs;
    expect(pair).toMatchObject({ a: 'BTC', b: 'ETH', low: -1, high: 1, up: { correlation: 1, repaired: false } });
    expect(pair!.down.initialMargin).toBeCloseTo(await marginAt(0.632005), 6);
    expect(pair!.up.initialMargin).toBeCloseTo(await marginAt(1), 6);
  });

  it('at one and at nothing', async () => {
    expect(matrices.map(({ name }) => name)).toEqual(['all to one', 'all to zero']);
    expect(matrices[0]!.initialMargin).toBeCloseTo(await marginAt(1), 6);
    expect(matrices[1]!.initialMargin).toBeCloseTo(await marginAt(0), 6);
    expect(matrices[1]!.marginChange).toBeCloseTo(matrices[1]!.initialMargin - initialMargin, 9);
  });

  it('in regimes, as margo margin does with their correlation, and their volatilities', async () => {
    expect(regimes!.regimes.map(({ name }) => name)).toEqual(['calm', 'stressed']);
    for (const regime of regimes!.regimes) {
      const rho = regime.matrix[0]![1]!;
      const dailyVol = Object.fromEntries(regime.dailyVolatilities.map((one) => [one.underlying, one.volatility]));
      expect(regime.initialMargin).toBeCloseTo(await marginAt(rho), 6);
      expect(regime.withVolatilities.initialMargin).toBeCloseTo(await marginAt(rho, { dailyVol }), 6);
    }
    const [calm, wild] = regimes!.regimes;
    expect(wild!.withVolatilities.initialMargin).toBeGreaterThan(calm!.withVolatilities.initialMargin);
  });
});

describe('a book linear in two underlyings', () => {
  // Two spot positions worth the same a scan range, so that the scenarios have their direction: scan range 4 x 0.02.
  const market =
    'instrument,type,underlying,currency,mark,underlying_price\nAAA,spot,AAA,USD,100,\nBBB,spot,BBB,USD,50,\n';
  const figures = { dailyVol: { AAA: 0.02, BBB: 0.02 } };
  const exposure = 100 * 30 * 0.08;

  it.each([
    ['with', 60, -1],
    ['against', -60, 1],
  ])('held %s each other asks sqrt(a^2 + b^2 + 2 rho a b), worst at an end', async (_, quantity, best) => {
    const texts = {
      market,
      positions: `instrument,quantity\nAAA,30\nBBB,${quantity}`,
      correlations: 'a,b,correlation\nAAA,BBB,0.4',
    };
    const request = { ...STRESS_DEFAULTS, ...files(texts), what: ['correlations'], parameterOverrides: figures };
    const asOf = Date.UTC(2026, 5, 27);
    const { curve, worst } = resultOf(await runStress({ ...request, asOf }, anIo())).correlations!;
    const sign = Math.sign(quantity);
    for (const { correlation, initialMargin } of curve!.points.filter(
      ({ correlation }) => Math.abs(correlation) < 0.99,
    )) {
      const expected = exposure * Math.sqrt(2 + 2 * sign * correlation);
      // A ladder is the worst direction where the two nearly cancel: it moves one leg alone, and the other by rho.
      const ladder = exposure * (1 + sign * correlation);
      expect(initialMargin).toBeCloseTo(Math.max(expected, ladder), 6);
    }
    expect(worst.matrix[0]![1]).toBeCloseTo(0.4 - 0.2 * best, 12);
    expect(worst.initialMargin).toBeCloseTo(exposure * Math.sqrt(2 + 2 * sign * (0.4 - 0.2 * best)), 6);
  });
});

describe('what is asked', () => {
  const three = { positions: `${PAIR}/positions-three.csv`, correlations: null };

  it('may be blocks, a pair, a move, bounds', async () => {
    const asked = { ...three, blocks: ['BNB'], pair: 'BNB,ETH', pairMove: 0.1, within: 0.05, distance: 0.06 };
    const { matrices, curve, pairMove, pairs, worst, names } = await partOf(asked);
    expect(names).toEqual(['BNB', 'BTC', 'ETH']);
    expect(matrices.map(({ name }) => name).at(-1)).toBe('BNB against the others');
    expect([curve!.a, curve!.b, pairMove]).toEqual(['BNB', 'ETH', 0.1]);
    expect(curve!.points.at(-1)!.correlation).toBeLessThan(1);
    for (const { correlation, up, down } of pairs.filter((pair) => !pair.up.repaired)) {
      expect(up.correlation).toBeCloseTo(correlation + 0.1, 12);
      expect(down.correlation).toBeCloseTo(correlation - 0.1, 12);
    }
    expect(worst).toMatchObject({ proven: false, method: 'projected gradient', within: '0.05', distanceAllowed: 0.06 });
    expect(worst.distance).toBeLessThan(0.06 + 1e-6);
    expect(worst.marginChange).toBeGreaterThan(0);
    for (const { before, after } of worst.pairs) expect(Math.abs(after - before)).toBeLessThan(0.05 + 1e-6);
    const shares = worst.pairs.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
  });

  it('is no worse within less', async () => {
    const changes = await Promise.all(
      [0.05, 0.3].map(async (within) => (await partOf({ ...three, within })).worst.marginChange),
    );
    expect(changes).toEqual([...changes].sort((a, b) => a - b));
  });

  it.each([
    ['blocks', { blocks: ['BTC,SOL'] }, '--block', 'some, not all, of BTC, ETH'],
    ['all as a block', { blocks: ['BTC,ETH'] }, '--block', 'some, not all, of BTC, ETH'],
    ['a pair', { pair: 'BTC' }, '--pair', '2 of BTC, ETH'],
  ])('is refused where it names others: %s', async (_, changes, field, expected) => {
    const { status, issues } = await stressed(changes);
    expect(status).toBe('error');
    expect(issues).toMatchObject([{ code: 'CFG_BAD_VALUE', field }]);
    expect(issues[0]!.message).toContain(expected);
  });
});

describe('what cannot be told', () => {
  it('STR_NO_JOINT_MOVES: of a model that looks at no correlation', async () => {
    const document = await stressed({ model: 'deribit-pme', correlations: null }, 'fixtures/btc-short-strangle');
    expect(document.status).toBe('error');
    expect(document.issues).toMatchObject([
      {
        code: 'STR_NO_JOINT_MOVES',
        severity: 'warning',
        message: 'deribit-pme looks at no correlation, so none of its margin rests on one',
      },
      { code: 'CFG_STRESS_NEEDS', message: '--what correlations needs a model of joint moves, --model scan' },
    ]);
  });

  it('of one underlying', async () => {
    const { issues } = await stressed({ correlations: null, prices: null }, 'fixtures/btc-short-strangle');
    expect(issues.at(-1)!.message).toContain('two correlated underlyings');
  });

  it('REG_TOO_FEW_PRICES: regimes of a month', async () => {
    const { issues, result } = await stressed({ prices: `${ISSUES}/reg-too-few-prices/prices.csv` });
    expect(issues.map(({ code }) => code)).toContain('REG_TOO_FEW_PRICES');
    expect(issues.find(({ code }) => code === 'REG_TOO_FEW_PRICES')!.message).toBe(
      'the prices have 29 days on which all of BTC, ETH moved, and the regimes need 84',
    );
    expect(result!.correlations!.regimes).toBeNull();
  });

  it('REG_TOO_ALIKE: regimes of prices that stand still', async () => {
    const { issues } = await stressed({ prices: `${ISSUES}/reg-too-alike/prices.csv` });
    const told = issues.find(({ code }) => code === 'REG_TOO_ALIKE')!;
    expect(told.message).toBe('the prices of BTC, ETH do not part into 2 regimes');
  });
});

describe('thresholds', () => {
  it('look at every matrix', async () => {
    const { status, result } = await stressed({ failAbove: 50_000 });
    expect(status).toBe('no');
    expect(result!.thresholds.exceeded).toMatchObject([{ part: 'correlations', name: 'regime stressed' }]);
  });
});
