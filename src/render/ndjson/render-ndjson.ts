import type { Envelope, MarginResult, ModelsResult, OptimizeResult, WhatIfResult } from '../../schema/index.js';
import { unknownDocument } from '../unknown-document.js';
import type { NdjsonLine } from './ndjson-line.js';

/**
 * A document as one object a line: `manifest` first, then every `issue`, then what the document holds, and `summary` last,
 * so that `tail -1` has the answer. A document without a result ends with a summary that has only the status.
 */
export async function renderNdjson(document: Envelope<unknown>): Promise<string> {
  const { schema, status, manifest, issues, result } = document;
  const lines: NdjsonLine[] = [
    { type: 'manifest', schema, status, ...manifest },
    ...issues.map((issue) => ({ type: 'issue', ...issue })),
    ...(result === null ? [{ type: 'summary' }] : await resultLines(document)),
  ].map((line) => (line.type === 'summary' ? { ...line, type: 'summary', status } : line));
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}

async function resultLines({ schema, result }: Envelope<unknown>): Promise<NdjsonLine[]> {
  switch (schema) {
    case 'margo/margin@1':
      return (await import('./margin-lines.js')).marginLines(result as MarginResult);
    case 'margo/optimize@1':
      return (await import('./optimize-lines.js')).optimizeLines(result as OptimizeResult);
    case 'margo/whatif@1':
      return (await import('./whatif-lines.js')).whatIfLines(result as WhatIfResult);
    case 'margo/models@1':
      return (await import('./models-lines.js')).modelsLines(result as ModelsResult);
    default:
      return unknownDocument(schema);
  }
}
