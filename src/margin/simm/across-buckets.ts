import type { BucketMargin } from './bucket-margin.js';

/**
 * sqrt( sum of K_b^2 + sum over b != c of gamma_bc S_b S_c ), with gamma times g_bc where the buckets' own concentrations
 * damp what they have in common.
 *
 * @param correlation gamma_bc g_bc by place
 */
export function acrossBuckets(buckets: readonly BucketMargin[], correlation: (b: number, c: number) => number): number {
  let total = 0;
  for (const [b, { margin, common }] of buckets.entries()) {
    total += margin * margin;
    for (let c = 0; c < b; c++) total += 2 * correlation(b, c) * common * buckets[c]!.common;
  }
  return Math.sqrt(Math.max(0, total));
}
