import { type Formula, positivePart, sparseAffine, sum } from '../../formula/index.js';
import type { ExpiryLines } from './expiry-lines.js';
import { groupBy } from './group-by.js';

/**
 * Contracts short that nothing of the same strike and expiry covers: sum over strikes of max(0, -(calls + puts)).
 *
 * SOURCE: derivexyz/v2-core, PMRMLib_2.sol, _addOptionContingency.
 */
export function nakedShorts(expiry: ExpiryLines): Formula {
  const positions = expiry.columns.map((_, k) => k);
  const strikes = groupBy(positions, (k) => expiry.strikes[k]!);
  const parts = [...strikes].map(([strike, members]) => {
    const name = `${expiry.name} strike ${strike}`;
    const columns = members.map((k) => expiry.columns[k]!);
    return positivePart(name, sparseAffine(`net short ${name}`, columns, Array(members.length).fill(-1)));
  });
  return sum(`naked shorts of ${expiry.name}`, parts);
}
