import { describe, expect, it } from 'vitest';
import { JsWorkingSet } from '../../../src/optimizer/solver/js-working-set.js';
import { denseProgram } from './dense-program.js';

const { POSITIVE_INFINITY: INF, NEGATIVE_INFINITY } = Number;
const fresh = () => ({ rows: new Set<number>(), columns: new Set<number>() });

/** A free margin column over one scenario, two trades of at most 8 and 3, and a budget that the margin is no part of. */
const program = denseProgram({
  cost: [1, 2, 3],
  lower: [NEGATIVE_INFINITY, 0, 0],
  upper: [INF, 8, 3],
  rows: [
    [[0, 1, 1], NEGATIVE_INFINITY, 5],
    [[1, 4, 6], 10, INF],
  ],
});

describe('the part of a program that decides', () => {
  it('starts with the rows of unbounded columns and one row over the bounds left out, in units of their ranges', () => {
    const part = new JsWorkingSet(program, fresh()).part();
    // Units 1, 8 and 4 (the power of two nearest to 3 by its logarithm, 1.58): coefficients times, bounds by the unit.
    expect([...part.cost]).toEqual([1, 16, 12]);
    expect([...part.upper]).toEqual([INF, INF, INF]);
    expect([...part.rows.values]).toEqual([1, 32, 24, 1, 1]);
    expect([...part.rows.indices]).toEqual([0, 1, 2, 1, 2]);
    expect([...part.rows.lower]).toEqual([10, NEGATIVE_INFINITY]);
    expect([...part.rows.upper]).toEqual([INF, 1 + 3 / 4]);
  });

  it('takes in what a point breaks, once', () => {
    const decisive = fresh();
    const set = new JsWorkingSet(program, decisive);
    expect(set.grow(Float64Array.of(0, 2, 3))).toBe(false);
    expect(set.grow(Float64Array.of(0, 9, 0))).toBe(true);
    expect([[...decisive.rows], [...decisive.columns]]).toEqual([[1, 0], [1]]);
    expect(set.grow(Float64Array.of(0, 9, 0))).toBe(false);
    const part = set.part();
    expect([...part.upper]).toEqual([INF, 1, INF]);
    expect([...part.rows.upper]).toEqual([INF, 5, 3 / 4]);
  });

  it('gives points and multipliers back in the units and the order of the whole', () => {
    const set = new JsWorkingSet(program, fresh());
    expect([...set.point(Float64Array.of(7, 1, 0.5))]).toEqual([7, 8, 2]);
    expect([...set.multipliers(Float64Array.of(2, -9))]).toEqual([0, 2]);
    set.grow(Float64Array.of(0, 9, 0));
    expect([...set.multipliers(Float64Array.of(2, -3, -9))]).toEqual([-3, 2]);
  });

  it('starts from what decided before', () => {
    const part = new JsWorkingSet(program, { rows: new Set([0]), columns: new Set([1, 2]) }).part();
    // Nothing is left out: no row over the shares.
    expect(part.rows.count).toBe(2);
    expect([...part.upper]).toEqual([INF, 1, 3 / 4]);
  });
});
