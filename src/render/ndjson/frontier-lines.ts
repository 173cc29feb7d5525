import type { FrontierResult } from '../../schema/index.js';
import type { NdjsonLine } from './ndjson-line.js';

/** Lines of a frontier document: excluded, breakpoint, point (with its trades), conflict, summary. */
export function frontierLines(result: FrontierResult): NdjsonLine[] {
  const { points, breakpoints, candidates, conflict, ...summary } = result;
  return [
    ...candidates.excluded.map((line) => ({ type: 'excluded', ...line })),
    ...(breakpoints ?? []).map((line) => ({ type: 'breakpoint', ...line })),
    ...points.map((line) => ({ type: 'point', ...line })),
    ...(conflict === null ? [] : [{ type: 'conflict', ...conflict }]),
    { type: 'summary', ...summary, candidatesConsidered: candidates.considered },
  ];
}
