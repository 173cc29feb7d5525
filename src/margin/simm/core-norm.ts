import { type Affine, type Formula, type Norm, norm, scale, sparseAffine } from '../../formula/index.js';
import { bucketMargin } from './bucket-margin.js';
import { type BucketLayout, correlationAt } from './measure-layout.js';
import { leastOfSumOne, positiveShare, shrunkCorrelation } from './positive-share.js';
import type { SensitivityColumns } from './sensitivity-columns.js';
import type { WeightedBucket } from './weighted-measure.js';

/** Entries of the columns by factor, so that a factor's row is found at once. */
export type EntriesOfFactor = ReadonlyMap<number, readonly { readonly column: number; readonly usd: number }[]>;

export function entriesOfFactor({ columnOf, factorOf, usd }: SensitivityColumns): EntriesOfFactor {
  const entries = new Map<number, { column: number; usd: number }[]>();
  for (const [i, factor] of factorOf.entries()) {
    const list = entries.get(factor) ?? [];
    entries.set(factor, list);
    list.push({ column: columnOf[i]!, usd: usd[i]! });
  }
  return entries;
}

/**
 * The aggregation across buckets as one norm over weighted sensitivities. Concentration stands still at the present book,
 * and so does the part of each bucket that buckets have in common: t_b = S_b / sum WS instead of the clamp, which is not
 * convex. Where that would not be positive semidefinite the parts in common are lowered together until it is.
 *
 * @param buckets as they are at the present book
 * @param between gamma_bc g_bc at the present book
 */
export function coreNorm(
  name: string,
  buckets: readonly WeightedBucket[],
  between: (b: number, c: number) => number,
  entries: EntriesOfFactor,
): Norm & { readonly children: readonly Affine[] } {
  const children = buckets.flatMap((bucket) => weightedForms(bucket, entries));
  return { ...norm(name, children, coreMatrix(buckets, between)), children };
}

/** A formula times what makes it `amount` at the present book, where it is `value`. */
export function calibrated(formula: Formula, value: number, amount: number): Formula {
  return value > 0 ? scale(formula.name, amount / value, formula) : formula;
}

function weightedForms({ layout, concentration }: WeightedBucket, entries: EntriesOfFactor): readonly Affine[] {
  const { sums, isExempt, samples } = layout;
  const byColumn = samples.map(() => new Map<number, number>());
  for (const [i, place] of sums.sumOf.entries()) {
    const weight = sums.weights[i]! * (isExempt[place] === 1 ? 1 : concentration[place]!);
    const row = byColumn[place]!;
    for (const { column, usd } of entries.get(sums.crif[i]!) ?? []) {
      row.set(column, (row.get(column) ?? 0) + weight * usd);
    }
  }
  return byColumn.map((row, place) => sparseAffine(titleOf(layout, place), [...row.keys()], [...row.values()]));
}

function titleOf({ name, samples }: BucketLayout, place: number): string {
  const { riskType, qualifier, label1, label2 } = samples[place]!;
  return [name === qualifier ? '' : name, riskType, qualifier, label1, label2].filter((text) => text !== '').join(' ');
}

/** R with rho_kl f_kl inside buckets and a gamma_bc g_bc t_b t_c between them. */
function coreMatrix(buckets: readonly WeightedBucket[], between: (b: number, c: number) => number): Float64Array {
  const inner = buckets.map(innerMatrix);
  const sizes = buckets.map(({ weighted }) => weighted.length);
  const common = buckets.map((bucket) => {
    const { common: clamped, sum } = bucketMargin(bucket);
    return sum === 0 ? 1 : clamped / sum;
  });
  const count = buckets.length;
  const off = Float64Array.from({ length: count * count }, (_, place) => {
    const [b, c] = [Math.floor(place / count), place % count];
    return b === c ? 0 : between(b, c) * common[b]! * common[c]!;
  });
  const least = Float64Array.from(inner, (matrix, b) => leastOfSumOne(matrix, sizes[b]!));
  const share = positiveShare(least, off);
  const n = sizes.reduce((total, size) => total + size, 0);
  const bucketOf = Int32Array.from(sizes.flatMap((size, b) => new Array<number>(size).fill(b)));
  const starts = sizes.map((_, b) => sizes.slice(0, b).reduce((total, size) => total + size, 0));
  return Float64Array.from({ length: n * n }, (_, place) => {
    const [i, j] = [Math.floor(place / n), place % n];
    const [b, c] = [bucketOf[i]!, bucketOf[j]!];
    return b === c ? inner[b]![(i - starts[b]!) * sizes[b]! + (j - starts[b]!)]! : share * off[b * count + c]!;
  });
}

function innerMatrix({ layout, concentration, weighted }: WeightedBucket): Float64Array {
  const n = weighted.length;
  const matrix = Float64Array.from({ length: n * n }, (_, place) => {
    const [k, l] = [Math.floor(place / n), place % n];
    if (k === l) return 1;
    const [a, b] = [concentration[k]!, concentration[l]!];
    return (correlationAt(layout.correlation, k, l) * Math.min(a, b)) / Math.max(a, b);
  });
  return shrunkCorrelation(matrix, n);
}
