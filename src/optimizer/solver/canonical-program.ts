import type { LinearProgram } from './linear-program.js';

/** minimise cost'u subject to G u >= floor, u >= 0; entries of row i are `indices/values[starts[i] .. starts[i+1])`. */
export interface CanonicalProgram {
  readonly variables: number;
  readonly cost: Float64Array;
  readonly floor: Float64Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** A continuous program written with non-negative variables and floors only, and the way back. */
export interface CanonicalForm {
  readonly canonical: CanonicalProgram;
  /** The original columns of a canonical point. */
  readonly columnsOf: (u: Float64Array) => Float64Array;
  /** Multipliers of the original rows, from one multiplier >= 0 per canonical row. */
  readonly rowDualsOf: (multipliers: Float64Array) => Float64Array;
}

/** How column j reads: base + sign u[variable], less u[variable + 1] when it is free. */
interface Substitution {
  readonly variable: number;
  readonly base: number;
  readonly sign: 1 | -1;
  readonly isFree: boolean;
}

/**
 * Rewrites `program` (continuous; offset and integrality are not looked at) for an engine that knows non-negative
 * variables only: a column is measured from its finite bound, a free one is the difference of two, an upper bound
 * beside a lower one becomes a row. javascript-lp-solver has `unrestricted` variables, but was wrong on 6,693 of 60,000
 * two-variable programs with them.
 */
export function canonicalForm(program: LinearProgram): CanonicalForm {
  const substitutions = substitute(program);
  const builder = new FloorRows();
  const cost: number[] = [];
  for (const [j, s] of substitutions.entries()) {
    cost.push(s.sign * program.cost[j]!);
    if (s.isFree) cost.push(-program.cost[j]!);
    const range = program.upper[j]! - program.lower[j]!;
    if (Number.isFinite(range)) builder.add([s.variable], [-1], -range);
  }
  /** Canonical row -> (original row, +1 for its lower limit, -1 for its upper one). */
  const origins: { readonly row: number; readonly canonicalRow: number; readonly sign: 1 | -1 }[] = [];
  const { rows } = program;
  for (let i = 0; i < rows.count; i++) {
    const { indices, values, base } = substituted(program, substitutions, i);
    for (const [limit, sign] of [[rows.lower[i]!, 1] as const, [rows.upper[i]!, -1] as const]) {
      if (!Number.isFinite(limit)) continue;
      origins.push({ row: i, canonicalRow: builder.rows, sign });
      builder.add(
        indices,
        values.map((value) => sign * value),
        sign * (limit - base),
      );
    }
  }
  return {
    canonical: builder.build(cost),
    columnsOf: (u) =>
      Float64Array.from(substitutions, (s) => {
        const second = s.isFree ? u[s.variable + 1]! : 0;
        return s.base + s.sign * u[s.variable]! - second;
      }),
    rowDualsOf: (multipliers) => {
      const duals = new Float64Array(rows.count);
      for (const { row, canonicalRow, sign } of origins) duals[row]! += sign * multipliers[canonicalRow]!;
      return duals;
    },
  };
}

/**
 * The dual of a canonical program, canonical itself: maximise floor'v subject to G'v <= cost, v >= 0, written as
 * minimise -floor'v subject to -G'v >= -cost. Its solution v is one multiplier per row of `canonical`.
 */
export function dualOf(canonical: CanonicalProgram): CanonicalProgram {
  const { variables, starts, indices, values } = canonical;
  const rows = canonical.floor.length;
  const dualStarts = new Int32Array(variables + 1);
  for (const variable of indices) dualStarts[variable + 1]!++;
  for (let j = 0; j < variables; j++) dualStarts[j + 1]! += dualStarts[j]!;
  const next = dualStarts.slice(0, variables);
  const dualIndices = new Int32Array(indices.length);
  const dualValues = new Float64Array(values.length);
  for (let i = 0; i < rows; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const at = next[indices[k]!]!++;
      dualIndices[at] = i;
      dualValues[at] = -values[k]!;
    }
  }
  const negated = (numbers: Float64Array) => numbers.map((value) => -value);
  return {
    variables: rows,
    cost: negated(canonical.floor),
    floor: negated(canonical.cost),
    starts: dualStarts,
    indices: dualIndices,
    values: dualValues,
  };
}

function substitute(program: LinearProgram): Substitution[] {
  const substitutions: Substitution[] = [];
  let variable = 0;
  for (let j = 0; j < program.columns; j++) {
    const lower = program.lower[j]!;
    const upper = program.upper[j]!;
    const isFree = lower === Number.NEGATIVE_INFINITY && upper === Number.POSITIVE_INFINITY;
    if (isFree) substitutions.push({ variable, base: 0, sign: 1, isFree });
    else if (lower > Number.NEGATIVE_INFINITY) substitutions.push({ variable, base: lower, sign: 1, isFree });
    else substitutions.push({ variable, base: upper, sign: -1, isFree });
    variable += isFree ? 2 : 1;
  }
  return substitutions;
}

/** Row i over the canonical variables; `base` is what its columns' bases add up to. */
function substituted(program: LinearProgram, substitutions: readonly Substitution[], i: number) {
  const { rows } = program;
  const indices: number[] = [];
  const values: number[] = [];
  let base = 0;
  for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) {
    const s = substitutions[rows.indices[k]!]!;
    const value = rows.values[k]!;
    base += value * s.base;
    indices.push(s.variable);
    values.push(s.sign * value);
    if (!s.isFree) continue;
    indices.push(s.variable + 1);
    values.push(-value);
  }
  return { indices, values, base };
}

class FloorRows {
  readonly #floor: number[] = [];
  readonly #starts: number[] = [0];
  readonly #indices: number[] = [];
  readonly #values: number[] = [];

  get rows(): number {
    return this.#floor.length;
  }

  add(indices: readonly number[], values: readonly number[], floor: number): void {
    this.#indices.push(...indices);
    this.#values.push(...values);
    this.#starts.push(this.#indices.length);
    this.#floor.push(floor);
  }

  build(cost: readonly number[]): CanonicalProgram {
    return {
      variables: cost.length,
      cost: Float64Array.from(cost),
      floor: Float64Array.from(this.#floor),
      starts: Int32Array.from(this.#starts),
      indices: Int32Array.from(this.#indices),
      values: Float64Array.from(this.#values),
    };
  }
}
