import { describe, expect, it } from 'vitest';
import { seededRandom, xoshiro128 } from '../../src/math/seeded-random.js';
import { correlationOfPairs, mean, variance } from '../../src/math/statistics.js';

describe('xoshiro128', () => {
  it('gives the words of the authors own xoshiro128starstar.c (1.1) from the state 1, 2, 3, 4', () => {
    // As in the tests of the Rust crate rand_xoshiro, made with that C file.
    const next = xoshiro128(Uint32Array.of(1, 2, 3, 4));
    expect(Array.from({ length: 10 }, next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });
});

describe('seededRandom', () => {
  const draw = (seed: number, count: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: count }, () => random.uniform());
  };

  it('repeats itself for a seed and differs between seeds, near and far', () => {
    expect(draw(7, 20)).toEqual(draw(7, 20));
    const firsts = [0, 1, 2, -1, 4294967296, 4294967297, Number.MAX_SAFE_INTEGER].map((seed) => draw(seed, 1)[0]);
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  it('is uniform: mean 1/2, variance 1/12, no correlation with the next', () => {
    const values = draw(11, 100_000);
    // Five standard errors.
    expect(Math.abs(mean(values) - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / 100_000));
    expect(Math.abs(variance(values) - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / 100_000));
    const outcome = correlationOfPairs(values.slice(1), values.slice(0, -1));
    if (outcome.status !== 'ok') throw new Error(outcome.reason);
    expect(Math.abs(outcome.correlation)).toBeLessThan(5 / Math.sqrt(100_000));
    expect(Math.min(...values.slice(0, 1000))).toBeGreaterThan(0);
    expect(Math.max(...values.slice(0, 1000))).toBeLessThan(1);
  });

  it('is normal: moments 0, 1, 0, 3', () => {
    const random = seededRandom(12);
    const values = Array.from({ length: 100_000 }, () => random.normal());
    const moment = (power: number) => mean(values.map((value) => value ** power));
    expect(Math.abs(moment(1))).toBeLessThan(5 * Math.sqrt(1 / 100_000));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(5 * Math.sqrt(2 / 100_000));
    expect(Math.abs(moment(3))).toBeLessThan(5 * Math.sqrt(15 / 100_000));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(5 * Math.sqrt(96 / 100_000));
  });

  it('deals whole numbers evenly', () => {
    const random = seededRandom(13);
    const counts = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 60_000; i++) counts[random.integer(6)]! += 1;
    for (const count of counts)
      expect(Math.abs(count - 10_000)).toBeLessThan(5 * Math.sqrt(60_000 * (1 / 6) * (5 / 6)));
  });

  it.each([0.5, Number.NaN, 2 ** 53])('refuses the seed %d', (seed) => {
    expect(() => seededRandom(seed)).toThrow(RangeError);
  });
});
