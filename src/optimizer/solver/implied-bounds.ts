import type { LinearProgram } from './linear-program.js';

/** Column bounds. */
export interface ColumnBounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

interface Activity {
  /** Smallest value the row can take, its infinite terms left out and counted instead. */
  least: number;
  leastInfinite: number;
  most: number;
  mostInfinite: number;
}

/** Epigraph variables stand on one another (account on underlyings on expiries), so a bound travels a few levels up. */
const PASSES = 4;

/**
 * Finite bounds that the rows imply for columns declared without one: from `a_j x_j + rest >= L` with a_j > 0 follows
 * `x_j >= (L - largest rest) / a_j`, and so on for the other signs. Declared finite bounds are kept as they are.
 * Every feasible point satisfies what is returned. Source: bound propagation as in E. D. Andersen and K. D. Andersen,
 * "Presolving in linear programming", Mathematical Programming 71 (1995), section 3.
 */
export function impliedBounds(program: LinearProgram): ColumnBounds {
  const bounds = { lower: program.lower.slice(), upper: program.upper.slice() };
  for (let pass = 0; pass < PASSES; pass++) {
    let changed = false;
    for (let i = 0; i < program.rows.count; i++) changed = tightenByRow(program, bounds, i) || changed;
    if (!changed) break;
  }
  return bounds;
}

function tightenByRow(program: LinearProgram, bounds: ColumnBounds, i: number): boolean {
  const { rows } = program;
  const activity = rowActivity(program, bounds, i);
  const floor = rows.lower[i]!;
  const ceiling = rows.upper[i]!;
  let changed = false;
  for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) {
    const j = rows.indices[k]!;
    const a = rows.values[k]!;
    const lower = bounds.lower[j]!;
    const upper = bounds.upper[j]!;
    if (a === 0 || (Number.isFinite(lower) && Number.isFinite(upper))) continue;
    const mostRest = without(activity.most, activity.mostInfinite, a * (a > 0 ? upper : lower));
    const leastRest = without(activity.least, activity.leastInfinite, a * (a > 0 ? lower : upper));
    const fromFloor = (floor - mostRest) / a;
    const fromCeiling = (ceiling - leastRest) / a;
    const newLower = a > 0 ? fromFloor : fromCeiling;
    const newUpper = a > 0 ? fromCeiling : fromFloor;
    if (lower === Number.NEGATIVE_INFINITY && Number.isFinite(newLower)) {
      bounds.lower[j] = newLower;
      changed = true;
    }
    if (upper === Number.POSITIVE_INFINITY && Number.isFinite(newUpper)) {
      bounds.upper[j] = newUpper;
      changed = true;
    }
  }
  return changed;
}

/** The sum with one term taken out; NaN, which no comparison accepts as finite, when another term is infinite. */
function without(sum: number, infinite: number, term: number): number {
  if (Number.isFinite(term)) return infinite === 0 ? sum - term : Number.NaN;
  return infinite === 1 ? sum : Number.NaN;
}

function rowActivity(program: LinearProgram, bounds: ColumnBounds, i: number): Activity {
  const { rows } = program;
  const activity = { least: 0, leastInfinite: 0, most: 0, mostInfinite: 0 };
  for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) {
    const a = rows.values[k]!;
    if (a === 0) continue;
    const lower = bounds.lower[rows.indices[k]!]!;
    const upper = bounds.upper[rows.indices[k]!]!;
    const least = a * (a > 0 ? lower : upper);
    const most = a * (a > 0 ? upper : lower);
    if (Number.isFinite(least)) activity.least += least;
    else activity.leastInfinite++;
    if (Number.isFinite(most)) activity.most += most;
    else activity.mostInfinite++;
  }
  return activity;
}
