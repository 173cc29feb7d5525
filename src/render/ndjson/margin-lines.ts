import type { MarginResult } from '../../schema/index.js';
import { breakdownLines } from './breakdown-lines.js';
import type { NdjsonLine } from './ndjson-line.js';

/** Lines of a margin document: position, greeks, limit, scenario, heat-map, correlation, search, breakdown, summary. */
export function marginLines(result: MarginResult): NdjsonLine[] {
  const { breakdown, scenarios, greeks, positions, limits, heatMaps, correlation, search, ...summary } = result;
  return [
    ...positions.map((line) => ({ type: 'position', ...line })),
    { type: 'greeks', of: 'total', ...greeks.total },
    ...greeks.byUnderlying.map((line) => ({ type: 'greeks', of: 'underlying', ...line })),
    ...greeks.byExpiry.map((line) => ({ type: 'greeks', of: 'expiry', ...line })),
    ...limits.map((line) => ({ type: 'limit', ...line })),
    ...scenarios.map((line) => ({ type: 'scenario', ...line })),
    ...heatMaps.map((map) => ({ type: 'heat-map', ...map })),
    { type: 'correlation', ...correlation },
    ...(search === undefined ? [] : [{ type: 'search', ...search }]),
    ...breakdownLines(breakdown),
    { type: 'summary', ...summary },
  ];
}
