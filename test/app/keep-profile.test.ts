import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from '../../src/app/candidate-filters.js';
import type { OptimizeRequest } from '../../src/app/request.js';
import { runOptimize } from '../../src/app/run-optimize.js';
import { runWhatIf } from '../../src/app/run-whatif.js';
import { evaluate } from '../../src/formula/index.js';
import type { OptimizeResult } from '../../src/schema/index.js';
import { aPreparedRun } from './a-prepared-run.js';
import { anIo, anOptimizeRequest, aWhatIfRequest, FIXTURES, type Fixture, resultOf } from './a-world.js';

const NO_LIMITS = { limits: null, limitTexts: [] };

const optimize = async (fixture: Fixture, changes: Partial<OptimizeRequest>): Promise<OptimizeResult> =>
  resultOf(await runOptimize(anOptimizeRequest(`fixtures/${fixture}`, { ...NO_LIMITS, ...changes }), anIo()));

type Greek = 'delta' | 'gamma' | 'vega';

/** The greeks of an underlying before and after, as the document tells them. */
function moved(result: OptimizeResult, underlying: string, greek: Greek): readonly [number, number] {
  const of = (side: OptimizeResult['before']): number =>
    side.greeksByUnderlying.find((one) => one.underlying === underlying)?.[greek] ?? 0;
  return [of(result.before), of(result.after!)];
}

/** The contracts of the book after the trades, by line of a universe prepared anew. */
async function bookAfter(fixture: Fixture, { trades }: OptimizeResult) {
  const run = await aPreparedRun(
    `fixtures/${fixture}`,
    NO_LIMITS,
    trades.map(({ instrument }) => instrument),
  );
  const after = run.quantities.slice();
  for (const { instrument, side, quantity } of trades) {
    after[run.lines.findIndex((line) => line.instrument.name === instrument)]! += side === 'buy' ? quantity : -quantity;
  }
  return { run, after };
}

describe.each(FIXTURES)('--keep on %s', (fixture) => {
  it('keeps delta, gamma and vega of every underlying held within their bands', async () => {
    const result = await optimize(fixture, { keepTexts: ['delta 5%, gamma 10%', 'vega 10%'] });
    const held = result.before.greeksByUnderlying.map(({ underlying }) => underlying);
    expect(result.limits.map(({ limit, scope }) => `${limit} ${scope}`).sort()).toEqual(
      held.flatMap((name) => [`keep delta ${name}`, `keep gamma ${name}`, `keep vega ${name}`]).sort(),
    );
    for (const underlying of held) {
      for (const [greek, band] of [
        ['delta', 0.05],
        ['gamma', 0.1],
        ['vega', 0.1],
      ] as const) {
        const [before, after] = moved(result, underlying, greek);
        // An underlying without options has no gamma: nothing of a line's own size is left to compare with.
        expect(Math.abs(after - before)).toBeLessThanOrEqual(band * Math.abs(before) * (1 + 1e-6) + 1e-9);
      }
    }
    expect(result.after!.initialMargin).toBeLessThanOrEqual(result.before.initialMargin);
  });

  it('makes closing everything impossible', async () => {
    const result = await optimize(fixture, { keepTexts: ['gamma 10%, vega 10%'] });
    const held = result.limits.filter(({ before }) => before !== 0);
    expect(held.length).toBeGreaterThan(0);
    expect(held.every(({ min, max }) => min! > 0 || max! < 0)).toBe(true);
    const { after } = await bookAfter(fixture, result);
    expect(after.some((quantity) => quantity !== 0)).toBe(true);
  });

  it('gains at least its part in every scenario where the book gains', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(0, 0.02, 0.05, 0.3, 0.8), async (band) => {
        const result = await optimize(fixture, { keepTexts: [`payoff ${band * 100}%`] });
        const { run, after } = await bookAfter(fixture, result);
        let gains = 0;
        for (const { pnl } of run.requirement.scenarios) {
          const [now, then] = [evaluate(pnl, run.quantities), evaluate(pnl, after)];
          if (!(now > 1e-6)) continue;
          gains += 1;
          expect(then).toBeGreaterThanOrEqual(
            (1 - band) * now - 1e-5 * Math.max(1, result.before.initialMargin * 1e-3),
          );
        }
        expect(gains).toBeGreaterThan(0);
        expect(result.limits.filter(({ limit }) => limit === 'keep payoff')).toHaveLength(gains);
      }),
      { seed: 5, numRuns: 4 },
    );
  });
});

describe('--keep', () => {
  const FOLDER = 'fixtures/btc-short-strangle';

  it('is among what cannot hold together, by its name', async () => {
    const request = anOptimizeRequest(FOLDER, {
      ...NO_LIMITS,
      keepTexts: ['vega BTC 10%'],
      limitTexts: ['vega BTC -100..100'],
    });
    const { status, result } = await runOptimize(request, anIo());
    expect(status).toBe('infeasible');
    expect(result!.conflict!.limits).toEqual(['vega BTC min', 'keep vega BTC max']);
    expect(result!.conflict!.relaxations.map(({ limit }) => limit)).toEqual(['keep vega']);
  });

  it('gives way where it has a priority', async () => {
    const request = { keepTexts: ['vega BTC 10% priority 1'], limitTexts: ['vega BTC -10000..10000'] };
    const { limits } = await optimize('btc-short-strangle', { ...request, candidates: 'BTC-*SEP26-*' });
    const relaxed = limits.filter(({ relaxedBy }) => relaxedBy > 0);
    expect(relaxed.map(({ limit, priority }) => [limit, priority])).toEqual([['keep vega', 1]]);
  });

  it('is refused where a book without positions would keep it, unless nothing may be closed', async () => {
    const codes = async (keepTexts: readonly string[], changes: Partial<OptimizeRequest> = {}) => {
      const positions = 'fixtures/profile/one-call.csv';
      const request = anOptimizeRequest(FOLDER, { ...NO_LIMITS, positions, keepTexts, ...changes });
      const { issues } = await runOptimize(request, anIo());
      return issues.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    };
    // A band as wide as the figure itself holds nothing.
    expect(await codes(['delta 100%'])).toEqual(['OPT_KEEP_NOTHING']);
    expect(await codes(['delta 99%'])).toEqual([]);
    expect(await codes(['delta 100%, vega 10%'])).toEqual([]);
    expect(await codes(['delta 100%'], { filters: { ...NO_FILTERS, noClose: true } })).toEqual([]);
    expect(await codes(['delta 100%'], { candidates: '*-P' })).toEqual([]);
  });

  it('is checked by whatif, too', async () => {
    const request = aWhatIfRequest(FOLDER, { ...NO_LIMITS, keepTexts: ['vega 1%'] });
    const { status, result } = await runWhatIf(request, anIo());
    expect(result!.limits.map(({ limit, scope }) => `${limit} ${scope}`)).toEqual(['keep vega BTC']);
    const [line] = result!.limits;
    expect(status).toBe(line!.value < line!.min! || line!.value > line!.max! ? 'no' : 'ok');
  });
});
