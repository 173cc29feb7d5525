import { ballPoint, ellipsoidFactor } from '../../scenario/ellipsoid/index.js';
import type { JointPoint } from '../../scenario/index.js';
import type { EllipsoidLine } from '../../schema/ellipsoid-line.js';
import type { PreparedRun } from '../prepare-run.js';

/** A point may lie outside the ellipsoid by this part of its radius, for rounding. */
const ON_IT = 1e-6;

/** The joint moves that a document says were found, and those of them that are none of this run's. */
export interface ToldPoints {
  readonly points: readonly JointPoint[];
  /** Places in the document's list of moves that are outside the ellipsoid, or of other underlyings. */
  readonly strange: readonly number[];
}

/**
 * Takes the moves that were found from a document: only those that a search may find, which lie within the ellipsoid of a
 * block, or within its tails at the weight of a tail.
 */
export function toldPoints(run: PreparedRun, { added }: EllipsoidLine): ToldPoints {
  const terms = run.model.ellipsoid?.(run.inputs, run.parameters.values);
  const points: JointPoint[] = [];
  const strange: number[] = [];
  for (const [k, { underlyings, z, volatility, weight }] of added.entries()) {
    const block = run.inputs.blocks.findIndex(({ names }) => names.join() === underlyings.join());
    const reach = weight === 1 ? 1 : volatility === 'up' && weight === terms?.tailCover ? (terms.tailReach ?? 0) : 0;
    const point: JointPoint = { block, z: Float64Array.from(z), volatility, weight };
    if (block >= 0 && z.length === underlyings.length && radius(run, point) <= reach * (1 + ON_IT)) points.push(point);
    else strange.push(k);
  }
  return { points, strange };
}

/** sqrt(z' R^-1 z); infinite for a move that the correlations do not allow. */
function radius(run: PreparedRun, { block, z }: JointPoint): number {
  const { names, correlation } = run.inputs.blocks[block]!;
  const factor = ellipsoidFactor(correlation, names.length);
  const y = ballPoint(factor, z);
  const back = z.map((_, i) => y.reduce((sum, value, a) => sum + factor.values[i * factor.axes + a]! * value, 0));
  const off = back.reduce((most, value, i) => Math.max(most, Math.abs(value - z[i]!)), 0);
  const length = Math.sqrt(y.reduce((square, value) => square + value * value, 0));
  return off > ON_IT * Math.max(1, length) ? Infinity : length;
}
