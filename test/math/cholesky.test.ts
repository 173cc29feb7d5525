import { describe, expect, it } from 'vitest';
import { cholesky } from '../../src/math/cholesky.js';

describe('cholesky', () => {
  it('is the triangle of the textbook example', () => {
    // Golub and Van Loan write the method; the figures are the usual example, [4 12 -16; 12 37 -43; -16 -43 98].
    expect([...cholesky(Float64Array.of(4, 12, -16, 12, 37, -43, -16, -43, 98), 3)!]).toEqual([
      2, 0, 0, 6, 1, 0, -8, 5, 3,
    ]);
  });

  it('has none of a matrix that is not positive definite, or too nearly so', () => {
    expect(cholesky(Float64Array.of(1, 1, 1, 1), 2)).toBeNull();
    expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toBeNull();
    expect(cholesky(Float64Array.of(1, 0, 0, 1e-12), 2, 1e-10)).toBeNull();
    expect(() => cholesky(new Float64Array(3), 2)).toThrow(RangeError);
  });
});
