import type { CorrelationMatrix } from '../domain/index.js';

/** What a repair did to one pair. */
export interface PairChange {
  readonly a: string;
  readonly b: string;
  readonly before: number;
  readonly after: number;
  readonly change: number;
}

/** A change below this is rounding. */
const UNMOVED = 1e-12;

/** The pairs that differ between two matrices over the same names, those moved farthest first. */
export function pairChanges(before: CorrelationMatrix, after: Float64Array): readonly PairChange[] {
  const { names, values } = before;
  const n = names.length;
  const moved: PairChange[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const [old, now] = [values[i * n + j]!, after[i * n + j]!];
      if (Math.abs(now - old) <= UNMOVED) continue;
      moved.push({ a: names[i]!, b: names[j]!, before: old, after: now, change: now - old });
    }
  }
  return moved.sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
}
