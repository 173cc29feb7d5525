import type { HedgeProblem, RelaxedEnds } from './hedge-problem.js';
import { buildHedgeProgram, type HedgeProgram } from './hedge-program.js';
import type { ResolvedLimit } from './limits/index.js';
import { rowHash } from './row-hash.js';
import type { RowMultiplier } from './row-multiplier.js';
import { lazyRow } from './run-program.js';
import { appendRows, dualBound, RowBlockBuilder } from './solver/index.js';

/** What a certificate's multipliers prove of a problem that was built anew. */
export interface BoundProof {
  /** No admissible book has a lower objective; -Infinity when the multipliers prove nothing. */
  readonly bound: number;
  /** Multipliers, by their place in the list, whose row the problem does not have. */
  readonly strange: readonly number[];
  /** The multiplier of each limit's row; 0 where the certificate has none. */
  readonly limitMultipliers: ReadonlyMap<ResolvedLimit, number>;
  /** Columns of the program. */
  readonly columns: number;
  /** Rows of the program before any were added while solving. */
  readonly ownRows: number;
}

/**
 * Proves a lower bound on the objective without any solver: builds the program of the problem again, finds the row of each
 * multiplier by name and hash (rows that were added while solving are made again from their name, tangents from where
 * they touch), and takes the bound of weak duality. Whole numbers are not asked for, so of an integer search it is the
 * bound of the continuous relaxation. See {@link dualBound} for the formula and its source.
 *
 * @param relaxed ends of soft limits that gave way
 */
export function proveBound(
  problem: HedgeProblem,
  relaxed: ReadonlyMap<ResolvedLimit, RelaxedEnds>,
  multipliers: readonly RowMultiplier[],
): BoundProof {
  const hedge = buildHedgeProgram(problem, { aim: { kind: 'margin' }, relaxed });
  const own = hedge.builder.build();
  const added = new RowBlockBuilder(own.columns);
  const values = new Map<number, number>();
  const strange: number[] = [];
  const named = rowsByName(hedge.builder.rowNames);
  multipliers.forEach((multiplier, k) => {
    const { row, value, hash } = multiplier;
    const mine = named.get(row)?.find((i) => !values.has(i) && rowHash(row, own.rows, i, value) === hash);
    const place = mine ?? addedRow(hedge, multiplier, added, own.rows.count);
    if (place === null || values.has(place)) strange.push(k);
    else values.set(place, value);
  });
  const program = { ...appendRows(own, added.build()), integer: null };
  const duals = Float64Array.from({ length: program.rows.count }, (_, i) => values.get(i) ?? 0);
  return {
    bound: dualBound(program, duals),
    strange,
    limitMultipliers: new Map([...hedge.limitRows].map(([limit, row]) => [limit, values.get(row) ?? 0])),
    columns: own.columns,
    ownRows: own.rows.count,
  };
}

function rowsByName(names: readonly string[]): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  names.forEach((name, i) => {
    const list = rows.get(name);
    if (list === undefined) rows.set(name, [i]);
    else list.push(i);
  });
  return rows;
}

/** Makes a row again that entered while solving; its place after the program's own rows, null when there is no such row. */
function addedRow(
  hedge: HedgeProgram,
  { row, value, hash, at }: RowMultiplier,
  added: RowBlockBuilder,
  ownRows: number,
): number | null {
  for (const lazy of hedge.lazy) {
    for (const form of lazy.named(row, at)) {
      const input = lazyRow(hedge, lazy, form);
      const alone = new RowBlockBuilder(hedge.builder.columns);
      alone.addRow(input);
      if (rowHash(row, alone.build(), 0, value) === hash) return ownRows + added.addRow(input);
    }
  }
  return null;
}
