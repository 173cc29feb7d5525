import { describe, expect, it } from 'vitest';
import { hedgeSearch, marginWeight } from '../../src/app/hedge-search.js';
import type { PreparedRun } from '../../src/app/prepare-run.js';
import type { OptimizeRequest } from '../../src/app/request.js';
import { resolveLimits } from '../../src/app/resolve-limits.js';
import { parseLimitText } from '../../src/ingest/index.js';
import { aPreparedRun } from './a-prepared-run.js';
import { anOptimizeRequest } from './a-world.js';

const ETH = 'fixtures/btc-eth-pair';
const HELD = 'ETH-26JAN24-2000-P';
const OTHER = 'ETH-26JAN24-2600-C';

async function searched(
  texts: readonly string[],
  changes: Partial<OptimizeRequest> = {},
  names: ReadonlySet<string> | null = null,
) {
  const run: PreparedRun = await aPreparedRun(ETH, { correlations: `${ETH}/correlations.csv` }, [OTHER]);
  const stated = texts.map((text, i) => parseLimitText(text, i + 1).value!);
  const { limits } = resolveLimits(stated, run);
  return hedgeSearch(anOptimizeRequest(ETH, changes), run, limits, names);
}

describe('marginWeight', () => {
  it('is one, or what holding a unit of margin over the horizon costs', () => {
    expect(marginWeight(anOptimizeRequest(ETH))).toBe(1);
    expect(marginWeight(anOptimizeRequest(ETH, { capitalCost: 0.073, horizonDays: 10 }))).toBeCloseTo(0.002, 12);
  });
});

describe('hedgeSearch', () => {
  it('finds room within the position limits where no size is displayed', async () => {
    // 90 of the first are sold already; both quotes have prices and no sizes.
    const { candidates } = await searched([
      `position ${HELD} -100..20`,
      `position ${HELD} -95..`,
      `position ${OTHER} ..5`,
    ]);
    const held = candidates.find(({ instrument }) => instrument === HELD)!;
    // Twice the room, so that the limit binds and not the size, and is told what room is worth.
    expect([held.asks[0]!.size, held.bids[0]!.size]).toEqual([220, 10]);
    const other = candidates.find(({ instrument }) => instrument === OTHER)!;
    expect(other.asks[0]!.size).toBe(10);
    expect(other.bids).toEqual([]);
  });

  it('finds none where the book is beyond the limit already, nor in a soft limit', async () => {
    const { candidates } = await searched([`position ${HELD} -50..20`]);
    const held = candidates.find(({ instrument }) => instrument === HELD)!;
    expect(held.bids).toEqual([]);
    expect(held.asks[0]!.size).toBe(220);
    expect(
      (await searched([`position ${HELD} -100..20 priority 1`])).candidates.map(({ instrument }) => instrument),
    ).not.toContain(HELD);
  });

  it('adds the number of trades as the limit it is', async () => {
    const { limits, problem } = await searched(['delta ETH -5..5'], { maxTrades: 3 });
    expect(limits.map(({ name, max }) => [name, max])).toEqual([
      ['delta ETH', 5],
      ['trades total', 3],
    ]);
    expect(problem.limits).toBe(limits);
  });

  it('takes names of a file over a pattern, and a pattern over nothing', async () => {
    const limit = ['position ETH-* -100..100'];
    const names = ({ candidates }: Awaited<ReturnType<typeof searched>>) =>
      candidates.map(({ instrument }) => instrument);
    expect(names(await searched(limit, { candidates: '*-C' }, new Set([HELD])))).toEqual([HELD]);
    expect(names(await searched(limit, { candidates: '*-2600-C' }))).toEqual([OTHER]);
    expect(names(await searched(limit)).length).toBeGreaterThan(5);
  });

  it('lists what could not be valued among the excluded', async () => {
    const { excluded } = await searched([]);
    expect(
      excluded.some(({ instrument, reason }) => instrument === 'BTC-PERPETUAL' && reason === 'no bid and no ask'),
    ).toBe(true);
  });
});
