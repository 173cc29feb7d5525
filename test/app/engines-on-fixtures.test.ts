import { describe, expect, it } from 'vitest';
import { runOptimize } from '../../src/app/run-optimize.js';
import { anIo, anOptimizeRequest, resultOf } from './a-world.js';

/** Candidates that the small engine copes with, under every limit of the fixture; of all BTC options it says so. */
const CASES = [
  ['btc-short-strangle', 'BTC-*-P'],
  ['btc-short-strangle', 'BTC-31JUL26-*'],
  ['es-and-etfs', null],
  ['btc-eth-pair', 'ETH-*-P'],
  ['btc-eth-pair', 'ETH-26*'],
] as const;

describe('both engines', () => {
  it.each(CASES)('agree on %s, candidates %s', async (fixture, candidates) => {
    const found = await Promise.all(
      (['highs', 'js'] as const).map((solver) =>
        runOptimize(anOptimizeRequest(`fixtures/${fixture}`, { solver, candidates }), anIo()),
      ),
    );
    const [highs, js] = found.map(resultOf);
    expect(found.map(({ manifest }) => manifest.solver!.id)).toEqual(['highs', 'js']);
    expect(Math.abs(highs!.objective! - js!.objective!)).toBeLessThanOrEqual(1e-6 * highs!.objective!);
    expect(Math.abs(highs!.bound! - js!.bound!)).toBeLessThanOrEqual(1e-6 * highs!.objective!);
    expect([highs!.proven, js!.proven]).toEqual([true, true]);
  });
});
