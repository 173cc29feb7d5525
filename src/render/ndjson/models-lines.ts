import type { ModelsResult } from '../../schema/index.js';
import type { NdjsonLine } from './ndjson-line.js';

/** Lines of a models document: one per model, then a summary with their ids. */
export function modelsLines({ models }: ModelsResult): NdjsonLine[] {
  return [
    ...models.map((model) => ({ type: 'model', ...model })),
    { type: 'summary', models: models.map((model) => model.id) },
  ];
}
