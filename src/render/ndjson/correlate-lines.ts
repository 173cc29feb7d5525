import type { CorrelateResult } from '../../schema/index.js';
import { correlateHedgesLines } from './correlate-hedges-lines.js';
import type { NdjsonLine } from './ndjson-line.js';

/** Lines of a correlate document: matrix rows, what a repair did, what a book offsets, scores, pairs, volatilities, faults of the prices, summary. */
export function correlateLines({
  names,
  correlations,
  estimate,
  selection,
  repair,
  hedges,
  ...summary
}: CorrelateResult): NdjsonLine[] {
  const rows = names.map((name, i) => ({ type: 'row', name, correlations: correlations[i] ?? [] }));
  const others = [...repairLines(repair), ...correlateHedgesLines(hedges)];
  const scores = (selection?.scores ?? []).map((line) => ({ type: 'score', ...line }));
  if (estimate === null) return [...rows, ...others, ...scores, { type: 'summary', names, ...summary }];
  const { pairs, volatilities, faults, ...terms } = estimate;
  return [
    ...rows,
    ...others,
    ...scores,
    ...pairs.map((line) => ({ type: 'pair', ...line })),
    ...volatilities.map((line) => ({ type: 'volatility', ...line })),
    ...faults.map((line) => ({ type: 'fault', ...line })),
    { type: 'summary', names, ...summary, estimate: terms },
  ];
}

/** What was wrong with a file, and which pairs were moved. */
function repairLines(repair: CorrelateResult['repair']): NdjsonLine[] {
  if (repair === null) return [];
  const { triples, moved, compared, ...terms } = repair;
  return [
    { type: 'repair', ...terms },
    ...triples.map((line) => ({ type: 'triple', ...line })),
    ...moved.map((line) => ({ type: 'moved', ...line })),
    ...(compared ?? []).map((line) => ({ type: 'compared', ...line })),
  ];
}
