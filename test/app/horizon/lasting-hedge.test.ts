import { describe, expect, it } from 'vitest';
import type { OptimizeRequest } from '../../../src/app/request.js';
import { runOptimize } from '../../../src/app/run-optimize.js';
import { anIo, anOptimizeRequest, resultOf } from '../a-world.js';
import { inTemporaryFolder } from '../traded-book.js';
import { LASTING, TOMORROW, writeShortCall } from './a-short-call.js';

const hedge = (changes: Partial<OptimizeRequest>) =>
  inTemporaryFolder((folder) =>
    runOptimize(
      anOptimizeRequest(folder, { ...writeShortCall(folder), horizonDays: 14, minDays: 0, ...changes }),
      anIo(),
    ),
  );
const traded = async (changes: Partial<OptimizeRequest>) =>
  resultOf(await hedge(changes)).trades.map(({ instrument }) => instrument);

describe('a hedge of options that are gone tomorrow', () => {
  it('is chosen over a cheaper lasting one where today alone counts, and no longer where the horizon does', async () => {
    const one = { maxTrades: 1 };
    const [now, average, max] = await Promise.all(
      (['now', 'average', 'max'] as const).map(async (horizonRule) => resultOf(await hedge({ ...one, horizonRule }))),
    );
    expect(now!.trades.map(({ instrument }) => instrument)).toEqual([TOMORROW]);
    expect(average!.trades.map(({ instrument }) => instrument)).toEqual([LASTING]);
    expect(max!.trades.map(({ instrument }) => instrument)).toEqual([LASTING]);
    expect(average!.cost!.total).toBeLessThan(now!.cost!.total);
    // Today the answer of the rule now is the better one, and two weeks from now it is the present book again.
    expect(now!.after!.initialMargin).toBeLessThan(average!.after!.initialMargin);
    expect(now!.after!.atHorizon!.initialMargin).toBe(now!.before.atHorizon!.initialMargin);
    expect(average!.after!.atHorizon!.initialMargin).toBeLessThan(average!.before.atHorizon!.initialMargin);
  });

  it('is bought beside the lasting one only for the margin of the days it lives', async () => {
    // A day of fourteen: where margin is dear enough both are worth their cost, where it is cheap only the lasting one is.
    expect(new Set(await traded({ horizonRule: 'average' }))).toEqual(new Set([LASTING, TOMORROW]));
    const cheap = { capitalCost: 0.5, horizonRule: 'average' } as const;
    expect(await traded(cheap)).toEqual([LASTING]);
    // Weighed as if it lasted for all of the fourteen days it is bought.
    expect(await traded({ ...cheap, horizonRule: 'now' })).toContain(TOMORROW);
  });

  it('may be traded at all where later dates count: no candidate has to outlive the horizon', async () => {
    const considered = async (changes: Partial<OptimizeRequest>) =>
      resultOf(await hedge({ minDays: null, ...changes })).candidates.considered;
    expect(await considered({ horizonRule: 'now' })).toBe(1);
    expect(await considered({ horizonRule: 'average' })).toBe(2);
    expect(await considered({ horizonRule: 'average', minDays: 10 })).toBe(1);
  });

  it('does not count as an improvement where the objective is not the smaller for it', async () => {
    const required = { requireImprovement: true, filters: { ...NONE, only: [TOMORROW] } } as const;
    const margin = { capitalCost: 0.5 } as const;
    expect((await hedge({ ...required, ...margin, horizonRule: 'now' })).status).toBe('ok');
    expect((await hedge({ ...required, ...margin, horizonRule: 'average' })).status).toBe('no');
    expect((await hedge({ ...required, horizonRule: 'average' })).status).toBe('ok');
  });
});

const NONE = { only: [], exclude: [], sides: [], noClose: false, onlyClose: false };
