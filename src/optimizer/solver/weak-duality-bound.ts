import { type ColumnBounds, impliedBounds } from './implied-bounds.js';
import type { LinearProgram } from './linear-program.js';

/** Rounds of moving multipliers before a column's wrong reduced cost is given up. */
const REPAIR_ROUNDS = 8;

/**
 * The lower bound on the optimum that any row multipliers prove, whoever supplies them: a dot product, no solver.
 *
 * For a point x with L <= Ax <= U and l <= x <= u, and any y with y_i >= 0 where U_i is infinite and y_i <= 0 where L_i is:
 *
 *     c'x = y'(Ax) + d'x        with d = c - A'y
 *        >= sum_i (y_i > 0 ? y_i L_i : y_i U_i)  +  sum_j (d_j > 0 ? d_j l_j : d_j u_j)
 *
 * because each term on the right is the least its term on the left can be. It is the best bound when y is the optimal
 * dual. Source: weak duality of linear programming, as in V. Chvatal, "Linear Programming" (1983), chapter 5; its use as
 * a solver-independent safe bound: A. Neumaier and O. Shcherbina, "Safe bounds in linear and mixed-integer linear
 * programming", Mathematical Programming 99 (2004).
 *
 * Made usable on a solver's rounded multipliers without giving up rigour (each step yields admissible multipliers or
 * true bounds, so the result is a proof whatever they were; only the rounding of the sums themselves, 1e-16 of the
 * amounts added, is not counted):
 * 1. wrong-signed multipliers on one-sided rows, and any that are not finite, are set to 0;
 * 2. a column without a bound where its reduced cost needs one gets the bound its rows imply ({@link impliedBounds});
 * 3. failing that, multipliers in its rows are moved until its reduced cost is 0 or of the harmless sign;
 * 4. failing that, the bound is -Infinity: no tolerance is applied to a reduced cost.
 *
 * For integer programs it bounds the continuous relaxation, hence also the program.
 *
 * @param rowDuals one multiplier per row: >= 0 pushes on the row's lower limit, <= 0 on its upper one.
 * @returns the bound in the objective's units, offset included; -Infinity when the multipliers prove nothing.
 */
export function dualBound(program: LinearProgram, rowDuals: Float64Array): number {
  return dualProof(program, rowDuals).bound;
}

/** What row multipliers prove: the bound, and by how much more the objective must be for each unit a column leaves its bound. */
export interface DualProof {
  readonly bound: number;
  /** d = c - A'y of the multipliers the bound is proven with. */
  readonly reduced: Float64Array;
}

/** The bound of {@link dualBound} with its reduced costs. */
export function dualProof(program: LinearProgram, rowDuals: Float64Array): DualProof {
  const multipliers = admissible(program, rowDuals);
  const reduced = reducedCosts(program, multipliers);
  let bounds: ColumnBounds = program;
  if (unboundedTerms(bounds, reduced).length > 0) {
    bounds = impliedBounds(program);
    repair(program, bounds, multipliers, reduced);
  }
  let bound = program.offset;
  for (let i = 0; i < program.rows.count; i++) {
    const y = multipliers[i]!;
    if (y !== 0) bound += y * (y > 0 ? program.rows.lower[i]! : program.rows.upper[i]!);
  }
  for (let j = 0; j < program.columns; j++) {
    const d = reduced[j]!;
    if (d !== 0) bound += d * (d > 0 ? bounds.lower[j]! : bounds.upper[j]!);
  }
  return { bound: Number.isFinite(bound) ? bound : Number.NEGATIVE_INFINITY, reduced };
}

function admissible(program: LinearProgram, rowDuals: Float64Array): Float64Array {
  const { lower, upper, count } = program.rows;
  const multipliers = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const y = rowDuals[i] ?? 0;
    const side = y > 0 ? lower[i]! : upper[i]!;
    multipliers[i] = Number.isFinite(y) && Number.isFinite(side) ? y : 0;
  }
  return multipliers;
}

/** d = c - A'y. */
function reducedCosts(program: LinearProgram, multipliers: Float64Array): Float64Array {
  const { rows } = program;
  const reduced = program.cost.slice();
  for (let i = 0; i < rows.count; i++) {
    const y = multipliers[i]!;
    if (y === 0) continue;
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) reduced[rows.indices[k]!]! -= y * rows.values[k]!;
  }
  return reduced;
}

/** Columns whose term d_j x_j has no least value. */
function unboundedTerms(bounds: ColumnBounds, reduced: Float64Array): number[] {
  const columns: number[] = [];
  for (let j = 0; j < reduced.length; j++) {
    const d = reduced[j]!;
    if (d > 0 ? bounds.lower[j] === Number.NEGATIVE_INFINITY : d < 0 && bounds.upper[j] === Number.POSITIVE_INFINITY) {
      columns.push(j);
    }
  }
  return columns;
}

/** Moves multipliers until no column's term is unbounded, as far as that can be had; changes both arrays in place. */
function repair(program: LinearProgram, bounds: ColumnBounds, multipliers: Float64Array, reduced: Float64Array): void {
  for (let round = 0; round < REPAIR_ROUNDS; round++) {
    const columns = unboundedTerms(bounds, reduced);
    if (columns.length === 0) return;
    const wanted = new Set(columns);
    const entries = new Map<number, number[]>(columns.map((j) => [j, []]));
    for (let i = 0; i < program.rows.count; i++) {
      for (let k = program.rows.starts[i]!; k < program.rows.starts[i + 1]!; k++) {
        const j = program.rows.indices[k]!;
        if (wanted.has(j) && program.rows.values[k] !== 0) entries.get(j)!.push(i, k);
      }
    }
    for (const j of columns) moveOne(program, entries.get(j)!, multipliers, reduced, j);
  }
}

/** Moves the multiplier that can take column j's reduced cost to zero with the smallest step; a row in use goes first. */
function moveOne(
  program: LinearProgram,
  entries: readonly number[],
  multipliers: Float64Array,
  reduced: Float64Array,
  j: number,
): void {
  const { rows } = program;
  let row = -1;
  let rank = 0;
  let target = 0;
  for (let e = 0; e < entries.length; e += 2) {
    const i = entries[e]!;
    const a = rows.values[entries[e + 1]!]!;
    const from = multipliers[i]!;
    const to = stepped(from, reduced[j]! / a);
    if (!Number.isFinite(to > 0 ? rows.lower[i]! : to < 0 ? rows.upper[i]! : 0)) continue;
    const candidateRank = (from === 0 ? 1e-100 : 1) * Math.abs(a);
    if (candidateRank <= rank) continue;
    row = i;
    rank = candidateRank;
    target = to;
  }
  if (row < 0) return;
  const step = target - multipliers[row]!;
  multipliers[row] = target;
  for (let k = rows.starts[row]!; k < rows.starts[row + 1]!; k++) {
    reduced[rows.indices[k]!]! -= step * rows.values[k]!;
  }
}

/** from + step, but at least the next number in that direction: a step below half a digit would change nothing. */
function stepped(from: number, step: number): number {
  const to = from + step;
  return to === from ? from + Math.sign(step) * Math.abs(from) * Number.EPSILON : to;
}
