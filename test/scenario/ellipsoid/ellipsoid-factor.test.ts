import { describe, expect, it } from 'vitest';
import { ballPoint, ellipsoidFactor, moveOf, pulledBack } from '../../../src/scenario/ellipsoid/ellipsoid-factor.js';

const R3 = Float64Array.of(1, 0.5, -0.2, 0.5, 1, 0.3, -0.2, 0.3, 1);

describe('ellipsoidFactor', () => {
  it('is a factor of the matrix: L L = R', () => {
    const { axes, values } = ellipsoidFactor(R3, 3);
    expect(axes).toBe(3);
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        let product = 0;
        for (let a = 0; a < axes; a++) product += values[i * axes + a]! * values[j * axes + a]!;
        expect(product).toBeCloseTo(R3[i * 3 + j]!, 12);
      }
    }
  });

  it('keeps the axes that move of a singular matrix', () => {
    const factor = ellipsoidFactor(Float64Array.of(1, -1, -1, 1), 2);
    expect(factor.axes).toBe(1);
    const z = new Float64Array(2);
    moveOf(factor, Float64Array.of(1), z);
    expect(Math.abs(z[0]!)).toBeCloseTo(1, 12);
    expect(z[0]! + z[1]!).toBeCloseTo(0, 12);
  });

  it('takes a move back to the ball: its length is that by the inverse matrix', () => {
    const factor = ellipsoidFactor(R3, 3);
    const y = Float64Array.of(0.3, -0.5, 0.6);
    const z = new Float64Array(3);
    moveOf(factor, y, z);
    ballPoint(factor, z).forEach((entry, a) => {
      expect(entry).toBeCloseTo(y[a]!, 12);
    });
    // z = R e_1 is on the ellipsoid, whatever the matrix.
    expect(Math.hypot(...ballPoint(factor, Float64Array.of(1, 0.5, -0.2)))).toBeCloseTo(1, 12);
  });

  it('pulls a gradient back by the transpose', () => {
    const factor = ellipsoidFactor(R3, 3);
    const g = Float64Array.of(1, -2, 0.5);
    const y = Float64Array.of(0.2, 0.7, -0.1);
    const z = new Float64Array(3);
    const back = new Float64Array(3);
    moveOf(factor, y, z);
    pulledBack(factor, g, back);
    const along = g.reduce((sum, value, i) => sum + value * z[i]!, 0);
    expect(back.reduce((sum, value, a) => sum + value * y[a]!, 0)).toBeCloseTo(along, 12);
  });
});
