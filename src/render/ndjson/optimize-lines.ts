import type { OptimizeResult } from '../../schema/index.js';
import type { NdjsonLine } from './ndjson-line.js';

/** Lines of an optimize document: excluded, limit, trade, conflict, certificate, summary (which holds before and after). */
export function optimizeLines(result: OptimizeResult): NdjsonLine[] {
  const { trades, limits, candidates, certificate, conflict, ...summary } = result;
  return [
    ...candidates.excluded.map((line) => ({ type: 'excluded', ...line })),
    ...limits.map((line) => ({ type: 'limit', ...line })),
    ...trades.map((line) => ({ type: 'trade', ...line })),
    ...(conflict === null ? [] : [{ type: 'conflict', ...conflict }]),
    ...(certificate === null ? [] : [{ type: 'certificate', ...certificate }]),
    { type: 'summary', ...summary, candidatesConsidered: candidates.considered },
  ];
}
