import { describe, expect, it } from 'vitest';
import { frobeniusDistance } from '../../../src/correlation/frobenius-distance.js';
import { correlationBounds } from '../../../src/correlation/moved/correlation-bounds.js';
import { worstCorrelation } from '../../../src/correlation/moved/worst-correlation.js';
import { symmetricEigen } from '../../../src/math/symmetric-eigen.js';
import { symmetricFrom } from '../dykstra.js';
import { aCorrelation } from './a-correlation.js';

/** The margin of a book linear in its underlyings, with so much money a scan range in each. */
const linear =
  (d: readonly number[]) =>
  (values: Float64Array): number =>
    Math.sqrt(
      Math.max(
        0,
        d.reduce((sum, a, i) => sum + d.reduce((row, b, j) => row + a * b * values[i * d.length + j]!, 0), 0),
      ),
    );

describe('the worst correlation of two underlyings', () => {
  const centre = symmetricFrom([0.5], 2);

  it.each([
    ['a spread', [3, -2], 0.3],
    ['two longs', [3, 2], 0.7],
  ])('of %s is the end of the interval that sqrt(a^2 + b^2 + 2 rho a b) rises to', (_, [a, b], rho) => {
    const bounds = correlationBounds(centre, 2, 0.2);
    const margin = linear([a!, b!]);
    const worst = worstCorrelation({ n: 2, bounds, margin, quick: null, starts: 5, seed: 0 });
    expect(worst.values[1]).toBeCloseTo(rho, 12);
    expect(worst.margin).toBeCloseTo(Math.sqrt(a! ** 2 + b! ** 2 + 2 * rho * a! * b!), 12);
    expect(worst).toMatchObject({ method: 'grid', proven: true, climbs: 0 });
  });

  it('is found inside the interval, too', () => {
    const bounds = correlationBounds(centre, 2, 0.4);
    const margin = (values: Float64Array): number => 10 - (values[1]! - 0.6) ** 2;
    const worst = worstCorrelation({ n: 2, bounds, margin, quick: null, starts: 5, seed: 0 });
    expect(worst.values[1]).toBeCloseTo(0.6, 2);
  });

  it('within a distance: both triangles count', () => {
    const bounds = correlationBounds(centre, 2, 2, 0.3);
    const worst = worstCorrelation({ n: 2, bounds, margin: linear([1, -1]), quick: null, starts: 5, seed: 0 });
    expect(worst.values[1]).toBeCloseTo(0.5 - 0.3 / Math.SQRT2, 12);
    expect(worst.distance).toBeCloseTo(0.3, 12);
  });

  it('is the present one where nothing is worse', () => {
    const worst = worstCorrelation({
      n: 2,
      bounds: correlationBounds(centre, 2, 0.2),
      margin: () => 5,
      quick: null,
      starts: 5,
      seed: 0,
    });
    expect([...worst.values]).toEqual([...centre]);
  });
});

describe('the worst correlation of more', () => {
  const d = [2, -1, 1.5, -0.5];
  const n = d.length;

  it('of a linear book within a ball that leaves room is the step along d d’', () => {
    // The square of the margin, d'Rd, is linear in R: inside the matrices, its highest point on a ball is along the gradient.
    const centre = symmetricFrom([0.3, 0.2, 0.1, 0.2, 0.3, 0.1], n);
    const radius = 0.2;
    const length = Math.sqrt(
      d.reduce((sum, a, i) => sum + d.reduce((row, b, j) => row + (i === j ? 0 : (a * b) ** 2), 0), 0),
    );
    const expected = centre.map((value, k) => {
      const [i, j] = [Math.floor(k / n), k % n];
      return i === j ? 1 : value + (radius * d[i]! * d[j]!) / length;
    });
    expect(symmetricEigen(expected, n).values[0]).toBeGreaterThan(0);
    const bounds = correlationBounds(centre, n, 2, radius);
    const worst = worstCorrelation({ n, bounds, margin: linear(d), quick: null, starts: 3, seed: 0 });
    expect(worst.margin).toBeCloseTo(linear(d)(expected), 4);
    expect(frobeniusDistance(worst.values, expected)).toBeLessThan(1e-2);
    expect(worst).toMatchObject({ method: 'projected gradient', proven: false, climbs: 3 });
  });

  it('within a box that leaves room is the corner that the signs tell', () => {
    const centre = symmetricFrom([0, 0, 0, 0, 0, 0], n);
    const expected = centre.map((value, k) => {
      const [i, j] = [Math.floor(k / n), k % n];
      return i === j ? value : 0.2 * Math.sign(d[i]! * d[j]!);
    });
    expect(symmetricEigen(expected, n).values[0]).toBeGreaterThan(0);
    const bounds = correlationBounds(centre, n, 0.2);
    const worst = worstCorrelation({ n, bounds, margin: linear(d), quick: null, starts: 2, seed: 0 });
    expect(worst.margin).toBeCloseTo(linear(d)(expected), 6);
  });

  it('is admissible, never below the present margin, and the same for the same seed', () => {
    for (let seed = 0; seed < 4; seed++) {
      const centre = aCorrelation(n, seed);
      // A maximum of smooth pieces, as a margin is.
      const pieces = [linear([1, -1, 0, 0]), linear([0, 1, 1, -2]), linear(d)];
      const margin = (values: Float64Array): number => Math.max(...pieces.map((piece) => piece(values)));
      const question = { n, bounds: correlationBounds(centre, n, 0.3, 0.6), margin, quick: null, starts: 3, seed };
      const worst = worstCorrelation(question);
      expect(worst.margin).toBeGreaterThanOrEqual(margin(centre));
      expect(worst.margin).toBe(margin(worst.values));
      expect(symmetricEigen(worst.values, n).values[0]).toBeGreaterThan(-1e-9);
      expect(worst.distance).toBeLessThan(0.6 + 1e-6);
      expect([...worstCorrelation(question).values]).toEqual([...worst.values]);
    }
  });

  it('begins no further climb when its margins are spent', () => {
    const bounds = correlationBounds(symmetricFrom([0, 0, 0, 0, 0, 0], n), n, 0.2);
    const asked = { n, bounds, margin: linear(d), quick: null, starts: 5, seed: 0 };
    const [all, some] = [worstCorrelation(asked), worstCorrelation({ ...asked, mostEvaluations: 1 })];
    expect([all.climbs, some.climbs]).toEqual([5, 2]);
    expect(some.evaluations.full).toBeLessThan(all.evaluations.full);
    expect(some.margin).toBeGreaterThan(linear(d)(bounds.centre));
  });

  it('climbs a stand-in, and margins in full what it finds', () => {
    const bounds = correlationBounds(symmetricFrom([0, 0, 0, 0, 0, 0], n), n, 0.2);
    const worst = worstCorrelation({
      n,
      bounds,
      margin: linear(d),
      quick: (values) => 3 * linear(d)(values),
      starts: 2,
      seed: 0,
    });
    expect(worst.margin).toBe(linear(d)(worst.values));
    expect(worst.evaluations.full).toBe(3);
    expect(worst.evaluations.quick).toBeGreaterThan(20);
  });
});
