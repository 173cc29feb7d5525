import { describe, expect, it } from 'vitest';
import { impliedBounds } from '../../../src/optimizer/solver/implied-bounds.js';
import { denseProgram } from './dense-program.js';
import { marginLikeProgram } from './margin-like-program.js';
import { seededRandom } from './seeded-random.js';

const { POSITIVE_INFINITY: INF, NEGATIVE_INFINITY: NONE } = Number;

describe('impliedBounds', () => {
  it('bounds an epigraph column from below by its scenarios and leaves the open side open', () => {
    // z + 3 x0 - 2 x1 >= 5 with 0 <= x <= 1: z >= 5 - 3.
    const program = denseProgram({
      cost: [1, 0, 0],
      lower: [NONE, 0, 0],
      upper: [INF, 1, 1],
      rows: [[[1, 3, -2], 5, INF]],
    });
    const bounds = impliedBounds(program);
    expect([...bounds.lower]).toEqual([2, 0, 0]);
    expect([...bounds.upper]).toEqual([INF, 1, 1]);
  });

  it('reads all four combinations of limit and sign', () => {
    const program = denseProgram({
      cost: [0, 0, 0, 0],
      lower: [NONE, NONE, NONE, NONE],
      upper: [INF, INF, INF, INF],
      rows: [
        [[2, 0, 0, 0], 6, INF],
        [[0, 2, 0, 0], NONE, 6],
        [[0, 0, -2, 0], 6, INF],
        [[0, 0, 0, -2], NONE, 6],
      ],
    });
    const bounds = impliedBounds(program);
    expect([...bounds.lower]).toEqual([3, NONE, NONE, -3]);
    expect([...bounds.upper]).toEqual([INF, 3, -3, INF]);
  });

  it('travels up a few levels: account on underlyings on scenarios', () => {
    const program = denseProgram({
      cost: [1, 0, 0],
      lower: [NONE, NONE, NONE],
      upper: [INF, INF, INF],
      rows: [
        [[1, -1, -1], 0, INF],
        [[0, 1, 0], 4, INF],
        [[0, 0, 1], 7, INF],
      ],
    });
    expect([...impliedBounds(program).lower]).toEqual([11, 4, 7]);
  });

  it('says nothing where another column of the row is open too', () => {
    const program = denseProgram({ cost: [0, 0], lower: [NONE, NONE], rows: [[[1, 1], 3, INF]] });
    expect([...impliedBounds(program).lower]).toEqual([NONE, NONE]);
  });

  it('cuts off no feasible point', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const program = marginLikeProgram(seed, 'plain');
      const open = { ...program, lower: program.lower.map((lower, j) => (j === 0 ? NONE : lower)) };
      const floor = impliedBounds(open).lower[0]!;
      expect(Number.isFinite(floor)).toBe(true);
      const random = seededRandom(seed);
      const x = program.upper.map((upper) => (Number.isFinite(upper) ? upper * random() : 0));
      // The least margin that these trades allow, scenario by scenario.
      let margin = NONE;
      const { rows } = program;
      for (let i = 0; i < rows.count; i++) {
        if (rows.indices[rows.starts[i]!] !== 0) continue;
        let rest = 0;
        for (let k = rows.starts[i]! + 1; k < rows.starts[i + 1]!; k++) rest += rows.values[k]! * x[rows.indices[k]!]!;
        margin = Math.max(margin, rows.lower[i]! - rest);
      }
      expect(floor).toBeLessThanOrEqual(margin + 1e-9 * Math.abs(margin));
    }
  });
});
