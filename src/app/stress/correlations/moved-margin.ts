import { evaluate } from '../../../formula/index.js';
import type { PreparedRun } from '../../prepare-run.js';

/** One book's margin as a function of the correlations of the underlyings that move together. */
export interface MovedMargin {
  readonly names: readonly string[];
  /** The present matrix, row-major. */
  readonly present: Float64Array;
  /** By full re-evaluation: the scenarios are made anew and every line is priced in them. */
  readonly margin: (values: Float64Array, dailyVolatilities?: ReadonlyMap<string, number>) => number;
  /** A cheap stand-in, for searches; null where the book permits none. */
  readonly quick: ((values: Float64Array) => number) | null;
}

/**
 * The margin of a run's book over the matrix of its one block of several underlyings.
 *
 * @returns null where no two underlyings move together
 */
export function movedMargin({ model, parameters, inputs, quantities }: PreparedRun): MovedMargin | null {
  // Points that a search found are admissible under the present matrix alone.
  const { points: _, ...plain } = inputs;
  const block = plain.blocks.find(({ names }) => names.length > 1);
  if (block === undefined) return null;
  const margin = (values: Float64Array, dailyVolatilities?: ReadonlyMap<string, number>): number => {
    const blocks = plain.blocks.map((one) => (one === block ? { ...block, correlation: values } : one));
    const moved = { ...plain, blocks, dailyVolatilities: dailyVolatilities ?? plain.dailyVolatilities };
    return evaluate(model.build(moved, parameters.values).initial, quantities);
  };
  const quick = model.quickRisk?.(plain, parameters.values, quantities, block) ?? null;
  return { names: block.names, present: block.correlation, margin, quick };
}
