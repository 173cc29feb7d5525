import type { StressCorrelations } from '../../../schema/index.js';
import type { NdjsonLine } from '../ndjson-line.js';

/** Lines of that part of a stress document. */
export function stressCorrelationsLines(part: StressCorrelations): NdjsonLine[] {
  return [{ type: 'correlations', ...part }];
}
