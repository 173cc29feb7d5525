import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { CollateralRequest } from '../../../src/app/request.js';
import { runCollateral } from '../../../src/app/run-collateral.js';
import { runMargin } from '../../../src/app/run-margin.js';
import { aMarginRequest, anIo, resultOf } from '../a-world.js';
import { aFolder } from '../allocate/a-two-venue-world.js';

const FIXTURE = 'fixtures/collateral';
const STRANGLE = 'fixtures/btc-short-strangle';

function aRequest(assets: string, changes: Partial<CollateralRequest> = {}): CollateralRequest {
  const { positions: _, failAbove: __, ...common } = aMarginRequest(FIXTURE);
  return { ...common, assets, requirements: [], horizonDays: 7, timeLimit: null, relativeGap: 1e-4, ...changes };
}

const run = (assets: string, changes: Partial<CollateralRequest> = {}) =>
  runCollateral(aRequest(assets, changes), anIo());

/** Runs on a file given as a value, from standard input. */
const ran = (file: unknown, changes: Partial<CollateralRequest> = {}) =>
  runCollateral(aRequest('-', changes), anIo({ stdin: Readable.from([Buffer.from(JSON.stringify(file))]) }));

const USD = { asset: 'USD', amount: 100, fundingCost: 0.05, eligible: { A: 0 } };

describe('the fixture', () => {
  it('meets every requirement, that of a book being what margo margin says', async () => {
    const document = await run(`${FIXTURE}/assets.json`);
    const { venues, postings, assets, cost, proven, bound, infeasible } = resultOf(document);
    const own = { model: 'deribit-pme', limits: null, account: null };
    const margin = resultOf(await runMargin(aMarginRequest(STRANGLE, own), anIo()));
    expect(document.status).toBe('ok');
    expect(venues.map(({ requirement }) => requirement)).toEqual([margin.initialMargin, 350_000, 250_000]);
    for (const { venue, requirement, posted, missing } of venues) {
      const counted = postings.filter((one) => one.venue === venue).reduce((sum, one) => sum + one.counted, 0);
      expect(posted).toBeCloseTo(counted, 6);
      expect(posted).toBeGreaterThanOrEqual(requirement * (1 - 1e-9));
      expect(missing).toBe(0);
    }
    for (const { asset, available, used, idle } of assets) {
      const posted = postings.filter((one) => one.asset === asset).reduce((sum, one) => sum + one.amount, 0);
      expect(used).toBeCloseTo(posted, 9);
      expect(used + idle).toBeCloseTo(available, 9);
    }
    // Derive counts no more than half of its 250,000 in BTC and a quarter in ETH.
    const derive = Object.fromEntries(
      postings.filter(({ venue }) => venue === 'Derive').map((one) => [one.asset, one]),
    );
    expect(derive.BTC!.counted).toBeLessThanOrEqual(125_000.001);
    expect(derive.ETH?.counted ?? 0).toBeLessThanOrEqual(62_500.001);
    expect(cost.perYear).toBeCloseTo(
      postings.reduce((sum, one) => sum + one.costPerYear, 0),
      6,
    );
    expect(cost.horizon).toBeCloseTo((cost.perYear * 7) / 365, 9);
    expect([proven, infeasible]).toEqual([true, null]);
    expect(bound!).toBeCloseTo(cost.perYear, 4);
    expect(document.manifest.inputs.map(({ role }) => role)).toEqual([
      'collateral',
      'market of Deribit',
      'positions of Deribit',
    ]);
  });

  it('costs less with every asset more, and its shadow prices say how much', async () => {
    const before = resultOf(await run(`${FIXTURE}/assets.csv`, { requirements: ['Deribit=900000', 'OKX=350000'] }));
    const step = 10;
    const more = resultOf(
      await run(`${FIXTURE}/assets.csv`, { requirements: [`Deribit=${900_000 + step}`, 'OKX=350000'] }),
    );
    const [deribit] = before.venues;
    expect((more.cost.perYear - before.cost.perYear) / step).toBeCloseTo(deribit!.shadowPrice!, 6);
  });

  it('posts lots, at least the smallest posting', async () => {
    const { postings, cost, proof } = resultOf(await run(`${FIXTURE}/lots.json`));
    // 240,000 / (100 x 0.9) is 2,667 shares: eleven lots of 250; 275,000 of value at 0.6 %.
    expect(postings).toMatchObject([{ asset: 'T-bill fund', amount: 2750 }]);
    expect(cost.perYear).toBeCloseTo(1650, 9);
    expect(proof).toMatchObject({ kind: 'integer' });
  });

  it('says which venue lacks how much: COL_SHORT', async () => {
    const { status, result, issues } = await run(`${FIXTURE}/short.json`);
    // 400,000 of cash is all Deribit takes; OKX takes BTC, of which there is enough.
    expect(status).toBe('infeasible');
    expect(result?.infeasible?.venues).toEqual([{ venue: 'Deribit', missing: expect.closeTo(100_000, 2) }]);
    expect(result?.venues.map(({ shadowPrice }) => shadowPrice)).toEqual([null, null]);
    expect(issues.map(({ code }) => code)).toEqual(['COL_SHORT']);
    expect(issues[0]!.message).toContain('Deribit lacks 100000');
  });
});

describe('what a venue asks for', () => {
  const assets = [USD];

  it('may be taken from a margin document', async () => {
    const document = (currency: string, schema = 'margo/margin@1') =>
      JSON.stringify({ schema, result: { currency, initialMargin: 60 } });
    const folder = aFolder({ 'm.json': document('USD'), 'btc.json': document('BTC'), 'x.json': document('USD', 'x') });
    const at = async (name: string) => ran({ assets }, { requirements: [`A=${join(folder, name)}`] });
    expect(resultOf(await at('m.json')).venues[0]).toMatchObject({ requirement: 60, source: join(folder, 'm.json') });
    for (const name of ['btc.json', 'x.json']) {
      const { status, issues } = await at(name);
      expect([status, issues.map(({ code }) => code)]).toEqual(['error', ['COL_BAD_REQUIREMENT']]);
    }
    expect((await at('none.json')).issues.map(({ code }) => code)).toEqual(['FILE_NOT_FOUND']);
  });

  it('may be what an optimized book needs', async () => {
    const result = { currency: 'USD', after: { initialMargin: 40 } };
    const folder = aFolder({ 'o.json': JSON.stringify({ schema: 'margo/optimize@1', result }) });
    const { venues } = resultOf(await ran({ assets }, { requirements: [`A=${join(folder, 'o.json')}`] }));
    expect(venues[0]!.requirement).toBe(40);
  });

  it('on the command line goes before the file', async () => {
    const file = { assets, venues: [{ venue: 'A', requirement: 90 }] };
    expect(resultOf(await ran(file, { requirements: ['A=50'] })).venues[0]!.requirement).toBe(50);
  });

  it.each([
    ['COL_NO_VENUE', { assets }, {}],
    ['COL_NO_REQUIREMENT', { assets, venues: [{ venue: 'A' }] }, {}],
    ['COL_NO_PRICE', { assets: [{ ...USD, asset: 'SOL' }], venues: [{ venue: 'A', requirement: 1 }] }, {}],
    ['CFG_REQUIRE_TEXT', { assets }, { requirements: ['A', 'A=5'] }],
    ['CFG_REQUIRE_TEXT', { assets }, { requirements: ['A=-5', 'A=5'] }],
  ])('is refused: %s', async (code, file, changes) => {
    const { status, issues } = await ran(file, changes);
    expect(status).toBe('error');
    expect(issues.map((issue) => issue.code)).toContain(code);
  });

  it('is worth a word where an asset is eligible at a venue that asks for nothing: COL_NOT_A_VENUE', async () => {
    const asset = { ...USD, eligible: { A: 0, B: 0 } };
    const { status, issues } = await ran({ assets: [asset], venues: [{ venue: 'A', requirement: 5 }] });
    expect(status).toBe('ok');
    expect(issues).toMatchObject([
      { code: 'COL_NOT_A_VENUE', message: 'USD is eligible at B, which asks for nothing' },
    ]);
  });

  it('counts assets without a price at the market’s level', async () => {
    const assets = [{ asset: 'BTC', amount: 1, fundingCost: 0.01, eligible: { A: 0.1 } }];
    const file = { assets, venues: [{ venue: 'A', requirement: 6_024.561 * 0.9 }] };
    const { postings, assets: lines } = resultOf(await ran(file, { market: `${STRANGLE}/market.csv` }));
    // The BTC index in that market file.
    expect(lines[0]!.price).toBe(60_245.61);
    expect(postings[0]!.amount).toBeCloseTo(0.1, 9);
  });
});
