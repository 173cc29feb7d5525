import type { StressParameters } from '../../../schema/index.js';
import type { NdjsonLine } from '../ndjson-line.js';

/** Lines of that part of a stress document. */
export function stressParametersLines(part: StressParameters): NdjsonLine[] {
  return [{ type: 'parameters', ...part }];
}
