import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CurvePoint, onCurve, traceCurve } from '../../../src/optimizer/frontier/convex-curve.js';

/** The largest of some lines: convex and piecewise linear by construction. */
function largestOf(lines: readonly { readonly slope: number; readonly base: number }[]) {
  return (at: number): CurvePoint => {
    const [best] = lines
      .map(({ slope, base }) => ({ at, value: base + slope * at, slope }))
      .sort((a, b) => b.value - a.value);
    return best!;
  };
}

async function traced(curve: (at: number) => CurvePoint, most = 200) {
  let asked = 0;
  const ask = async (at: number) => {
    asked += 1;
    return curve(at);
  };
  return { ...(await traceCurve([curve(0), curve(10)], ask, 1e-9, most)), asked: () => asked };
}

describe('traceCurve', () => {
  it('finds the breakpoints of a curve known on paper', async () => {
    // max(10 - 4b, 6 - b, 2): the pieces meet at b = 4/3 and at b = 4.
    const curve = largestOf([
      { slope: -4, base: 10 },
      { slope: -1, base: 6 },
      { slope: 0, base: 2 },
    ]);
    const { breakpoints, complete } = await traced(curve);
    expect(complete).toBe(true);
    expect(breakpoints.map(({ at }) => at)).toEqual([0, expect.closeTo(4 / 3, 9), expect.closeTo(4, 9), 10]);
    expect(breakpoints.map(({ slopeAfter }) => slopeAfter)).toEqual([
      expect.closeTo(-4, 9),
      expect.closeTo(-1, 9),
      expect.closeTo(0, 9),
      0,
    ]);
  });

  it('asks nothing of a straight line', async () => {
    const { breakpoints, asked } = await traced(largestOf([{ slope: -2, base: 7 }]));
    expect(asked()).toBe(0);
    expect(breakpoints.map(({ at }) => at)).toEqual([0, 10]);
  });

  it('equals the curve everywhere, for any curve, with about two questions a piece', async () => {
    const line = fc.record({
      slope: fc.double({ min: -20, max: 0, noNaN: true }),
      base: fc.double({ min: -50, max: 50, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
        const curve = largestOf(lines);
        const { breakpoints, complete, asked } = await traced(curve);
        expect(complete).toBe(true);
        expect(asked()).toBeLessThanOrEqual(2 * lines.length + 2);
        for (let at = 0; at <= 10; at += 0.37) {
          expect(onCurve(breakpoints, at)!.value).toBeCloseTo(curve(at).value, 6);
        }
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it('says so when questions run out or are not answered', async () => {
    const round = (at: number): CurvePoint => ({ at, value: (at - 10) ** 2, slope: 2 * (at - 10) });
    const few = await traced(round, 5);
    expect([few.complete, few.points.length]).toEqual([false, 7]);
    const none = await traceCurve([round(0), round(10)], async () => null, 1e-9, 200);
    expect(none).toMatchObject({ complete: false, points: [{ at: 0 }, { at: 10 }] });
  });

  it('is not led astray by a slope that is too steep at a kink', async () => {
    const curve = largestOf([
      { slope: -1, base: 6 },
      { slope: 0, base: 2 },
    ]);
    const known = [{ ...curve(0), slope: -30 }, curve(10)];
    const { breakpoints } = await traceCurve(known, async (at) => curve(at), 1e-9, 50);
    expect(breakpoints.map(({ at }) => at)).toEqual([0, expect.closeTo(4, 9), 10]);
  });
});

describe('onCurve', () => {
  it('knows nothing outside the ends', async () => {
    const { breakpoints } = await traced(largestOf([{ slope: -2, base: 7 }]));
    expect(onCurve(breakpoints, 2.5)).toEqual({ at: 2.5, value: 2, slopeAfter: -2 });
    expect([onCurve(breakpoints, -1), onCurve(breakpoints, 11), onCurve([], 0)]).toEqual([null, null, null]);
  });
});
