import { type Affine, constant, sparseAffine } from '../../formula/index.js';

/** coefficient x quantity of a column, or nothing where the book has no such line. */
export function columnAmount(name: string, column: number | null, coefficient: number): Affine {
  return column === null ? constant(name, 0) : sparseAffine(name, [column], [coefficient]);
}
