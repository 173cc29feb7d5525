import { describe, expect, it } from 'vitest';
import { absolute, denseAffine } from '../../src/formula/index.js';
import { bestAdmissible } from '../../src/optimizer/admissible-point.js';
import type { HedgeProblem } from '../../src/optimizer/hedge-problem.js';
import { buildHedgeProgram } from '../../src/optimizer/hedge-program.js';
import { narrowedProgram, startingPoint } from '../../src/optimizer/integer-start.js';
import { aBookLimit, aCandidate, aLevel, aLimit, aProblem } from './hedge-cases.js';

const LOTS = [0, 1, 2].map((j) =>
  aCandidate(j, { lot: 1, notional: [5, 1, 9][j]!, bids: [], asks: [aLevel({ unitFee: 0.1 })] }),
);
const exposure = denseAffine('exposure', Float64Array.of(1, 1, 1), -20);
const built = (changes: Partial<HedgeProblem> = {}) =>
  buildHedgeProgram(aProblem(absolute('margin', exposure), LOTS, { wholeLots: true, ...changes }), {
    aim: { kind: 'margin' },
  });
const trades = (x: Float64Array | null) => (x === null ? null : [...x.subarray(0, 3)]);

describe('startingPoint', () => {
  it('rounds the linear answer down or to the nearest lot, whichever is better', () => {
    const hedge = built();
    const answer = Float64Array.of(7.9, 3.999999, 4.2, 4);
    expect(trades(startingPoint(hedge, [answer]))).toEqual([8, 4, 4]);
  });

  it('keeps a lot that only rounding has taken', () => {
    expect(trades(startingPoint(built(), [Float64Array.of(7 - 1e-12, 0, 0, 13)]))).toEqual([7, 0, 0]);
  });

  it('keeps as many of the largest trades as the count allows', () => {
    const two = aLimit({ kind: 'count' }, { kind: 'trades', max: 2 });
    const hedge = built({ limits: [two] });
    // By money: 9 x 4, 5 x 6, 1 x 8.
    expect(trades(startingPoint(hedge, [Float64Array.of(6, 8, 4, 0, 0, 0, 0)]))).toEqual([6, 0, 4]);
  });

  it('falls back on no trade where nothing rounded is admissible', () => {
    const exactly = aBookLimit(exposure, { min: -20, max: -19.5 });
    expect(trades(startingPoint(built({ limits: [exactly] }), [Float64Array.of(0.5, 0, 0, 19.5)]))).toEqual([0, 0, 0]);
  });

  it('is no trade without a linear answer, and nothing where not even that will do', () => {
    expect(trades(startingPoint(built(), []))).toEqual([0, 0, 0]);
    const atLeast = aBookLimit(exposure, { min: -19.5 });
    expect(startingPoint(built({ limits: [atLeast] }), [])).toBeNull();
    expect(startingPoint(built({ limits: [atLeast] }), [Float64Array.of(0.4, 0, 0, 19.6)])).toBeNull();
    expect(trades(startingPoint(built({ limits: [atLeast] }), [Float64Array.of(0.5, 0, 0, 19.5)]))).toEqual([1, 0, 0]);
  });

  it('is a whole point of the program: margin and counts have their values', () => {
    const count = aLimit({ kind: 'count' }, { kind: 'trades', max: 3 });
    const hedge = built({ limits: [count] });
    const x = startingPoint(hedge, [Float64Array.of(7.9, 0, 4.2, 0, 0, 0, 0)])!;
    expect([...x]).toEqual([8, 0, 4, 1, 0, 1, 8]);
  });

  it('takes a part of a linear answer whose rounding would break a limit', () => {
    const atMost = aBookLimit(denseAffine('spent', Float64Array.of(1.02)), { max: 20 });
    const many = [aCandidate(0, { lot: 1, bids: [], asks: [aLevel({ size: 50 })] })];
    const problem = aProblem(absolute('margin', denseAffine('exposure', Float64Array.of(1), -40)), many, {
      wholeLots: true,
      limits: [atMost],
    });
    const x = startingPoint(buildHedgeProgram(problem, { aim: { kind: 'margin' } }), [Float64Array.of(19.6, 20.4)]);
    expect(x?.[0]).toBe(19);
  });

  it('takes the answer of the largest trades alone where their number is limited', () => {
    const two = aLimit({ kind: 'count' }, { kind: 'trades', max: 2 });
    const hedge = built({ limits: [two] });
    const answer = Float64Array.of(6, 8, 4, 0, 0, 0, 0);
    const narrowed = narrowedProgram(hedge.builder.build(), hedge, answer, 2);
    expect(narrowed.integer).toBeNull();
    // By money: 9 x 4, 5 x 6, 1 x 8.
    expect([...narrowed.upper.subarray(0, 3)].map((upper) => upper > 0)).toEqual([true, false, true]);
  });
});

describe('bestAdmissible', () => {
  const point = (...x: number[]) => Float64Array.from(x);

  it('chooses by the re-evaluated objective, whatever a point claims of its margin', () => {
    const best = bestAdmissible(built(), [point(2, 0, 0, 0), point(9, 0, 0, 99), point(1, 0, 0, 0)], 1e-6);
    expect([...best!]).toEqual([9, 0, 0, 11]);
  });

  it('takes only points that keep every row up to the tolerance', () => {
    const hedge = built({ limits: [aBookLimit(exposure, { max: -15 })] });
    expect(trades(bestAdmissible(hedge, [point(6, 0, 0, 0), point(4, 0, 0, 0)], 1e-6))).toEqual([4, 0, 0]);
    expect(bestAdmissible(hedge, [point(6, 0, 0, 0)], 1e-6)).toBeNull();
    expect(trades(bestAdmissible(hedge, [point(6, 0, 0, 0)], 0.3))).toEqual([6, 0, 0]);
    expect(bestAdmissible(hedge, [], 1e-6)).toBeNull();
  });

  it('refuses a point that is not a number, and leaves those it is given alone', () => {
    const given = point(3, 0, 0, 0);
    expect(bestAdmissible(built(), [point(Number.NaN, 0, 0, 0), given], 1e-6)).not.toBe(given);
    expect([...given]).toEqual([3, 0, 0, 0]);
  });
});
