import type { DeriveProblem } from './derive-problem.js';

/** @throws RangeError naming the first problem: a formula is never built on figures that mean nothing */
export function requireSound(model: string, problems: readonly DeriveProblem[]): void {
  const [first] = problems;
  if (first !== undefined) throw new RangeError(`${model}: ${first.subject}: ${first.problem}`);
}
