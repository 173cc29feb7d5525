import type { CorrelationBounds } from './correlation-bounds.js';

/** The pairs i < j that the bounds let move, row by row. */
export function freePairs({ low, high }: CorrelationBounds, n: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) if (high[i * n + j]! > low[i * n + j]!) pairs.push([i, j]);
  }
  return pairs;
}
