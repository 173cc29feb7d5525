import type { SolveOptions } from '../../../src/optimizer/solver/solver.js';

/** Options of a plain solve, with what a test changes. */
export function solveOptions(changes: Partial<SolveOptions> = {}): SolveOptions {
  return { timeLimit: 30, relativeGap: 1e-9, seed: 1, start: null, signal: null, ...changes };
}
