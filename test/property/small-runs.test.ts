import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { OptimizeRequest } from '../../src/app/request.js';
import { runOptimize } from '../../src/app/run-optimize.js';
import { runVerify } from '../../src/app/run-verify.js';
import { sealed } from '../../src/app/seals.js';
import { MARGIN_MODELS } from '../../src/margin/index.js';
import type { Envelope, OptimizeResult } from '../../src/schema/index.js';
import { anIo } from '../app/a-world.js';
import { changedAt, type LeafPath, leavesOf, placeOf } from '../app/changed-leaf.js';
import { aSmallRun, depthOf } from './small-run.js';

type Document = Envelope<OptimizeResult>;

const folder = mkdtempSync(join(tmpdir(), 'margo-small-runs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const optimize = (request: OptimizeRequest): Promise<Document> => runOptimize(request, anIo());

/** Verifies a document of a request; `name` keeps runs that go at once apart. */
async function verified(name: string, request: OptimizeRequest, document: unknown) {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(document));
  const recreate = () => ({ value: { command: 'optimize' as const, request }, issues: [] });
  return runVerify({ document: path, inputs: null, replaced: [], recreate, optionsInEffect: {} }, anIo());
}

/** Fails unless every check of the document holds. */
async function expectVerified(name: string, request: OptimizeRequest, document: Document): Promise<void> {
  const { status, result, issues } = await verified(name, request, document);
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(
    result?.checks.filter(({ ok }) => !ok),
    name,
  ).toEqual([]);
  expect([name, status, result?.differences]).toEqual([name, 'ok', []]);
}

const valueAt = (document: unknown, path: LeafPath): unknown =>
  path.reduce((part, key) => (part as Readonly<Record<string | number, unknown>>)[key], document);

/** One number of the result that does not rest on the solver, by the seed, changed and sealed anew. */
async function expectForgeryFails(name: string, seed: number, request: OptimizeRequest, document: Document) {
  const told = (await verified(name, request, document)).result!.restsOnSolver;
  const text = JSON.stringify(document);
  const places = leavesOf(JSON.parse(text).result).filter((path) => {
    return typeof valueAt(document.result, path) === 'number' && !told.some((place) => placeOf(path).startsWith(place));
  });
  const path = places[(seed * 7919) % places.length]!;
  const forged = await verified(name, request, sealed(changedAt(text, path)));
  expect([name, placeOf(path), forged.status]).not.toEqual([name, placeOf(path), 'ok']);
  const unsealed = await verified(name, request, changedAt(text, path));
  expect([name, placeOf(path), unsealed.status]).not.toEqual([name, placeOf(path), 'ok']);
}

const seeds = (count: number, first = 0): number[] => Array.from({ length: count }, (_, i) => first + i);
const inTens = (count: number): number[] => seeds(count / 10).map((i) => i * 10);

describe('320 seeded linear runs', () => {
  const counts = { answered: 0, infeasible: 0, traded: 0, limitsBound: 0, gaveWay: 0 };

  it.each(inTens(320))(
    '%i and the nine after it: both solvers agree, and every document is verified',
    async (first) => {
      await Promise.all(
        seeds(10, first).map(async (seed) => {
          const request = aSmallRun(folder, seed);
          const small = { ...request, solver: 'js' as const };
          const [a, b] = await Promise.all([optimize(request), optimize(small)]);
          await expectVerified(`${seed}-highs`, request, a);
          await expectVerified(`${seed}-js`, small, b);
          await expectForgeryFails(`${seed}-forged`, seed, request, a);
          const [first, second] = [a.result!, b.result!];
          expect([seed, b.status]).toEqual([seed, a.status]);
          if (a.status === 'infeasible') {
            counts.infeasible++;
            return;
          }
          counts.answered++;
          const size = Math.max(1, Math.abs(first.objective!));
          expect(Math.abs(first.objective! - second.objective!), `seed ${seed}`).toBeLessThanOrEqual(1e-6 * size);
          expect([seed, first.proven, second.proven]).toEqual([seed, true, true]);
          if (first.trades.length > 0) counts.traded++;
          if (first.limits.some(({ shadowPrice }) => shadowPrice > 0)) counts.limitsBound++;
          if (first.limits.some(({ relaxedTo }) => relaxedTo !== undefined)) counts.gaveWay++;
        }),
      );
    },
  );

  it('hold enough of every outcome, 300 optima among them', () => {
    expect(counts.answered + counts.infeasible).toBe(320);
    expect(counts.answered).toBeGreaterThanOrEqual(300);
    expect(counts.infeasible).toBeGreaterThan(10);
    expect(counts.traded).toBeGreaterThan(250);
    expect(counts.limitsBound).toBeGreaterThan(100);
    expect(counts.gaveWay).toBeGreaterThan(2);
  });
});

/** Runs of one sort: verified as they are, not with a figure changed; how many have trades. */
async function expectProofs(sort: string, count: number, requestOf: (seed: number) => OptimizeRequest) {
  let traded = 0;
  for (const seed of seeds(count, 1000)) {
    const request = requestOf(seed);
    const document = await optimize(request);
    expect(document.result, `${sort} ${seed}: ${JSON.stringify(document.issues)}`).not.toBeNull();
    await expectVerified(`${sort}-${seed}`, request, document);
    await expectForgeryFails(`${sort}-${seed}`, seed, request, document);
    if (document.result!.trades.length > 0) traded++;
  }
  return traded;
}

const marketOf = (request: OptimizeRequest): string[] => readFileSync(request.market!, 'utf8').split('\n').slice(2);

describe('every document is verified, and fails with one figure changed', () => {
  it('40 with whole lots, some of few trades', async () => {
    const traded = await expectProofs('lots', 40, (seed) =>
      aSmallRun(folder, seed, { lots: true, maxTrades: seed % 3 === 0 ? 2 : null, relativeGap: 0.01 }),
    );
    expect(traded).toBeGreaterThan(20);
  });

  it('20 that keep the profile', async () => {
    const bands = ['vega 10%', 'delta 20%, gamma 15%', 'payoff 10%', 'payoff 5%, vega 30%'];
    const traded = await expectProofs('keep', 20, (seed) =>
      aSmallRun(folder, seed, { limitTexts: [], keepTexts: [bands[seed % 4]!] }),
    );
    expect(traded).toBeGreaterThan(8);
  });

  it('20 through order books', async () => {
    const traded = await expectProofs('depth', 20, (seed) => {
      const request = aSmallRun(folder, seed, { fees: seed % 2 === 0 ? 'deribit' : null });
      return { ...request, depth: depthOf(folder, seed, marketOf(request)) };
    });
    expect(traded).toBeGreaterThan(8);
  });

  it.each(
    MARGIN_MODELS.filter((model) => !model.usesPrices && model.usesSensitivities !== true)
      .map(({ id }) => id)
      .filter((id) => id !== 'tims'),
  )('six under %s', async (model) => {
    const traded = await expectProofs(model, 6, (seed) => aSmallRun(folder, seed, { model }));
    expect(traded).toBeGreaterThan(3);
  });
});
