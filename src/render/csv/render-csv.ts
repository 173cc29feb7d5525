import type { Envelope, MarginResult, ModelsResult, OptimizeResult, WhatIfResult } from '../../schema/index.js';
import { unknownDocument } from '../unknown-document.js';

/** The main table of a document as CSV; without a result, the names of its columns alone. */
export async function renderCsv({ schema, result }: Envelope<unknown>): Promise<string> {
  switch (schema) {
    case 'margo/margin@1':
      return (await import('./margin-csv.js')).marginCsv(result as MarginResult | null);
    case 'margo/optimize@1':
      return (await import('./optimize-csv.js')).optimizeCsv(result as OptimizeResult | null);
    case 'margo/whatif@1':
      return (await import('./whatif-csv.js')).whatIfCsv(result as WhatIfResult | null);
    case 'margo/models@1':
      return (await import('./models-csv.js')).modelsCsv(result as ModelsResult | null);
    default:
      return unknownDocument(schema);
  }
}
