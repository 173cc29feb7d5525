import type { LinearProgram } from './linear-program.js';
import { branchScore, type PseudoCosts } from './pseudo-costs.js';

/** A value this close to a whole number is one. */
export const WHOLE = 1e-7;

/** The columns that are to be whole and are not. */
export function fractionalColumns({ integer }: LinearProgram, x: Float64Array): number[] {
  const columns: number[] = [];
  for (let j = 0; j < x.length; j++) {
    if (integer?.[j] === 1 && Math.abs(x[j]! - Math.round(x[j]!)) > WHOLE) columns.push(j);
  }
  return columns;
}

/**
 * The columns worth trying out before one is branched on: the one with the best expected gains first, then those furthest
 * from whole.
 *
 * @param most how many of the latter
 */
export function worthTrying(
  x: Float64Array,
  fractional: readonly number[],
  costs: PseudoCosts,
  most: number,
): number[] {
  const part = (j: number): number => x[j]! - Math.floor(x[j]!);
  const scored = fractional.map((column) => {
    const [down, up] = costs.expected(column, part(column), 1);
    return { column, score: branchScore(down, up, 1), depth: part(column) * (1 - part(column)) };
  });
  const byScore = [...scored].sort((a, b) => b.score - a.score || b.depth - a.depth).slice(0, 1);
  const byDepth = [...scored].sort((a, b) => b.depth - a.depth).slice(0, most);
  return [...new Set([...byScore, ...byDepth].map(({ column }) => column))];
}
