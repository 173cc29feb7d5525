import type { Formula, Min } from './formula.js';
import { largestExcess } from './largest-excess.js';

/** Below this an excess has no reciprocal worth having; a larger one is as true. */
const LEAST_EXCESS = 1e-100;

/** A child of a `min` node that is the smallest for some book, as far as bounds can tell. */
export interface Rival {
  readonly child: Formula;
  /** How far it can be above the node; above 0 unless it is the only one. */
  readonly excess: number;
}

/**
 * The children of a `min` node that can be the smallest while each quantity stays within [lower[j], upper[j]]; never none.
 * A child that another one is never above is left out. One alone is the node itself.
 */
export function rivalsOf(node: Min, lower: Float64Array, upper: Float64Array): readonly Rival[] {
  let left = [...new Set(node.children)];
  for (const child of [...left]) {
    const dominated = left.some((other) => other !== child && largestExcess(other, child, lower, upper) <= 0);
    if (dominated) left = left.filter((other) => other !== child);
  }
  if (left.length === 1) return [{ child: left[0]!, excess: 0 }];
  return left.map((child) => {
    const excesses = left.filter((other) => other !== child).map((other) => largestExcess(child, other, lower, upper));
    return { child, excess: Math.max(LEAST_EXCESS, ...excesses) };
  });
}
