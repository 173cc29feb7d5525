import { describe, expect, it } from 'vitest';
import { canonicalForm, dualOf } from '../../../src/optimizer/solver/canonical-program.js';
import { denseProgram } from './dense-program.js';

const { POSITIVE_INFINITY: INF, NEGATIVE_INFINITY: NONE } = Number;

/** G as a table, and the floors. */
function written(canonical: ReturnType<typeof canonicalForm>['canonical']) {
  const rows = [...canonical.floor].map((floor, i) => {
    const row = new Array<number>(canonical.variables).fill(0);
    for (let k = canonical.starts[i]!; k < canonical.starts[i + 1]!; k++)
      row[canonical.indices[k]!] = canonical.values[k]!;
    return { row, floor };
  });
  return { cost: [...canonical.cost], rows };
}

describe('canonicalForm', () => {
  const program = denseProgram({
    cost: [1, 2, 3, 4],
    lower: [5, NONE, NONE, 0],
    upper: [7, 6, INF, INF],
    rows: [
      [[1, 1, 1, 1], 10, INF],
      [[0, 2, 0, -1], -1, 8],
      [[1, 0, 1, 0], NONE, 9],
    ],
  });
  const form = canonicalForm(program);

  it('measures columns from a finite bound and splits a free one in two', () => {
    // x0 = 5 + u0, x1 = 6 - u1, x2 = u2 - u3, x3 = u4.
    expect(form.canonical.variables).toBe(5);
    expect([...form.columnsOf(Float64Array.of(1, 2, 3, 7, 4))]).toEqual([6, 4, -4, 4]);
  });

  it('writes every limit as a floor', () => {
    expect(written(form.canonical)).toEqual({
      cost: [1, -2, 3, -3, 4],
      rows: [
        { row: [-1, 0, 0, 0, 0], floor: -2 },
        { row: [1, -1, 1, -1, 1], floor: 10 - 11 },
        { row: [0, -2, 0, 0, -1], floor: -1 - 12 },
        { row: [0, 2, 0, 0, 1], floor: -(8 - 12) },
        { row: [-1, 0, -1, 1, 0], floor: -(9 - 5) },
      ],
    });
  });

  it('brings multipliers back: >= 0 for lower limits, <= 0 for upper ones, none for bounds', () => {
    expect([...form.rowDualsOf(Float64Array.of(99, 1, 2, 5, 4))]).toEqual([1, -3, -4]);
  });

  it('writes a column with two bounds that are equal as one without room', () => {
    const fixed = canonicalForm(denseProgram({ cost: [1], lower: [2], upper: [2], rows: [] }));
    expect(written(fixed.canonical).rows).toEqual([{ row: [-1], floor: -0 }]);
  });
});

describe('dualOf', () => {
  const { canonical } = canonicalForm(
    denseProgram({
      cost: [3, 4],
      rows: [
        [[1, 2], 5, INF],
        [[0, 6], 7, INF],
        [[8, 0], 9, INF],
      ],
    }),
  );

  it('transposes and negates', () => {
    expect(written(dualOf(canonical))).toEqual({
      cost: [-5, -7, -9],
      rows: [
        { row: [-1, 0, -8], floor: -3 },
        { row: [-2, -6, 0], floor: -4 },
      ],
    });
  });

  it('gives the program back when taken twice', () => {
    expect(written(dualOf(dualOf(canonical)))).toEqual(written(canonical));
  });
});
