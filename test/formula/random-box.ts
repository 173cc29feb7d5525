import fc from 'fast-check';
import { COLUMNS, quantities } from './random-formula.js';

/** Bounds of every quantity, and two books within them. */
export interface Box {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly book: Float64Array;
  readonly other: Float64Array;
}

const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: COLUMNS, maxLength: COLUMNS });

export const boxes: fc.Arbitrary<Box> = fc
  .tuple(quantities, quantities, shares, shares)
  .map(([a, b, first, second]) => {
    const lower = a.map((value, j) => Math.min(value, b[j]!));
    const upper = a.map((value, j) => Math.max(value, b[j]!));
    const within = (share: readonly number[]): Float64Array =>
      lower.map((value, j) => value + share[j]! * (upper[j]! - value));
    return { lower, upper, book: within(first), other: within(second) };
  });
