import { absolute, type Formula, sparseAffine, sum } from '../../formula/index.js';

/** Sum of |quantity| over some columns. */
export function grossContracts(name: string, columns: readonly number[]): Formula {
  return sum(
    name,
    columns.map((column) => absolute(`|line ${column}|`, sparseAffine(`line ${column}`, [column], [1]))),
  );
}
