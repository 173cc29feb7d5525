import type { ModelData } from 'highs';
import type { LinearProgram } from './linear-program.js';

/** The program as HiGHS's array interface takes it, without names: its text interface misreads `ETH` as a number. */
export function highsModelData(program: LinearProgram): ModelData {
  const { rows } = program;
  const size = { numRows: rows.count, numCols: program.columns };
  const data: ModelData = {
    ...size,
    offset: program.offset,
    colCost: program.cost,
    colLower: program.lower,
    colUpper: program.upper,
    rowLower: rows.lower,
    rowUpper: rows.upper,
    matrix: { format: 'csr', ...size, starts: rows.starts, indices: rows.indices, values: rows.values },
  };
  return program.integer === null ? data : { ...data, integrality: Int32Array.from(program.integer) };
}
