import { describe, expect, it } from 'vitest';
import { runStress } from '../../../../src/app/run-stress.js';
import { movingUnderlyings } from '../../../../src/app/stress/correlations/moving-underlyings.js';
import { denseAffine } from '../../../../src/formula/index.js';
import { anIo, resultOf } from '../../a-world.js';
import { files } from '../a-small-world.js';
import { aStressRequest } from '../a-stress-request.js';

/** A book with one line an underlying, each of which needs so much alone. */
function aBook(needs: readonly number[]) {
  const margin = denseAffine('margin', Float64Array.from(needs));
  return {
    lines: needs.map((_, k) => ({ instrument: { underlying: 'ABCDEFGHIJKLM'[k]! } })),
    quantities: Float64Array.from(needs, () => 1),
    requirement: { initial: margin, maintenance: margin },
  } as unknown as Parameters<typeof movingUnderlyings>[0];
}

const namesOf = (count: number): string[] => [...'ABCDEFGHIJKLM'].slice(0, count);

describe('the underlyings whose pairs are moved', () => {
  it('are all of ten', () => {
    expect(movingUnderlyings(aBook(Array(10).fill(1)), namesOf(10))).toEqual([...Array(10).keys()]);
  });

  it('are the eight with the largest margins of their own of more', () => {
    const needs = [5, 90, 80, 1, 70, 60, 50, 2, 40, 30, 20, 4];
    expect(movingUnderlyings(aBook(needs), namesOf(12))).toEqual([1, 2, 4, 5, 6, 8, 9, 10]);
  });
});

describe('a book on eleven underlyings', () => {
  it('has the pairs of eight moved, and a pair that is asked for, and says so', async () => {
    const names = namesOf(11);
    const { positions, market, correlations } = files({
      positions: `instrument,quantity\n${names.map((name, k) => `${name},${k % 2 === 0 ? 10 + k : -10 - k}`).join('\n')}`,
      market: `instrument,type,underlying,settlement,multiplier,currency,mark\n${names
        .map((name) => `${name},spot,${name},linear,1,USD,100`)
        .join('\n')}`,
      correlations: `a,b,correlation\n${names.flatMap((a, i) => names.slice(i + 1).map((b) => `${a},${b},0.5`)).join('\n')}`,
    });
    const request = aStressRequest('fixtures/btc-eth-pair', {
      positions,
      market,
      correlations,
      prices: null,
      account: null,
      asOf: 0,
      what: ['correlations'],
      pair: 'A,B',
      model: 'parametric-var',
      parameterOverrides: { dailyVol: Object.fromEntries(names.map((name) => [name, 0.02])) },
    });
    const outcome = await runStress(request, anIo());
    const { pairs, curve, worst } = resultOf(outcome).correlations!;
    expect(outcome.issues.find(({ code }) => code === 'STR_PAIRS_LEFT')!.message).toContain(
      '28 of 55 pairs are moved, those among D, E, F, G, H, I, J, K',
    );
    // Ten underlyings: the eight, and the pair asked for.
    expect(pairs).toHaveLength(45);
    expect([curve!.a, curve!.b]).toEqual(['A', 'B']);
    const still = worst.matrix.slice(0, 3).flatMap((row, i) => row.filter((_, j) => j !== i));
    expect(Math.max(...still.map((rho) => Math.abs(rho - 0.5)))).toBeLessThan(1e-6);
    expect(worst.marginChange).toBeGreaterThan(0);
  });
});
