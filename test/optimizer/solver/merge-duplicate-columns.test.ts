import { describe, expect, it } from 'vitest';
import { checkSolution } from '../../../src/optimizer/solver/check-solution.js';
import { mergeDuplicateColumns } from '../../../src/optimizer/solver/merge-duplicate-columns.js';
import { objectiveAt } from '../../../src/optimizer/solver/objective-at.js';
import { denseProgram } from './dense-program.js';
import { marginLikeProgram } from './margin-like-program.js';
import { seededRandom } from './seeded-random.js';

const { POSITIVE_INFINITY: INF, NEGATIVE_INFINITY: NONE } = Number;

describe('mergeDuplicateColumns', () => {
  it('makes one column of equal ones and adds up their bounds', () => {
    const program = denseProgram({
      cost: [1, 2, 1, 1],
      lower: [0, 0, -1, 0],
      upper: [5, 9, 2, INF],
      rows: [
        [[3, 1, 3, 4], 0, 1],
        [[0, 1, 0, 0], 0, 1],
      ],
    });
    const { program: merged, split } = mergeDuplicateColumns(program);
    expect(merged).toEqual(
      denseProgram({
        cost: [1, 2, 1],
        lower: [-1, 0, 0],
        upper: [7, 9, INF],
        rows: [
          [[3, 1, 4], 0, 1],
          [[0, 1, 0], 0, 1],
        ],
      }),
    );
    expect([...split(Float64Array.of(6, 8, 7))]).toEqual([5, 8, 1, 7]);
    expect([...split(Float64Array.of(-0.5, 8, 7))]).toEqual([0, 8, -0.5, 7]);
  });

  it('leaves a program without equal columns as it is', () => {
    const program = denseProgram({ cost: [1, 1], upper: [2, 3], rows: [[[1, 2], 0, 1]] });
    const { program: merged, split } = mergeDuplicateColumns(program);
    expect(merged).toEqual(program);
    expect([...split(Float64Array.of(1, 3))]).toEqual([1, 3]);
  });

  it('splits within open bounds too', () => {
    const program = denseProgram({
      cost: [1, 1, 1],
      lower: [NONE, 2, -3],
      upper: [4, INF, -1],
      rows: [[[1, 1, 1], 0, 1]],
    });
    const { program: merged, split } = mergeDuplicateColumns(program);
    expect([merged.columns, merged.lower[0], merged.upper[0]]).toEqual([1, NONE, INF]);
    for (const total of [-100, -3, 0, 1, 5, 1e6]) {
      const x = split(Float64Array.of(total));
      expect(x[0]! + x[1]! + x[2]!).toBeCloseTo(total, 9);
      expect(checkSolution(program, x).boundViolation).toBe(0);
    }
  });

  it('keeps objective, rows and bounds when a point of the merged program is split', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const program = marginLikeProgram(seed, 'duplicates');
      const { program: merged, split } = mergeDuplicateColumns(program);
      expect(merged.columns).toBeLessThan(program.columns);
      const random = seededRandom(seed);
      const point = merged.upper.map((upper) => random() * (Number.isFinite(upper) ? upper : 1e6));
      const x = split(point);
      expect(objectiveAt(program, x)).toBeCloseTo(objectiveAt(merged, point), 6);
      const check = checkSolution(program, x);
      const expected = checkSolution(merged, point);
      expect(check.boundViolation).toBe(0);
      expect(check.worstRow).toBe(expected.worstRow);
      expect(check.rowViolation).toBeCloseTo(expected.rowViolation, 6);
    }
  });
});
