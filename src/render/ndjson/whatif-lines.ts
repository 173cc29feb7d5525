import type { WhatIfResult } from '../../schema/index.js';
import { breakdownLines } from './breakdown-lines.js';
import type { NdjsonLine } from './ndjson-line.js';

/** Lines of a whatif document: limit, trade, search, breakdown, summary (which holds before and after). */
export function whatIfLines(result: WhatIfResult): NdjsonLine[] {
  const { trades, limits, breakdown, search, ...summary } = result;
  return [
    ...limits.map((line) => ({ type: 'limit', ...line })),
    ...trades.map((line) => ({ type: 'trade', ...line })),
    ...(search === undefined ? [] : [{ type: 'search', ...search }]),
    ...breakdownLines(breakdown),
    { type: 'summary', ...summary },
  ];
}
