import type { LinearProgram } from './linear-program.js';

/** A copy of `x` with what lies outside its bounds by rounding (1e-6 of max(1, |bound|)) moved onto them. */
export function snapToBounds(program: LinearProgram, x: Float64Array): Float64Array {
  return x.map((value, j) => {
    const lower = program.lower[j]!;
    const upper = program.upper[j]!;
    if (value < lower && lower - value <= 1e-6 * Math.max(1, Math.abs(lower))) return lower;
    if (value > upper && value - upper <= 1e-6 * Math.max(1, Math.abs(upper))) return upper;
    return value;
  });
}
