/** Dense matrices are row-major Float64Arrays with their sizes given beside them. */

/** `matrix` (rows x vector.length) times `vector`. @throws RangeError when the sizes do not fit. */
export function matrixVector(matrix: Float64Array, vector: Float64Array): Float64Array {
  const columns = vector.length;
  const rows = columns === 0 ? 0 : matrix.length / columns;
  if (!Number.isInteger(rows)) throw new RangeError(`${matrix.length} entries are not rows of ${columns}`);
  const product = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let j = 0; j < columns; j++) sum += matrix[i * columns + j]! * vector[j]!;
    product[i] = sum;
  }
  return product;
}

/** `vector`' `matrix` `vector` for a square matrix. @throws RangeError when the sizes do not fit. */
export function quadraticForm(matrix: Float64Array, vector: Float64Array): number {
  const n = vector.length;
  if (matrix.length !== n * n) throw new RangeError(`${matrix.length} entries are not a ${n} x ${n} matrix`);
  const image = matrixVector(matrix, vector);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += vector[i]! * image[i]!;
  return sum;
}
