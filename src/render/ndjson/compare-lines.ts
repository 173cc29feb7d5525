import type { CompareResult } from '../../schema/index.js';
import { breakdownLines } from './breakdown-lines.js';
import type { NdjsonLine } from './ndjson-line.js';

/** Lines of a compare document: per model its breakdown, limits and refused positions, then itself; position; summary. */
export function compareLines(result: CompareResult): NdjsonLine[] {
  const { models, positions, ...summary } = result;
  return [
    ...models.flatMap(({ breakdown, limits, refused, ...model }) => [
      ...(breakdown === null ? [] : breakdownLines(breakdown)).map((line) => ({ ...line, model: model.name })),
      ...limits.map((line) => ({ type: 'limit', model: model.name, ...line })),
      ...refused.map((line) => ({ type: 'refused', model: model.name, ...line })),
      { type: 'model', ...model },
    ]),
    ...positions.map((line) => ({ type: 'position', ...line })),
    { type: 'summary', ...summary, models: models.map((model) => model.name) },
  ];
}
