import { describe, expect, it } from 'vitest';
import { ascendInBall } from '../../src/math/ascend-in-ball.js';

const at = (...y: number[]): Float64Array => Float64Array.from(y);
const lengthOf = (y: Float64Array): number => Math.hypot(...y);

describe('ascendInBall', () => {
  it('climbs a linear function to the point its slope names, in closed form', () => {
    const slope = [3, -4, 12];
    const { y, value } = ascendInBall(
      (point, gradient) => {
        gradient.set(slope);
        return slope.reduce((sum, a, i) => sum + a * point[i]!, 7);
      },
      at(0, 0, 0),
    );
    expect(value).toBeCloseTo(7 + 13, 12);
    y.forEach((entry, i) => {
      expect(entry).toBeCloseTo(slope[i]! / 13, 12);
    });
  });

  it('finds a maximum inside the ball', () => {
    // -(a - 0.3)^2 - 5 (b + 0.4)^2, whose top is at (0.3, -0.4).
    const { y, value } = ascendInBall(
      (point, gradient) => {
        gradient[0] = -2 * (point[0]! - 0.3);
        gradient[1] = -10 * (point[1]! + 0.4);
        return -((point[0]! - 0.3) ** 2) - 5 * (point[1]! + 0.4) ** 2;
      },
      at(-0.9, 0.2),
    );
    expect(value).toBeCloseTo(0, 10);
    expect(y[0]).toBeCloseTo(0.3, 5);
    expect(y[1]).toBeCloseTo(-0.4, 5);
  });

  it('finds the largest eigenvalue of a quadratic form on the sphere', () => {
    // y' A y with A = [[2, 1], [1, 2]]: 3 at (1, 1) / sqrt(2).
    const { y, value } = ascendInBall(
      ([a = 0, b = 0], gradient) => {
        gradient[0] = 4 * a + 2 * b;
        gradient[1] = 2 * a + 4 * b;
        return 2 * a * a + 2 * a * b + 2 * b * b;
      },
      at(1, 0),
    );
    expect(value).toBeCloseTo(3, 9);
    expect(lengthOf(y)).toBeCloseTo(1, 12);
  });

  it('stays where the slope is nothing, and never goes down', () => {
    const flat = ascendInBall(
      (_, gradient) => {
        gradient.fill(0);
        return 5;
      },
      at(0.2, 0.1),
    );
    expect([...flat.y]).toEqual([0.2, 0.1]);
    const wave = (y: Float64Array, gradient: Float64Array): number => {
      gradient[0] = 9 * Math.cos(9 * y[0]!);
      return Math.sin(9 * y[0]!);
    };
    for (const start of [-0.8, -0.1, 0.4, 0.95]) {
      const end = ascendInBall(wave, at(start));
      expect(end.value).toBeGreaterThanOrEqual(Math.sin(9 * start));
      expect(Math.abs(end.y[0]!)).toBeLessThanOrEqual(1 + 1e-12);
    }
  });
});
