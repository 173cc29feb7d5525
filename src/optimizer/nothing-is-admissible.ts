import { bestAdmissible } from './admissible-point.js';
import { KEPT } from './hedge-answer.js';
import type { HedgeFound } from './hedge-outcome.js';
import type { HedgeProblem } from './hedge-problem.js';
import { buildHedgeProgram } from './hedge-program.js';

/**
 * Whether the present book keeps every limit, so that no trade at all may be the answer.
 *
 * @param relaxed soft limits that gave way, with the ends used instead
 */
export function nothingIsAdmissible(problem: HedgeProblem, { relaxed }: Pick<HedgeFound, 'relaxed'>): boolean {
  const hedge = buildHedgeProgram(problem, { aim: { kind: 'margin' }, relaxed });
  return bestAdmissible(hedge, [new Float64Array(hedge.builder.columns)], KEPT) !== null;
}
