import type { HedgeProgram } from './hedge-program.js';
import { roundedAnswer } from './integer-start.js';
import { type ProgramRun, violatedRows } from './run-program.js';
import {
  type LinearProgram,
  RowBlockBuilder,
  type RowInput,
  type SolveOptions,
  type Solver,
  type TreeGuide,
} from './solver/index.js';
import type { TradeSwitches } from './trade-switches.js';

/** A row is violated by more than this, of a switch of 0 to 1. */
const VIOLATION = 1e-9;

/** A search of its own, and how many instruments reduced costs alone kept out of it. */
export interface SwitchRun extends ProgramRun {
  readonly screened: number;
}

/**
 * Searches a hedge program that decides which instruments are traded, by branch and bound on those decisions. Rows that are
 * still missing join as answers violate them, at every node, and stay in the hedge program.
 *
 * @param linear its continuous answer, whose rows in force are there from the start
 * @returns null where there is no such decision, where `min` nodes have binaries of their own, or where the engine has no
 * such search
 */
export async function searchSwitches(
  hedge: HedgeProgram,
  solver: Solver,
  options: SolveOptions,
  linear: ProgramRun,
): Promise<SwitchRun | null> {
  const { switches, builder } = hedge;
  if (switches === null || hedge.choices > 0 || solver.searchTree === undefined) return null;
  const duals = linear.outcome.status === 'optimal' ? linear.outcome.rowDuals : null;
  const left = new Map(switches.rows.filter(({ row }) => (duals?.[row] ?? 0) === 0).map((one) => [one.row, one]));
  const program = withoutRows(builder.build(), left);
  const { outcome, screened, nodes } = await solver.searchTree(program, guideOf(hedge, switches, left), options);
  return {
    outcome,
    program: builder.build(),
    rowNames: [...builder.rowNames],
    tangents: new Map(hedge.tangents),
    rounds: nodes,
    screened: switches.screenedOut(screened),
  };
}

type SwitchRow = TradeSwitches['rows'][number];

/** Of the rows that hold trades down to their switches few are ever needed: they join as answers violate them. */
function isViolated({ indices, values, upper }: RowInput, x: Float64Array): boolean {
  let activity = 0;
  for (let k = 0; k < indices.length; k++) activity += values[k]! * x[indices[k]!]!;
  return activity > upper + VIOLATION;
}

function withoutRows(program: LinearProgram, left: ReadonlyMap<number, unknown>): LinearProgram {
  const block = new RowBlockBuilder(program.columns);
  const { rows } = program;
  for (let i = 0; i < rows.count; i++) {
    if (left.has(i)) continue;
    const [from, to] = [rows.starts[i]!, rows.starts[i + 1]!];
    block.addRow({
      name: '',
      lower: rows.lower[i]!,
      upper: rows.upper[i]!,
      indices: rows.indices.subarray(from, to),
      values: rows.values.subarray(from, to),
    });
  }
  return { ...program, rows: block.build() };
}

function guideOf(hedge: HedgeProgram, switches: TradeSwitches, left: Map<number, SwitchRow>): TreeGuide {
  return {
    switches: switches.opened(),
    *points(x) {
      for (const point of roundedAnswer(hedge, x)) {
        hedge.settle(point);
        yield point;
      }
    },
    leastSwitches: (x) => {
      const least = x.slice();
      switches.least(least);
      return least;
    },
    missing: (x) => {
      const block = violatedRows(hedge, x);
      for (const [row, { input }] of left) {
        if (!isViolated(input, x)) continue;
        left.delete(row);
        block.addRow(input);
      }
      return block.rowNames.length === 0 ? null : block.build();
    },
  };
}
