import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sensitivities } from '../../../src/app/parameters/sensitivities.js';
import { runMargin } from '../../../src/app/run-margin.js';
import { MARGIN_MODELS } from '../../../src/margin/index.js';
import { aMarginRequest, anIo, ROOT, resultOf } from '../a-world.js';
import { aParameterMargin } from './a-parameter-margin.js';

const BTC = 'fixtures/btc-short-strangle';

/** The margin by the command itself, under other figures. */
async function marginWith(changes: Parameters<typeof aMarginRequest>[1], folder: string = BTC): Promise<number> {
  return resultOf(await runMargin(aMarginRequest(folder, changes), anIo())).initialMargin;
}

/** Numbers anywhere in a parameter set, counted without the rules. */
function numbersIn(value: unknown): number {
  if (typeof value === 'number') return 1;
  return typeof value === 'object' && value !== null
    ? Object.values(value).reduce((total: number, one) => total + numbersIn(one), 0)
    : 0;
}

/** Models that take a book of options from the market alone. */
const MODELS = MARGIN_MODELS.filter(({ id }) =>
  ['scan', 'derive-pm2', 'derive-pm1', 'derive-srm', 'deribit-pme', 'okx-pm', 'paradex-pm', 'pm1'].includes(id),
);

describe.each(MODELS)('the figures of $id', (model) => {
  it('are all looked at: with effect, without, or fixed', async () => {
    const { margin } = await aParameterMargin(BTC, { model: model.id });
    const { lines, withoutEffect, fixed } = sensitivities(margin);
    // The daily volatility of the scan comes from the market, and is a figure all the same.
    const found = model.id === 'scan' ? 1 : 0;
    expect(margin.places).toHaveLength(numbersIn(model.parameterSets[0]!.values) + found);
    expect(lines.length + withoutEffect.length + fixed.length).toBe(margin.places.length);
    expect(new Set([...lines.map(({ parameter }) => parameter), ...withoutEffect, ...fixed]).size).toBe(
      margin.places.length,
    );
    const effects = lines.map(({ step, slopeUp, slopeDown }) =>
      Math.max(Math.abs(step * (slopeUp ?? 0)), Math.abs(step * (slopeDown ?? 0))),
    );
    expect(effects).toEqual([...effects].sort((a, b) => b - a));
  });

  it('move the margin as the command says under the bumped figures', async () => {
    const { margin } = await aParameterMargin(BTC, { model: model.id });
    expect(margin.margin).toBe(await marginWith({ model: model.id }));
    const [first] = sensitivities(margin).lines;
    const place = margin.places.find(({ name }) => name === first!.parameter)!;
    const figures = margin.figures(new Map([[place, place.value + first!.step]]));
    const bumped = await marginWith({ model: model.id, parameterOverrides: figures });
    expect(margin.margin + first!.slopeUp! * first!.step).toBeCloseTo(bumped, 4);
  });
});

describe('closed forms', () => {
  it('scan: the short option rate costs the net short contracts times the level of the underlying', async () => {
    const { margin } = await aParameterMargin(BTC);
    const line = sensitivities(margin).lines.find(({ parameter }) => parameter === 'shortOptionRate')!;
    const rows = readFileSync(join(ROOT, BTC, 'positions.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const options = rows.map((row) => row.split(',')).filter(([name]) => /-[CP]$/.test(name!));
    const short = options.reduce((total, [, quantity]) => total + Math.max(0, -Number(quantity)), 0);
    // The index of the market file, per contract of one coin.
    expect(line.perUnit).toBeCloseTo(short * 60_245.61, 3);
    expect(line).toMatchObject({ bump: 'relative', sides: 'both', kink: 'none', value: 0.005 });
    expect(line.perPercent).toBeCloseTo(short * 60_245.61 * 0.005 * 0.01, 6);
  });

  it('scan: the range is sigmas times daily volatility times the root of the days', async () => {
    const { margin } = await aParameterMargin(BTC);
    const { lines } = sensitivities(margin);
    const of = (name: string) => lines.find(({ parameter }) => parameter === name)!;
    expect(of('dailyVol.BTC').elasticity).toBeCloseTo(of('scanSigmas').elasticity!, 9);
    expect(of('horizonDays').elasticity).toBeCloseTo(of('scanSigmas').elasticity! / 2, 4);
  });

  it('a factor on the whole margin has the elasticity 1', async () => {
    const { margin } = await aParameterMargin(BTC, { model: 'pm1' });
    const factor = sensitivities(margin).lines.find(({ parameter }) => parameter === 'initialFactor')!;
    expect(factor.elasticity).toBeCloseTo(1, 9);
    expect(factor.perPercent).toBeCloseTo(margin.margin / 100, 4);
  });
});

describe('sides', () => {
  it('one only where the rules of the figures allow no other, and none where a figure is fixed', async () => {
    const { margin } = await aParameterMargin(BTC, { model: 'okx-pm' });
    const { lines, fixed } = sensitivities(margin);
    const rateMove = lines.find(({ parameter }) => parameter === 'rateMove')!;
    expect(rateMove).toMatchObject({ value: 0, step: 0.01, bump: 'absolute', sides: 'up', slopeDown: null });
    expect([rateMove.perPercent, rateMove.elasticity]).toEqual([null, null]);
    expect(rateMove.perUnit).toBe(rateMove.slopeUp);
    expect(fixed).toEqual(['chargeTiers.0.fromUsd']);
  });

  it('whole figures are bumped by one', async () => {
    const { margin } = await aParameterMargin('fixtures/btc-eth-pair', {
      parameterOverrides: { radii: 1, tailRadii: [] },
    });
    const radii = sensitivities(margin).lines.find(({ parameter }) => parameter === 'radii');
    expect(margin.places.find(({ name }) => name === 'radii')!.rule.whole).toBe(true);
    if (radii !== undefined) expect(radii).toMatchObject({ step: 1, bump: 'whole', sides: 'up', kink: 'none' });
    const place = margin.places.find(({ name }) => name === 'radii')!;
    expect(margin.under(new Map([[place, 1.5]]))).toBeNull();
  });

  it('differ at a clamp: beyond the largest scan more sigmas cost nothing', async () => {
    // 4 sigmas of 5 % are the largest scan itself.
    const figures = { dailyVol: { BTC: 0.05 }, maxScan: 0.2 };
    const { margin } = await aParameterMargin(BTC, { parameterOverrides: figures });
    const { lines } = sensitivities(margin);
    const sigmas = lines.find(({ parameter }) => parameter === 'scanSigmas')!;
    expect(sigmas).toMatchObject({ kink: 'here', slopeUp: 0 });
    expect(sigmas.slopeDown).toBeGreaterThan(0);
    // The widest move is the one of the clamp: it alone has a way up, and the clamp none down that sigmas have.
    expect(lines.find(({ parameter }) => parameter === 'maxScan')).toMatchObject({ slopeUp: 0, kink: 'here' });
  });

  it('a weight of past prices moves the volatilities that came from them', async () => {
    const { margin } = await aParameterMargin('fixtures/btc-eth-pair');
    const line = sensitivities(margin).lines.find(({ parameter }) => parameter === 'ewmaLambda')!;
    const asked = await marginWith({ parameterOverrides: { ewmaLambda: 0.94 * 1.01 } }, 'fixtures/btc-eth-pair');
    expect(margin.margin + line.slopeUp! * line.step).toBeCloseTo(asked, 6);
  });
});
