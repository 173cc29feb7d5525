import type { AttributeResult } from '../../schema/index.js';
import type { NdjsonLine } from './ndjson-line.js';

/** Lines of an attribute document: limit, attribution (the others in one, of type `others`), summary. */
export function attributeLines(result: AttributeResult): NdjsonLine[] {
  const { lines, others, limits, ...summary } = result;
  return [
    ...limits.map((line) => ({ type: 'limit', ...line })),
    ...lines.map((line) => ({ type: 'attribution', ...line })),
    ...(others === null ? [] : [{ type: 'others', ...others }]),
    { type: 'summary', ...summary },
  ];
}
