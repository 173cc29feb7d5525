import type { EntryPair } from './entry-pair.js';

/** A problem with fixed entries, its twins (fixed at 1 or -1) folded into one underlying each. */
export interface FoldedTwins {
  /** How many underlyings are left. */
  readonly n: number;
  /** Row-major `n` x `n`: the mean of the folded entries, by weight, signs turned. */
  readonly values: Float64Array;
  /** The sum over each group of twins. */
  readonly weights: Float64Array;
  readonly fixed: readonly EntryPair[];
  /** For each original underlying, its group and whether it moves with (1) or against (-1) it. */
  readonly group: Int32Array;
  readonly sign: Int8Array;
  /** Pairs fixed at values that twins cannot have; null when they agree. */
  readonly contradicting: readonly EntryPair[] | null;
}

/** A correlation this near to 1 or -1 makes twins. */
const TWIN = 1e-12;

/**
 * Underlyings whose correlation is fixed at 1 (or -1) have the same row (or its negative) in every correlation matrix.
 * One of each group is enough: the weighted squared distance of a group's entries to one common value is that of their
 * weighted mean, with the sum of the weights, and a constant. What is left has a positive definite matrix to look for.
 *
 * @param values row-major, symmetric.
 * @param weights one an underlying, positive.
 */
export function foldTwins(
  values: Float64Array,
  count: number,
  fixed: readonly EntryPair[],
  weights: Float64Array,
): FoldedTwins {
  const { group, sign, n } = groupsOf(values, count, fixed);
  const sums = new Float64Array(n);
  for (let i = 0; i < count; i++) sums[group[i]!]! += weights[i]!;
  const folded = new Float64Array(n * n);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      const share = (weights[i]! * weights[j]!) / (sums[group[i]!]! * sums[group[j]!]!);
      folded[group[i]! * n + group[j]!]! += share * sign[i]! * sign[j]! * values[i * count + j]!;
    }
  }
  for (let g = 0; g < n; g++) folded[g * n + g] = 1;
  const kept = new Map<number, { readonly pair: EntryPair; readonly value: number; readonly first: EntryPair }>();
  let contradicting: readonly EntryPair[] | null = null;
  for (const first of fixed) {
    const [g, h] = [group[first.i]!, group[first.j]!];
    const value = sign[first.i]! * sign[first.j]! * values[first.i * count + first.j]!;
    const pair = { i: Math.min(g, h), j: Math.max(g, h) };
    const before = kept.get(pair.i * n + pair.j);
    if (g === h ? Math.abs(value - 1) > TWIN : before !== undefined && Math.abs(value - before.value) > TWIN) {
      const twins = fixed.filter(({ i, j }) => group[i] === group[j] && (group[i] === g || group[i] === h));
      contradicting ??= [...new Set([...(before === undefined ? [] : [before.first]), first, ...twins])];
    }
    if (g !== h && before === undefined) kept.set(pair.i * n + pair.j, { pair, value, first });
  }
  for (const { pair, value } of kept.values()) folded[pair.i * n + pair.j] = folded[pair.j * n + pair.i] = value;
  return {
    n,
    values: folded,
    weights: sums,
    fixed: [...kept.values()].map(({ pair }) => pair),
    group,
    sign,
    contradicting,
  };
}

function groupsOf(values: Float64Array, count: number, fixed: readonly EntryPair[]) {
  const group = Int32Array.from({ length: count }, () => -1);
  const sign = new Int8Array(count).fill(1);
  const twins = fixed.filter(({ i, j }) => Math.abs(values[i * count + j]!) >= 1 - TWIN);
  let n = 0;
  for (let start = 0; start < count; start++) {
    if (group[start] !== -1) continue;
    group[start] = n;
    const waiting = [start];
    for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
      for (const { i, j } of twins) {
        if (i !== from && j !== from) continue;
        const to = i === from ? j : i;
        if (group[to] !== -1) continue;
        group[to] = n;
        sign[to] = sign[from]! * Math.sign(values[i * count + j]!);
        waiting.push(to);
      }
    }
    n++;
  }
  return { group, sign, n };
}

/** The full matrix of what was found for the groups, row-major. */
export function unfoldTwins({ n, group, sign }: FoldedTwins, values: Float64Array): Float64Array {
  const count = group.length;
  return Float64Array.from({ length: count * count }, (_, k) => {
    const [i, j] = [Math.floor(k / count), k % count];
    return i === j ? 1 : sign[i]! * sign[j]! * values[group[i]! * n + group[j]!]!;
  });
}
