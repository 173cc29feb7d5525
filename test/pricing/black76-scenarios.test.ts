import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { black76 } from '../../src/pricing/black76.js';
import { black76Columns } from '../../src/pricing/black76-columns.js';
import { black76Scenarios } from '../../src/pricing/black76-scenarios.js';

const right = fc.constantFrom<'C' | 'P'>('C', 'P');
const level = fc.double({ min: 1e-2, max: 1e6, noNaN: true });
const factor = fc.oneof(fc.double({ min: 0, max: 3, noNaN: true }), fc.constantFrom(0, 1));
const deviation = fc.oneof(fc.double({ min: 0, max: 3, noNaN: true }), fc.constantFrom(0, 1e-300, 1e-8));
const scenarios = fc.array(fc.tuple(factor, deviation), { minLength: 1, maxLength: 30 });

describe('black76Scenarios', () => {
  it('agrees with black76 to 2e-15 of the larger of forward and strike, with and without logarithms given', () => {
    fc.assert(
      fc.property(
        right,
        level,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        scenarios,
        (side, forward, ratio, set) => {
          const strike = forward * ratio;
          const factors = Float64Array.from(set, ([f]) => f);
          const stdDevs = Float64Array.from(set, ([, s]) => s);
          const out = new Float64Array(set.length);
          const again = new Float64Array(set.length);
          black76Scenarios(out, 0, side, forward, strike, 0.97, factors, stdDevs);
          black76Scenarios(again, 0, side, forward, strike, 0.97, factors, stdDevs, factors.map(Math.log));
          expect(again).toEqual(out);
          set.forEach(([f, s], k) => {
            const single = black76(side, forward * f, strike, s, 0.97);
            expect(Math.abs(out[k]! - single)).toBeLessThanOrEqual(2e-15 * Math.max(forward * f, strike));
            expect(out[k]).toBeGreaterThanOrEqual(0);
          });
        },
      ),
      { seed: 41, numRuns: 1000 },
    );
  });

  it('writes its own places and no others', () => {
    const out = new Float64Array(5).fill(-7);
    black76Scenarios(out, 1, 'C', 100, 100, 1, Float64Array.of(1, 1.1, 0.9), Float64Array.of(0.2, 0, 0));
    expect(out[0]).toBe(-7);
    expect(out[1]).toBeCloseTo(7.965567455405804, 12); // QuantLib, as in black76.test.ts
    expect(out[2]).toBeCloseTo(10, 12);
    expect([...out.subarray(3)]).toEqual([0, -7]);
  });

  it('values a strike of zero, even with a forward of zero', () => {
    const out = new Float64Array(4);
    const factors = Float64Array.of(0, 1);
    black76Scenarios(out, 0, 'C', 50, 0, 0.5, factors, Float64Array.of(0.3, 0.3));
    black76Scenarios(out, 2, 'P', 50, 0, 0.5, factors, Float64Array.of(0.3, 0.3));
    expect([...out]).toEqual([0, 25, 0, 0]);
  });

  it('refuses columns that do not fit', () => {
    const two = Float64Array.of(1, 1);
    const three = Float64Array.of(1, 1, 1);
    const out = new Float64Array(3);
    expect(() => black76Scenarios(out, 0, 'C', 1, 1, 1, two, three)).toThrow(RangeError);
    expect(() => black76Scenarios(out, 0, 'C', 1, 1, 1, two, two, three)).toThrow(RangeError);
    expect(() => black76Scenarios(out, 2, 'C', 1, 1, 1, two, two)).toThrow(RangeError);
    expect(() => black76Scenarios(out, -1, 'C', 1, 1, 1, two, two)).toThrow(RangeError);
    expect([...out]).toEqual([0, 0, 0]);
  });
});

describe('black76Columns', () => {
  const columns = {
    rights: Int8Array.of(1, -1, 1, -1),
    forwards: Float64Array.of(100, 100, 250, 0),
    strikes: Float64Array.of(90, 90, 0, 80),
    stdDevs: Float64Array.of(0.2, 0.2, 0.4, 0.1),
    discounts: Float64Array.of(1, 1, 0.5, 0.5),
  };

  it('prices every row', () => {
    const out = new Float64Array(4);
    black76Columns(out, columns);
    // The first two: QuantLib, as in black76.test.ts.
    expect(out[0]).toBeCloseTo(13.589108116054803, 12);
    expect(out[1]).toBeCloseTo(3.589108116054806, 12);
    expect([...out.subarray(2)]).toEqual([125, 40]);
  });

  it('refuses a short column or output', () => {
    expect(() => black76Columns(new Float64Array(3), columns)).toThrow(RangeError);
    const short = { ...columns, stdDevs: new Float64Array(2) };
    expect(() => black76Columns(new Float64Array(4), short)).toThrow(RangeError);
  });
});
