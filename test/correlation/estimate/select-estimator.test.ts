import { describe, expect, it } from 'vitest';
import { DEFAULT_HALF_LIFE, type Estimator } from '../../../src/correlation/estimate/estimator.js';
import { gaussianScore } from '../../../src/correlation/estimate/gaussian-score.js';
import { selectEstimator, selectionBlocks } from '../../../src/correlation/estimate/select-estimator.js';
import { noise } from './a-history.js';

const by = (name: Estimator['name'], halfLife = DEFAULT_HALF_LIFE): Estimator => ({
  name,
  halfLife,
  threshold: 0.5,
  asPearson: false,
});
const now = () => Promise.resolve();

describe('gaussianScore', () => {
  it('is the logarithm of the ratio of the two normal densities', () => {
    const rho = 0.6;
    const moves = [
      [1, 2],
      [-0.5, 0.3],
    ] as const;
    const ratio = (x: number, y: number) =>
      -Math.log(1 - rho * rho) / 2 - (x * x - 2 * rho * x * y + y * y) / (2 * (1 - rho * rho)) + (x * x + y * y) / 2;
    const expected = moves.reduce((sum, [x, y]) => sum + ratio(x, y), 0);
    expect(gaussianScore(Float64Array.of(1, rho, rho, 1), 2, Float64Array.from(moves.flat()))).toBeCloseTo(
      expected,
      12,
    );
  });

  it('is 0 without correlation, and nothing for a matrix that is singular or impossible', () => {
    const moves = Float64Array.of(1, -2, 3);
    expect(gaussianScore(Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), 3, moves)).toBeCloseTo(0, 14);
    expect(gaussianScore(Float64Array.of(1, 1, 1, 1), 2, Float64Array.of(1, 1))).toBeNull();
    expect(gaussianScore(Float64Array.of(1, 0.9, -0.9, 0.9, 1, 0.9, -0.9, 0.9, 1), 3, moves)).toBeNull();
  });
});

describe('selectEstimator', () => {
  it('has as many windows as fit, the last one scored on the latest returns', () => {
    expect(selectionBlocks(100, { window: 50, step: 20, skip: 0 })).toBe(2);
    expect(selectionBlocks(100, { window: 50, step: 20, skip: 11 })).toBe(1);
    expect(selectionBlocks(69, { window: 50, step: 20, skip: 0 })).toBe(0);
  });

  it('prefers a shrinkage where many columns are independent and windows short', async () => {
    const columns = Array.from({ length: 12 }, (_, i) => noise(200, i + 1));
    const terms = { window: 40, step: 20, skip: 0 };
    const { blocks, records } = await selectEstimator(columns, [by('sample'), by('ledoit-wolf')], terms, now);
    expect(blocks).toBe(8);
    expect(records.map(({ estimator }) => estimator.name)).toEqual(['ledoit-wolf', 'sample']);
    expect(records[1]!.score).toBeLessThan(0);
    expect(records[0]!.standardError).toBeNull();
    expect(records[1]!.standardError).toBeGreaterThan(0);
  });

  it('prefers the one that follows, where correlation has turned', async () => {
    const [a, b] = [noise(400, 1), noise(400, 2)];
    const turned = a.map((value, t) => (t < 200 ? 0.9 : -0.9) * value + 0.44 * b[t]!);
    const candidates = [by('sample'), by('ewma', 10)];
    const { records } = await selectEstimator([a, turned], candidates, { window: 150, step: 25, skip: 0 }, now);
    expect(records[0]!.estimator).toBe(candidates[1]);
  });

  it('scores the mean of the blocks, a date', async () => {
    const [a, b] = [noise(60, 3), noise(60, 4)];
    const { records } = await selectEstimator([a, b], [by('sample')], { window: 40, step: 10, skip: 0 }, now);
    const scoreOf = (start: number) => {
      const [x, y] = [a.slice(start, start + 40), b.slice(start, start + 40)];
      const mean = (v: Float64Array) => v.reduce((sum, value) => sum + value, 0) / v.length;
      const about = (v: Float64Array) => v.map((value) => value - mean(v));
      const dot = (v: Float64Array, w: Float64Array) => v.reduce((sum, value, t) => sum + value * w[t]!, 0);
      const [xx, yy, xy] = [dot(about(x), about(x)), dot(about(y), about(y)), dot(about(x), about(y))];
      const rho = xy / Math.sqrt(xx * yy);
      let sum = 0;
      for (let t = start + 40; t < start + 50; t++) {
        const [u, v] = [a[t]! / Math.sqrt(xx / 39), b[t]! / Math.sqrt(yy / 39)];
        sum +=
          -Math.log(1 - rho ** 2) / 2 - (u * u - 2 * rho * u * v + v * v) / (2 * (1 - rho ** 2)) + (u * u + v * v) / 2;
      }
      return sum;
    };
    expect(records[0]!.score).toBeCloseTo((scoreOf(0) + scoreOf(10)) / 20, 10);
  });

  it('has no score for an estimator that is singular in some window, and puts it last', async () => {
    const a = noise(100, 5);
    const candidates = [by('sample'), by('oas')];
    const { records } = await selectEstimator([a, a.slice()], candidates, { window: 50, step: 25, skip: 0 }, now);
    expect(records.map(({ estimator, failed }) => [estimator.name, failed])).toEqual([
      ['oas', 0],
      ['sample', 2],
    ]);
    expect(records[1]).toMatchObject({ score: null, standardError: null });
  });

  it('scores nothing in a window in which a column stands still', async () => {
    const still = noise(100, 6).fill(0, 20, 90);
    const { records } = await selectEstimator(
      [noise(100, 7), still],
      [by('oas')],
      { window: 50, step: 25, skip: 0 },
      now,
    );
    expect(records[0]).toMatchObject({ score: null, failed: 1 });
  });

  it('can be stopped between windows', async () => {
    const columns = [noise(100, 8), noise(100, 9)];
    let pauses = 0;
    const stop = () => (++pauses === 2 ? Promise.reject(new Error('stopped')) : Promise.resolve());
    const terms = { window: 50, step: 10, skip: 0 };
    await expect(selectEstimator(columns, [by('sample')], terms, stop)).rejects.toThrow('stopped');
    expect(pauses).toBe(2);
  });
});
