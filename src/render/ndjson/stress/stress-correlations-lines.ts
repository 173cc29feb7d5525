import type { StressCorrelations } from '../../../schema/index.js';
import type { NdjsonLine } from '../ndjson-line.js';

/** A line a matrix, a pair, a point of the curve and a regime, and one of the whole part with the worst matrix. */
export function stressCorrelationsLines(part: StressCorrelations): NdjsonLine[] {
  const { matrices, pairs, curve, regimes, ...rest } = part;
  return [
    ...matrices.map((line): NdjsonLine => ({ type: 'stressedMatrix', ...line })),
    ...pairs.map((line): NdjsonLine => ({ type: 'stressedPair', ...line })),
    ...(curve?.points ?? []).map((point): NdjsonLine => ({ type: 'curvePoint', a: curve?.a, b: curve?.b, ...point })),
    ...(regimes?.regimes ?? []).map((line): NdjsonLine => ({ type: 'regime', ...line })),
    { type: 'correlations', ...rest },
  ];
}
