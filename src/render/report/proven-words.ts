import { gapPercent } from '../number-format.js';

/** The relative gap at which integer programs are commonly called solved; no more is claimed for a wider one. */
const OPTIMAL_GAP = 1.05e-4;

/** How much is claimed for an answer whose bound holds: optimal, or within the gap that was asked for. */
export function provenWords(gap: number): string {
  return gap <= OPTIMAL_GAP ? 'proven optimal' : `proven to within ${gapPercent(gap)} of the best`;
}
