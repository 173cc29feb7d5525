import { describe, expect, it } from 'vitest';
import {
  believeOptimal,
  type Claim,
  checkPoint,
  stoppedOutcome,
} from '../../../src/optimizer/solver/solve-and-check.js';
import { denseProgram } from './dense-program.js';

const { POSITIVE_INFINITY: INF, NEGATIVE_INFINITY: NONE } = Number;
const at = (...x: number[]) => Float64Array.from(x);

// minimise x0 + 2 x1 with x0 + x1 >= 4, x0 <= 3: the answer is (3, 1), worth 5, multiplier 2.
const program = denseProgram({ cost: [1, 2], upper: [3, INF], rows: [[[1, 1], 4, INF]] });
const claim = (changes: Partial<Claim>): Claim => ({
  x: at(3, 1),
  rowDuals: at(2),
  bound: NONE,
  relativeGap: 0,
  ...changes,
});

describe('believeOptimal', () => {
  it('believes a point that keeps every row and is proven by its multipliers', () => {
    const outcome = believeOptimal(program, claim({}));
    expect(outcome).toEqual({
      status: 'optimal',
      x: at(3, 1),
      objective: 5,
      rowDuals: at(2),
      bound: 5,
      worstViolation: 0,
    });
  });

  it('puts a point that rounding left outside a bound back onto it', () => {
    expect(believeOptimal(program, claim({ x: at(3 + 1e-9, 1) }))).toMatchObject({ x: at(3, 1), objective: 5 });
  });

  it('does not believe a point that breaks a row, however good its claim', () => {
    expect(believeOptimal(program, claim({ x: at(3, 0.99) }))).toBe(
      'the answer breaks a limit by 2.5e-3 of its size in row 0',
    );
  });

  it('does not believe a point far outside its bounds', () => {
    expect(believeOptimal(program, claim({ x: at(5, -1) }))).toContain('the answer breaks a limit');
  });

  it('does not believe a feasible point that is not the best: no row shows that, only the bound does', () => {
    const suboptimal = believeOptimal(program, claim({ x: at(2, 2) }));
    expect(suboptimal).toBe('the answer 6 is not proven optimal: the bound is 5');
  });

  it('does not believe the best point with multipliers that do not prove it', () => {
    expect(believeOptimal(program, claim({ rowDuals: at(1) }))).toContain('the bound is 4');
    expect(believeOptimal(program, claim({ rowDuals: at(Number.NaN) }))).toContain('the bound is 0');
  });

  it('does not believe what is not a number', () => {
    expect(believeOptimal(program, claim({ x: at(Number.NaN, 1) }))).toContain('breaks a limit by Infinity');
  });

  it('takes the bound of an integer search as claimed, within the gap it was allowed', () => {
    const whole = { ...program, integer: Uint8Array.of(1, 1) };
    const searched = { rowDuals: null, bound: 4.99, relativeGap: 0.01 };
    expect(believeOptimal(whole, claim(searched))).toMatchObject({ status: 'optimal', bound: 4.99, rowDuals: null });
    expect(believeOptimal(whole, claim({ ...searched, bound: 4 }))).toContain('the bound is 4');
    expect(believeOptimal(whole, claim({ ...searched, x: at(2.5, 1.5) }))).toContain('breaks a limit by 5.0e-1');
  });

  it('never gives a bound above the objective', () => {
    const outcome = believeOptimal(program, claim({ rowDuals: null, bound: 5 + 1e-9 }));
    expect(outcome).toMatchObject({ status: 'optimal', bound: 5, objective: 5 });
  });

  it('measures the gap against the amounts in the objective, so an optimum of zero is no special case', () => {
    const netsOut = denseProgram({ cost: [1e6], offset: -4e6, rows: [[[1], 4, INF]] });
    const outcome = believeOptimal(netsOut, claim({ x: at(4 + 1e-9), rowDuals: at(1e6) }));
    expect(outcome).toMatchObject({ status: 'optimal', bound: 0 });
  });
});

describe('stoppedOutcome', () => {
  it('gives the best of the points that keep every row', () => {
    const points = [at(3, 0), null, at(0, 4), at(1, 3)];
    const outcome = stoppedOutcome(program, 'time', points, 4.5);
    const best = { x: at(1, 3), objective: 7, bound: 4.5, worstViolation: 0 };
    expect(outcome).toEqual({ status: 'stoppedEarly', reason: 'time', ...best });
  });

  it('gives no point rather than a broken one, and no bound rather than NaN', () => {
    const nothing = { x: null, objective: null, bound: NONE, worstViolation: 0 };
    expect(stoppedOutcome(program, 'interrupted', [at(0, 0)], Number.NaN)).toEqual({
      status: 'stoppedEarly',
      reason: 'interrupted',
      ...nothing,
    });
  });
});

it('checkPoint recomputes objective and violation on the point it returns', () => {
  expect(checkPoint(program, at(3 + 1e-9, 0.5))).toEqual({ x: at(3, 0.5), objective: 4, worstViolation: 0.125 });
});
