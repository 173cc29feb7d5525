import { type Affine, sparseAffine } from '../../formula/index.js';

/** Mark to market of a whole book: sparse parts over different columns, and the dollars of the cash column. */
export function totalValue(parts: readonly Affine[], cashColumn: number | null): Affine {
  const columns = parts.flatMap((part) => [...part.columns!]);
  const coefficients = parts.flatMap((part) => [...part.coefficients]);
  if (cashColumn !== null) {
    columns.push(cashColumn);
    coefficients.push(1);
  }
  return sparseAffine('mark to market', columns, coefficients);
}
