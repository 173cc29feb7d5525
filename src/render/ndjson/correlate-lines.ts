import type { CorrelateResult } from '../../schema/index.js';
import type { NdjsonLine } from './ndjson-line.js';

/** Lines of a correlate document: matrix rows, scores, pairs, volatilities, faults of the prices, summary. */
export function correlateLines({
  names,
  correlations,
  estimate,
  selection,
  ...summary
}: CorrelateResult): NdjsonLine[] {
  const rows = names.map((name, i) => ({ type: 'row', name, correlations: correlations[i] ?? [] }));
  const scores = (selection?.scores ?? []).map((line) => ({ type: 'score', ...line }));
  if (estimate === null) return [...rows, ...scores, { type: 'summary', names, ...summary }];
  const { pairs, volatilities, faults, ...terms } = estimate;
  return [
    ...rows,
    ...scores,
    ...pairs.map((line) => ({ type: 'pair', ...line })),
    ...volatilities.map((line) => ({ type: 'volatility', ...line })),
    ...faults.map((line) => ({ type: 'fault', ...line })),
    { type: 'summary', names, ...summary, estimate: terms },
  ];
}
