import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionalMove, jointDirections } from '../../src/scenario/index.js';

const SETTINGS = { allPairsUpTo: 12, pairThreshold: 0.3 };
const matrix = (...rows: number[][]): Float64Array => Float64Array.from(rows.flat());
const namesOf = (n: number): string[] => [...new Array(n).keys()].map((k) => `U${k + 1}`);

/** x of A x = b by Gaussian elimination with partial pivots. */
function solved(a: Float64Array, b: Float64Array): number[] {
  const n = b.length;
  const rows = [...b].map((value, i) => [...a.subarray(i * n, (i + 1) * n), value]);
  for (let k = 0; k < n; k++) {
    const pivot = rows.slice(k).reduce((best, row) => (Math.abs(row[k]!) > Math.abs(best[k]!) ? row : best));
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(k, 0, pivot);
    for (const row of rows) {
      if (row === pivot) continue;
      const times = row[k]! / pivot[k]!;
      for (let j = k; j <= n; j++) row[j]! -= times * pivot[j]!;
    }
  }
  return rows.map((row, k) => row[n]! / row[k]!);
}

/** z' R^-1 z. */
const squareLength = (r: Float64Array, z: Float64Array): number =>
  solved(r, z).reduce((total, value, i) => total + value * z[i]!, 0);

/** Correlations of `n` random mixtures of as many factors and some noise of their own: positive definite. */
const correlations: fc.Arbitrary<Float64Array> = fc.integer({ min: 1, max: 5 }).chain((n) =>
  fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: n * n, maxLength: n * n }).map((loads) => {
    const covariance = (i: number, j: number): number =>
      [...new Array(n).keys()].reduce((total, k) => total + loads[i * n + k]! * loads[j * n + k]!, i === j ? 0.2 : 0);
    return Float64Array.from({ length: n * n }, (_, at) => {
      const [i, j] = [Math.floor(at / n), at % n];
      return i === j ? 1 : covariance(i, j) / Math.sqrt(covariance(i, i) * covariance(j, j));
    });
  }),
);

describe('joint directions', () => {
  it('of one underlying are its ladder', () => {
    expect(jointDirections(['BTC'], matrix([1]), SETTINGS)).toEqual([{ name: 'BTC ladder', z: Float64Array.of(1) }]);
  });

  it('of two: R e_u, and both axes; pairs and market are the axes again', () => {
    const [btc, eth, first, second, ...rest] = jointDirections(['BTC', 'ETH'], matrix([1, 0.8], [0.8, 1]), SETTINGS);
    expect([btc?.name, eth?.name, first?.name, second?.name]).toEqual(['BTC ladder', 'ETH ladder', 'axis 1', 'axis 2']);
    expect(rest).toEqual([]);
    expect([...btc!.z]).toEqual([1, 0.8]);
    expect([...eth!.z]).toEqual([0.8, 1]);
    // Eigenvalues 1.8 and 0.2: sqrt(1.8 / 2) = 0.948683 together, sqrt(0.2 / 2) = 0.316228 apart.
    expect([...first!.z].map((value) => value.toFixed(6))).toEqual(['0.948683', '0.948683']);
    expect([...second!.z].map((value) => value.toFixed(6))).toEqual(['0.316228', '-0.316228']);
  });

  it('of three: ladders, axes, pairs apart and together, the market, in this order', () => {
    const r = matrix([1, 0.8, 0.3], [0.8, 1, 0.1], [0.3, 0.1, 1]);
    expect(jointDirections(['A', 'B', 'C'], r, SETTINGS).map(({ name }) => name)).toEqual([
      'A ladder',
      'B ladder',
      'C ladder',
      'axis 1',
      'axis 2',
      'axis 3',
      'A against B',
      'A with B',
      'A against C',
      'A with C',
      'B against C',
      'B with C',
      'market',
    ]);
  });

  it('of uncorrelated ones: the ladders are the axes', () => {
    const names = jointDirections(['A', 'B'], matrix([1, 0], [0, 1]), SETTINGS).map(({ name }) => name);
    expect(names).toEqual(['A ladder', 'B ladder', 'A against B', 'A with B']);
  });

  it('put a pair where the worst of its spread is: z = R d / sqrt(d R d)', () => {
    const r = matrix([1, 0.8, 0.3], [0.8, 1, 0.1], [0.3, 0.1, 1]);
    const pair = jointDirections(['A', 'B', 'C'], r, SETTINGS).find(({ name }) => name === 'A against B')!;
    // R d = (0.2, -0.2, 0.2), d R d = 0.4
    expect([...pair.z].map((value) => value.toFixed(9))).toEqual(
      [0.2, -0.2, 0.2].map((value) => (value / Math.sqrt(0.4)).toFixed(9)),
    );
  });

  it('lie on the ellipsoid, each once, both signs counted', () => {
    fc.assert(
      fc.property(correlations, (r) => {
        const n = Math.sqrt(r.length);
        const directions = jointDirections(namesOf(n), r, SETTINGS);
        for (const { z } of directions) expect(squareLength(r, z)).toBeCloseTo(1, 8);
        directions.forEach((a, k) => {
          for (const b of directions.slice(k + 1)) {
            const apart = (sign: number): number => Math.hypot(...a.z.map((value, i) => value - sign * b.z[i]!));
            expect(Math.min(apart(1), apart(-1))).toBeGreaterThan(1e-9);
          }
        });
        expect(directions.length).toBeLessThanOrEqual(n === 1 ? 1 : 2 * n + n * (n - 1) + 1);
      }),
      { seed: 61, numRuns: 200 },
    );
  });
});

describe('a singular correlation matrix', () => {
  it.each([
    [1, [1, 1]],
    [-1, [1, -1]],
  ])('of correlation %d leaves one direction', (rho, z) => {
    const directions = jointDirections(['A', 'B'], matrix([1, rho], [rho, 1]), SETTINGS);
    expect(directions.map((direction) => [direction.name, ...direction.z])).toEqual([['A ladder', ...z]]);
  });

  it('keeps every direction in its range: three assets of two factors', () => {
    // Each asset is the sine of another angle in the plane, so that correlations are cosines of differences.
    const angles = [0, 0.7, 2.1];
    const r = Float64Array.from(angles.flatMap((a) => angles.map((b) => Math.cos(a - b))));
    const directions = jointDirections(['A', 'B', 'C'], r, SETTINGS);
    expect(directions.length).toBeGreaterThan(6);
    expect(directions.map(({ name }) => name)).not.toContain('axis 3');
    for (const { z } of directions) {
      // The two factors behind the moves of A and B, of length 1; they must give C its move.
      const f1 = z[0]!;
      const f2 = (z[1]! - f1 * Math.cos(0.7)) / Math.sin(0.7);
      expect(Math.hypot(f1, f2)).toBeCloseTo(1, 9);
      expect(z[2]).toBeCloseTo(f1 * Math.cos(2.1) + f2 * Math.sin(2.1), 9);
    }
  });
});

describe('many underlyings', () => {
  /** n underlyings, every pair a little different between 0.16 and 0.2, but 1-2 at 0.5, 3-4 at -0.3 and 5-6 at 0.29. */
  function book(n: number): Float64Array {
    const r = new Float64Array(n * n);
    const set = (i: number, j: number, value: number): void => {
      r[i * n + j] = value;
      r[j * n + i] = value;
    };
    for (let i = 0; i < n; i++) {
      set(i, i, 1);
      for (let j = 0; j < i; j++) set(i, j, 0.16 + 0.004 * ((7 * i + 3 * j * j) % 11));
    }
    set(0, 1, 0.5);
    set(2, 3, -0.3);
    set(4, 5, 0.29);
    return r;
  }
  const pairs = (n: number, settings = SETTINGS): string[] =>
    jointDirections(namesOf(n), book(n), settings)
      .map(({ name }) => name)
      .filter((name) => / (with|against) /.test(name));

  it('up to twelve have all pairs', () => {
    expect(pairs(12)).toHaveLength(12 * 11);
  });

  it('above twelve only those at the threshold or beyond', () => {
    expect(pairs(13)).toEqual(['U1 against U2', 'U1 with U2', 'U3 against U4', 'U3 with U4']);
    expect(pairs(13, { allPairsUpTo: 13, pairThreshold: 0.3 })).toHaveLength(13 * 12);
    expect(pairs(13, { allPairsUpTo: 12, pairThreshold: 0.25 })).toHaveLength(6);
  });
});

describe('the move that hurts a linear book most', () => {
  it('loses sqrt(d R d), and no other move on the ellipsoid loses more', () => {
    const exposures = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(correlations, exposures, exposures, (r, d5, other5) => {
        const n = Math.sqrt(r.length);
        const d = Float64Array.from(d5.slice(0, n));
        const dot = (a: Float64Array): number => a.reduce((total, value, i) => total + value * d[i]!, 0);
        const length = Math.sqrt(dot(d.map((_, i) => d.reduce((sum, value, j) => sum + r[i * n + j]! * value, 0))));
        const worst = conditionalMove(r, d);
        fc.pre(worst !== null && length > 1e-3);
        expect(dot(worst!)).toBeCloseTo(length, 8);
        const other = conditionalMove(r, Float64Array.from(other5.slice(0, n)));
        if (other !== null) expect(dot(other)).toBeLessThanOrEqual(length * (1 + 1e-9));
      }),
      { seed: 62, numRuns: 200 },
    );
  });

  it('is none for a book that no move touches', () => {
    expect(conditionalMove(matrix([1, 1], [1, 1]), Float64Array.of(1, -1))).toBeNull();
    expect(conditionalMove(matrix([1]), Float64Array.of(0))).toBeNull();
  });
});
