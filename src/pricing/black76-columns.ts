import { normalCdfTable } from '../math/normal-cdf-table.js';
import { tabulatedBlack } from './tabulated-black.js';

/** One column of inputs per argument of `black76`; all of the same length, `rights` +1 for a call and -1 for a put. */
export interface Black76Columns {
  readonly rights: Int8Array;
  readonly forwards: Float64Array;
  readonly strikes: Float64Array;
  readonly stdDevs: Float64Array;
  readonly discounts: Float64Array;
}

/**
 * Black-76 prices of many options, one per row of the columns, written to `out` (at least as long). Accuracy as in
 * `black76Scenarios`.
 *
 * @throws RangeError when a column is shorter than `rights` or `out` has no room.
 */
export function black76Columns(out: Float64Array, columns: Black76Columns): void {
  const { rights, forwards, strikes, stdDevs, discounts } = columns;
  const count = rights.length;
  if (Math.min(out.length, forwards.length, strikes.length, stdDevs.length, discounts.length) < count) {
    throw new RangeError(`every column and the output need ${count} rows`);
  }
  const nodes = normalCdfTable();
  for (let i = 0; i < count; i++) {
    const forward = forwards[i]!;
    const strike = strikes[i]!;
    const logRatio = Math.log(forward / strike);
    out[i] = discounts[i]! * tabulatedBlack(nodes, rights[i]!, forward, strike, logRatio, stdDevs[i]!);
  }
}
