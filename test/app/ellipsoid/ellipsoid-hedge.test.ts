import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runMargin } from '../../../src/app/run-margin.js';
import { runOptimize } from '../../../src/app/run-optimize.js';
import { runVerify } from '../../../src/app/run-verify.js';
import type { Envelope, OptimizeResult } from '../../../src/schema/index.js';
import { aMarginRequest, anIo, anOptimizeRequest, resultOf } from '../a-world.js';

const PAIR = 'fixtures/btc-eth-pair';
const REQUEST = anOptimizeRequest(PAIR, { scenarioMode: 'ellipsoid', candidates: 'ETH-23FEB24-*' });
const folder = mkdtempSync(join(tmpdir(), 'margo-ellipsoid-hedge-'));
afterAll(() => rmSync(folder, { recursive: true }));

let document: Envelope<OptimizeResult>;
let result: OptimizeResult;
beforeAll(async () => {
  document = JSON.parse(JSON.stringify(await runOptimize(REQUEST, anIo()))) as Envelope<OptimizeResult>;
  result = resultOf(document);
});

async function verified(changed: Envelope<OptimizeResult>) {
  const file = join(folder, 'document.json');
  writeFileSync(file, JSON.stringify(changed));
  const recreate = () => ({ value: { command: 'optimize' as const, request: REQUEST }, issues: [] });
  return resultOf(
    await runVerify({ document: file, inputs: null, replaced: [], recreate, optionsInEffect: {} }, anIo()),
  );
}

/** The document with its result changed, its seal broken. */
function changed(change: (result: OptimizeResult) => void): Envelope<OptimizeResult> {
  const copy = structuredClone(document);
  change(copy.result!);
  return copy;
}

describe('optimize against every joint move', () => {
  it('lowers the margin against every joint move, and proves it for the moves found', () => {
    const { before, after, search } = result;
    expect(after!.initialMargin).toBeLessThan(before.initialMargin);
    expect(result.proven).toBe(true);
    expect(result.bound!).toBeLessThanOrEqual(result.objective! * (1 + 1e-9));
    expect(search!.added.length).toBeGreaterThan(1);
    expect(search!.ellipsoidMargin).toBe(after!.initialMargin);
    expect(search!.listedMargin).toBeLessThanOrEqual(search!.ellipsoidMargin);
  });

  it('reports the margin before as margo margin does', async () => {
    const alone = resultOf(await runMargin(aMarginRequest(PAIR, { scenarioMode: 'ellipsoid' }), anIo()));
    expect(Math.abs(result.before.initialMargin / alone.initialMargin - 1)).toBeLessThan(1e-6);
  });

  it('is better against every joint move than the hedge by the listed scenarios', async () => {
    const listed = resultOf(await runOptimize({ ...REQUEST, scenarioMode: 'listed' }, anIo()));
    // By fewer scenarios the optimum is lower: it is a relaxation.
    expect(listed.objective!).toBeLessThanOrEqual(result.objective! * (1 + 1e-9));
  });

  it('gives the same document twice', async () => {
    expect(JSON.stringify(resultOf(await runOptimize(REQUEST, anIo())))).toBe(JSON.stringify(result));
  });

  it('takes whole lots', async () => {
    const changes = { scenarioMode: 'ellipsoid', candidates: 'BTC-31JUL26-*', lots: true, relativeGap: 0.05 } as const;
    const request = anOptimizeRequest('fixtures/btc-short-strangle', changes);
    const { trades, search, after, gap } = resultOf(await runOptimize(request, anIo()));
    expect(trades.length).toBeGreaterThan(0);
    expect(search!.ellipsoidMargin).toBe(after!.initialMargin);
    expect(gap).toBeLessThanOrEqual(0.05 * (1 + 1e-9));
  });
});

describe('verify of a hedge against every joint move', () => {
  it('makes it again and searches anew', async () => {
    const { verified: holds, checks, restsOnSolver } = await verified(document);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(holds).toBe(true);
    expect(checks.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['joint moves of the ellipsoid', 'no worse joint move']),
    );
    expect(restsOnSolver).toEqual(expect.arrayContaining(['result.search.rounds', 'result.search.starts']));
  });

  const failures = async (change: (result: OptimizeResult) => void): Promise<string[]> =>
    (await verified(changed(change))).checks.filter(({ ok }) => !ok).map(({ name }) => name);

  it('finds a move that lies outside the ellipsoid', async () => {
    const failed = await failures(({ search }) => {
      search!.added[0]!.z = search!.added[0]!.z.map((value) => value * 10);
    });
    expect(failed).toContain('joint moves of the ellipsoid');
  });

  it('finds a worse move where the document leaves one out', async () => {
    const failed = await failures(({ search }) => {
      search!.added = [];
    });
    expect(failed).toContain('no worse joint move');
  });

  it('finds a loss that is another', async () => {
    const failed = await failures(({ search }) => {
      search!.added[0]!.loss += 1;
    });
    expect(failed).toContain('search');
  });
});
