import type { WeightedSums } from './measure-layout.js';

/** The sums for net sensitivities. */
export function weightedSums({ sumOf, crif, weights, size }: WeightedSums, net: Float64Array): Float64Array {
  const totals = new Float64Array(size);
  for (let i = 0; i < sumOf.length; i++) totals[sumOf[i]!]! += weights[i]! * net[crif[i]!]!;
  return totals;
}
