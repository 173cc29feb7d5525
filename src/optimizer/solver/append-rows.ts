import type { LinearProgram, RowBlock } from './linear-program.js';

/** The program with `block` after its own rows; neither argument is changed. */
export function appendRows(program: LinearProgram, block: RowBlock): LinearProgram {
  const own = program.rows;
  const entries = own.values.length;
  const starts = new Int32Array(own.count + block.count + 1);
  starts.set(own.starts);
  for (let i = 0; i <= block.count; i++) starts[own.count + i] = entries + block.starts[i]!;
  return {
    ...program,
    rows: {
      count: own.count + block.count,
      lower: joined(own.lower, block.lower),
      upper: joined(own.upper, block.upper),
      starts,
      indices: joined(own.indices, block.indices),
      values: joined(own.values, block.values),
    },
  };
}

function joined<T extends Float64Array | Int32Array>(first: T, second: T): T {
  const both = new (first.constructor as new (length: number) => T)(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
