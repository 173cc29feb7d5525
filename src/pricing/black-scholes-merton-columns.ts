import { normalCdfTable } from '../math/normal-cdf-table.js';
import { tabulatedBlack } from './tabulated-black.js';

/** One column per argument of `blackScholesMerton`, all of the same length; `rights` +1 for a call, -1 for a put. */
export interface BlackScholesMertonColumns {
  readonly rights: Int8Array;
  readonly spots: Float64Array;
  readonly strikes: Float64Array;
  readonly volatilities: Float64Array;
  readonly ttmYears: Float64Array;
  readonly rates: Float64Array;
  readonly dividendYields: Float64Array;
}

/**
 * Black-Scholes-Merton prices of many options, one per row of the columns, written to `out` (at least as long).
 * Accuracy as in `black76Scenarios`; nothing is allocated.
 *
 * @throws RangeError when a column is shorter than `rights` or `out` has no room.
 */
export function blackScholesMertonColumns(out: Float64Array, columns: BlackScholesMertonColumns): void {
  const { rights, spots, strikes, volatilities, ttmYears, rates, dividendYields } = columns;
  const count = rights.length;
  const shortest = Math.min(spots.length, strikes.length, volatilities.length, ttmYears.length, rates.length);
  if (Math.min(out.length, shortest, dividendYields.length) < count) {
    throw new RangeError(`every column and the output need ${count} rows`);
  }
  const nodes = normalCdfTable();
  for (let i = 0; i < count; i++) {
    const years = ttmYears[i]!;
    const carry = (rates[i]! - dividendYields[i]!) * years;
    const strike = strikes[i]!;
    const logRatio = Math.log(spots[i]! / strike) + carry;
    const stdDev = volatilities[i]! * Math.sqrt(years);
    const forward = spots[i]! * Math.exp(carry);
    out[i] = Math.exp(-rates[i]! * years) * tabulatedBlack(nodes, rights[i]!, forward, strike, logRatio, stdDev);
  }
}
