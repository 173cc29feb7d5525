import type { LinearProgram } from '../../../src/optimizer/solver/linear-program.js';
import { marginLikeProgram } from './margin-like-program.js';
import { seededRandom } from './seeded-random.js';

/** The point of doing nothing: no trade, the margin of the book as it is (the rows with the margin column are scenarios). */
export function doNothing(program: LinearProgram): Float64Array {
  const x = new Float64Array(program.columns);
  const { rows } = program;
  for (let i = 0; i < rows.count; i++) if (rows.indices[rows.starts[i]!] === 0) x[0] = Math.max(x[0]!, rows.lower[i]!);
  return x;
}

/** An integer program that branch and bound does not finish in minutes: forty candidates, no costs, all ties. */
export function hardIntegerProgram(): LinearProgram {
  return marginLikeProgram(1002, 'zero cost', true, 40);
}

/** A dense continuous program that keeps HiGHS busy for seconds: `size` scenarios over `size` candidates of pure noise. */
export function hardContinuousProgram(size: number): LinearProgram {
  const random = seededRandom(5);
  const columns = size + 1;
  const starts = Int32Array.from({ length: size + 1 }, (_, i) => i * columns);
  const indices = Int32Array.from({ length: size * columns }, (_, k) => k % columns);
  const values = Float64Array.from(indices, (j) => (j === 0 ? 1 : 1000 * (random() - 0.5)));
  const lower = Float64Array.from({ length: size }, () => 1e4 * random());
  const upper = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  return {
    columns,
    offset: 0,
    cost: new Float64Array(columns).fill(1),
    lower: new Float64Array(columns).map((_, j) => (j === 0 ? Number.NEGATIVE_INFINITY : 0)),
    upper: new Float64Array(columns).map((_, j) => (j === 0 ? Number.POSITIVE_INFINITY : 10)),
    integer: null,
    rows: { count: size, lower, upper, starts, indices, values },
  };
}
