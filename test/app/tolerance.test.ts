import { describe, expect, it } from 'vitest';
import { comparedFigure } from '../../src/app/tolerance.js';

const SCALE = { largest: 1000, gross: 0 };

const within = (ours: number, theirs: number, amount: number, relative: boolean, scale = SCALE) =>
  comparedFigure('figure', ours, theirs, { amount, relative }, scale).figure.within;

describe('a figure beside the reported one', () => {
  it('has its difference, in money and as a part of theirs', () => {
    const { figure } = comparedFigure('value', 99, 100, { amount: 0.02, relative: true }, SCALE);
    expect(figure).toEqual({ name: 'value', ours: 99, theirs: 100, difference: -1, relative: 0.01, within: true });
  });

  it.each([
    [101, 100, 0.01, true, true],
    [101.001, 100, 0.01, true, false],
    [-101, -100, 0.01, true, true],
    [-101.1, -100, 0.01, true, false],
    [100.01, 100, 0.01, false, true],
    [100.02, 100, 0.01, false, false],
    [100, 100, 0, true, true],
    [100.0001, 100, 0, false, false],
  ])('%d for %d within %d (relative: %s) is %s', (ours, theirs, amount, relative, expected) => {
    expect(within(ours, theirs, amount, relative)).toBe(expected);
  });

  it('measures a reported zero by the largest figure of its case', () => {
    expect(within(0.09, 0, 0.0001, true)).toBe(true);
    expect(within(0.11, 0, 0.0001, true)).toBe(false);
    expect(comparedFigure('x', 1, 0, { amount: 1, relative: true }, SCALE).figure.relative).toBeNull();
  });

  it('does not take the rounding of a large book for a difference', () => {
    expect(within(1e-9, 0, 0, true, { largest: 0, gross: 1e6 })).toBe(true);
    expect(within(1e-5, 0, 0, true, { largest: 0, gross: 1e6 })).toBe(false);
  });

  it('tells how far off a figure is with the tolerance as the unit', () => {
    expect(comparedFigure('x', 104, 100, { amount: 2, relative: false }, SCALE).distance).toBeCloseTo(2, 9);
    expect(comparedFigure('x', 100, 100, { amount: 0, relative: false }, SCALE).distance).toBe(0);
  });
});
