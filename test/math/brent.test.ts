import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BrentOptions, brent } from '../../src/math/brent.js';

function rootOf(f: (x: number) => number, options: BrentOptions): number {
  const outcome = brent(f, options);
  if (outcome.status !== 'ok') throw new Error(outcome.reason);
  return outcome.root;
}

describe('brent', () => {
  it.each([
    ['cos x = x (the Dottie number, OEIS A003957)', (x: number) => Math.cos(x) - x, 0, 1, 0.7390851332151607],
    ['the square root of two', (x: number) => x * x - 2, 0, 5, Math.SQRT2],
    ['x exp(x) = 1 (the omega constant, OEIS A030178)', (x: number) => x * Math.exp(x) - 1, 0, 3, 0.5671432904097838],
    ['Wallis, x^3 - 2x - 5 (OEIS A007493)', (x: number) => x ** 3 - 2 * x - 5, 2, 3, 2.0945514815423265],
  ])('%s', (_name, f, from, to, root) => {
    expect(Math.abs(rootOf(f, { from, to }) - root)).toBeLessThan(4e-16 * root + 1e-16);
    expect(Math.abs(rootOf(f, { from: to, to: from }) - root)).toBeLessThan(4e-16 * root + 1e-16);
  });

  it('needs about ten evaluations where a bisection needs fifty', () => {
    const outcome = brent((x) => Math.cos(x) - x, { from: 0, to: 1 });
    expect(outcome).toMatchObject({ status: 'ok' });
    if (outcome.status === 'ok') expect(outcome.iterations).toBeLessThan(12);
  });

  it('finds a jump from minus to plus', () => {
    const root = rootOf((x) => (x < 0.3 ? -1 : 1), { from: 0, to: 1 });
    expect(Math.abs(root - 0.3)).toBeLessThan(1e-15);
  });

  it('finds a flat ninth-order root to the tolerance asked', () => {
    const root = rootOf((x) => (x - 1) ** 9, { from: 0, to: 3, tolerance: 1e-3 });
    expect(Math.abs(root - 1)).toBeLessThan(2e-3);
  });

  it('takes an end that is itself the root', () => {
    expect(rootOf((x) => x - 2, { from: 2, to: 7 })).toBe(2);
    expect(rootOf((x) => x - 7, { from: 2, to: 7 })).toBe(7);
  });

  it('finds the root of any rising cubic', () => {
    const coefficient = fc.double({ min: 0.01, max: 10, noNaN: true });
    fc.assert(
      fc.property(coefficient, coefficient, fc.double({ min: -50, max: 50, noNaN: true }), (a, b, shift) => {
        const f = (x: number) => a * (x - shift) ** 3 + b * (x - shift);
        expect(Math.abs(rootOf(f, { from: -100, to: 120 }) - shift)).toBeLessThan(1e-13 * (1 + Math.abs(shift)));
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('says why there is none', () => {
    expect(brent((x) => x * x + 1, { from: -1, to: 1 })).toEqual({ status: 'failed', reason: 'notBracketed' });
    expect(brent((x) => 1 / x, { from: 0, to: 1 })).toEqual({ status: 'failed', reason: 'notFinite' });
    expect(brent((x) => (x === 0 ? -1 : x === 1 ? 1 : Number.NaN), { from: 0, to: 1 })).toEqual({
      status: 'failed',
      reason: 'notFinite',
    });
    expect(brent((x) => x - 0.123, { from: -1e9, to: 1e8, maxIterations: 1 })).toEqual({
      status: 'failed',
      reason: 'tooManyIterations',
    });
  });
});
