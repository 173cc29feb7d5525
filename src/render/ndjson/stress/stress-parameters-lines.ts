import type { StressParameters } from '../../../schema/index.js';
import type { NdjsonLine } from '../ndjson-line.js';

/** A line a parameter that moves the margin, a line a ranged one, and one of the whole part. */
export function stressParametersLines({ sensitivities, worst, ...part }: StressParameters): NdjsonLine[] {
  const { parameters = [], ...found } = worst ?? {};
  return [
    ...sensitivities.map((line): NdjsonLine => ({ type: 'sensitivity', ...line })),
    ...parameters.map((line): NdjsonLine => ({ type: 'rangedParameter', ...line })),
    { type: 'parameters', ...part, worst: worst === null ? null : found },
  ];
}
