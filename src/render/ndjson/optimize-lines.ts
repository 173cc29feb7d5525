import type { OptimizeResult } from '../../schema/index.js';
import type { NdjsonLine } from './ndjson-line.js';

/**
 * Lines of an optimize document: excluded, limit, trade, conflict, certificate, case, collateral, secondAim, search, summary (which holds before
 * and after).
 */
export function optimizeLines(result: OptimizeResult): NdjsonLine[] {
  const { trades, limits, candidates, certificate, conflict, robust, secondAim, collateral, search, ...summary } =
    result;
  return [
    ...candidates.excluded.map((line) => ({ type: 'excluded', ...line })),
    ...limits.map((line) => ({ type: 'limit', ...line })),
    ...trades.map((line) => ({ type: 'trade', ...line })),
    ...(conflict === null ? [] : [{ type: 'conflict', ...conflict }]),
    ...(certificate === null ? [] : [{ type: 'certificate', ...certificate }]),
    ...(robust?.cases ?? []).map((line) => ({ type: 'case', ...line })),
    ...(collateral === undefined ? [] : [{ type: 'collateral', ...collateral }]),
    ...(secondAim === undefined ? [] : [{ type: 'secondAim', ...secondAim }]),
    ...(search === undefined ? [] : [{ type: 'search', ...search }]),
    { type: 'summary', ...summary, ...robustFigures(robust), candidatesConsidered: candidates.considered },
  ];
}

function robustFigures(robust: OptimizeResult['robust']): object {
  if (robust === undefined) return {};
  const { rule, before, after } = robust;
  return { robust: { rule, before, after } };
}
