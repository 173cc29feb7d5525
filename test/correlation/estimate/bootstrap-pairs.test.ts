import { describe, expect, it } from 'vitest';
import { blockLength, bootstrapPairs } from '../../../src/correlation/estimate/bootstrap-pairs.js';
import { estimatePairs } from '../../../src/correlation/estimate/estimate-pairs.js';
import { pricePanel } from '../../../src/correlation/estimate/price-panel.js';
import { SAMPLE_MEASURE } from '../../../src/correlation/estimate/sample-measure.js';
import type { PriceHistory } from '../../../src/domain/index.js';
import { aHistory, raggedHistory } from './a-history.js';

const DAILY = { kind: 'log', days: 1, overlapping: true } as const;
const now = () => Promise.resolve();

async function resampled(history: PriceHistory, terms: { resamples: number; block: number; seed: number }, scale = 1) {
  const panel = pricePanel(history, { asOf: null, missing: 'pairwise' });
  const pairs = await estimatePairs(panel, DAILY, SAMPLE_MEASURE, 5, now);
  return { pairs, drawn: await bootstrapPairs(panel, DAILY, SAMPLE_MEASURE, pairs, terms, scale, now) };
}

describe('bootstrapPairs', () => {
  it('comes near to what Fisher says of independent normal returns', async () => {
    const { pairs, drawn } = await resampled(raggedHistory(2, 400, 0), { resamples: 400, block: 1, seed: 1 });
    expect(drawn[0]!.standardError! / pairs[0]!.standardError!).toBeGreaterThan(0.8);
    expect(drawn[0]!.standardError! / pairs[0]!.standardError!).toBeLessThan(1.25);
    expect(drawn[0]!.low).toBeLessThan(pairs[0]!.correlation!);
    expect(drawn[0]!.high).toBeGreaterThan(pairs[0]!.correlation!);
    expect(drawn[0]!.correlation).toBe(pairs[0]!.correlation);
  });

  it('finds no spread where a block holds all returns, for then they only change places', async () => {
    const { drawn } = await resampled(raggedHistory(3, 50, 0.1), { resamples: 30, block: 1000, seed: 1 });
    for (const { standardError, low, correlation } of drawn) {
      expect(standardError).toBeCloseTo(0, 12);
      expect(low).toBeCloseTo(correlation!, 12);
    }
  });

  it('is the same for the same seed, and another for another', async () => {
    const history = raggedHistory(4, 60, 0.1);
    const terms = { resamples: 40, block: 4, seed: 1 };
    const [first, again, other] = [
      await resampled(history, terms),
      await resampled(history, terms),
      await resampled(history, { ...terms, seed: 2 }),
    ];
    expect(again.drawn).toEqual(first.drawn);
    expect(other.drawn[0]!.standardError).not.toBe(first.drawn[0]!.standardError);
  });

  it('is wider in blocks where returns come in runs', async () => {
    // Each return three times in a row, of both: a third of them is news.
    const { series } = raggedHistory(2, 100, 0, 5);
    const runs = (prices: Float64Array) => {
      const all = [1];
      for (let t = 1; t < prices.length; t++)
        for (let k = 0; k < 3; k++) all.push(all.at(-1)! * (prices[t]! / prices[t - 1]!));
      return all;
    };
    const history = aHistory({ A: runs(series.get('U0')!), B: runs(series.get('U1')!) });
    const single = await resampled(history, { resamples: 200, block: 1, seed: 1 });
    const blocks = await resampled(history, { resamples: 200, block: 12, seed: 1 });
    expect(blocks.drawn[0]!.standardError! / single.drawn[0]!.standardError!).toBeGreaterThan(1.3);
  });

  it('scales with what a shrinkage leaves, and leaves undetermined pairs alone', async () => {
    const history = raggedHistory(2, 60, 0);
    const series = new Map([...history.series, ['C', new Float64Array(60).fill(3)]]);
    const terms = { resamples: 40, block: 4, seed: 1 };
    const whole = await resampled({ ...history, series }, terms);
    const half = await resampled({ ...history, series }, terms, 0.5);
    expect(half.drawn[0]!.standardError).toBeCloseTo(0.5 * whole.drawn[0]!.standardError!, 14);
    expect(whole.drawn.slice(1)).toEqual(whole.pairs.slice(1));
    expect(whole.pairs[1]!.undetermined).toBe('constant');
  });

  it('takes blocks of the cube root of the returns, and never shorter than a return', () => {
    expect([blockLength(1000, 1), blockLength(1001, 1), blockLength(1000, 25)]).toEqual([10, 11, 25]);
  });
});
