import { describe, expect, it } from 'vitest';
import type { OptimizeRequest } from '../../src/app/request.js';
import { runOptimize } from '../../src/app/run-optimize.js';
import { seededRandom } from '../optimizer/solver/seeded-random.js';
import { anIo, anOptimizeRequest, FIXTURES, resultOf } from './a-world.js';
import { inTemporaryFolder, writePermuted } from './traded-book.js';

const optimize = async (folder: string, changes: Partial<OptimizeRequest>) =>
  resultOf(await runOptimize(anOptimizeRequest(folder, changes), anIo()));

function shuffled(seed: number): (rows: number) => number[] {
  const random = seededRandom(seed);
  return (rows) => {
    const order = Array.from({ length: rows }, (_, i) => i);
    for (let i = rows - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    return order;
  };
}

describe.each(FIXTURES)('the rows of %s in another order', (fixture) => {
  const folder = `fixtures/${fixture}`;
  it.each([1, 2])('give the same objective, shuffle %i', async (seed) => {
    const asWritten = await optimize(folder, {});
    await inTemporaryFolder(async (temporary) => {
      const positions = writePermuted(temporary, `${folder}/positions.csv`, shuffled(seed));
      const market = writePermuted(temporary, `${folder}/market.csv`, shuffled(seed + 10));
      const limits = writePermuted(temporary, `${folder}/limits.csv`, shuffled(seed + 20));
      const mixed = await optimize(folder, { positions, market, limits });
      expect(mixed.before.initialMargin).toBe(asWritten.before.initialMargin);
      expect(Math.abs(mixed.objective! - asWritten.objective!)).toBeLessThanOrEqual(1e-7 * asWritten.objective!);
      expect(mixed.candidates.considered).toBe(asWritten.candidates.considered);
      expect(new Set(mixed.candidates.excluded.map(({ instrument, reason }) => `${instrument}: ${reason}`))).toEqual(
        new Set(asWritten.candidates.excluded.map(({ instrument, reason }) => `${instrument}: ${reason}`)),
      );
    });
  });
});

describe('tighter limits', () => {
  it('never make the objective smaller', async () => {
    const folder = 'fixtures/btc-short-strangle';
    const few = { candidates: 'BTC-*SEP26-*', limits: null };
    let last = -Infinity;
    for (const cost of [20_000, 5000, 1000, 100, 0]) {
      const { objective } = await optimize(folder, {
        ...few,
        limitTexts: ['vega BTC 80%..120%', `cost total ..${cost}`],
      });
      expect(objective!).toBeGreaterThanOrEqual(last - 1e-6);
      last = objective!;
    }
    const { before, objective } = await optimize(folder, {
      ...few,
      limitTexts: ['cost total ..0', 'turnover total ..0'],
    });
    expect(objective).toBe(before.initialMargin);
  });

  it('more candidates never make it larger', async () => {
    const folder = 'fixtures/btc-short-strangle';
    const few = await optimize(folder, { candidates: 'BTC-31JUL26-*' });
    const more = await optimize(folder, { candidates: 'BTC-*JUL26-*' });
    const all = await optimize(folder, {});
    expect(more.objective!).toBeLessThanOrEqual(few.objective! + 1e-6);
    expect(all.objective!).toBeLessThanOrEqual(more.objective! + 1e-6);
  });

  it('whole lots cost at least what any size costs, and less than no trade', async () => {
    const folder = 'fixtures/es-and-etfs';
    const any = await optimize(folder, { candidates: 'ESM0-3*-P' });
    const whole = await optimize(folder, { candidates: 'ESM0-3*-P', lots: true, relativeGap: 1e-3, timeLimit: 20 });
    expect(whole.objective!).toBeGreaterThanOrEqual(any.bound! - 1e-6);
    expect(whole.objective!).toBeLessThanOrEqual(whole.before.initialMargin);
    expect(whole.trades.every(({ quantity }) => Number.isInteger(quantity))).toBe(true);
    expect(whole.certificate!.lpBound!).toBeCloseTo(any.bound!, 3);
  });
});
