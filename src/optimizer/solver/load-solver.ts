import type { Solver } from './solver.js';

/** Loads a solver and the package behind it; a run that never solves pays for neither. */
export async function loadSolver(id: Solver['id']): Promise<Solver> {
  if (id === 'highs') return (await import('./highs-solver.js')).loadHighsSolver();
  return (await import('./js-solver.js')).jsSolver();
}
