import type { HedgeProgram } from './hedge-program.js';
import type { LazyRows, NamedForm } from './lazy-rows.js';
import { columnForm, combine } from './linear-form.js';
import {
  appendRows,
  type LinearProgram,
  RowBlockBuilder,
  type RowInput,
  type SolveOptions,
  type SolveOutcome,
  type Solver,
} from './solver/index.js';

/** Rounds of adding violated rows before the answer is handed back as it stands. */
const MAX_ROUNDS = 200;

/** A program solved to the end of its row generation. */
export interface ProgramRun {
  readonly outcome: SolveOutcome;
  /** The program with every row that was added, whose duals `outcome` holds. */
  readonly program: LinearProgram;
  readonly rowNames: readonly string[];
  /** Of rows that were added as tangents, where they touch. */
  readonly tangents: ReadonlyMap<number, readonly number[]>;
  readonly rounds: number;
}

/**
 * Solves a hedge program, adding the lazy rows its answers violate until none is left. The rows left out are satisfied by
 * the answer, so it is optimal for the full program; and any bound of a program with fewer rows is a bound of the full one.
 * Rows that were added stay in the hedge program, so that its next run starts with them.
 *
 * @param adjust changes the program before it is opened, e.g. drops integrality or fixes columns
 */
export async function runProgram(
  hedge: HedgeProgram,
  solver: Solver,
  options: SolveOptions,
  adjust: (program: LinearProgram) => LinearProgram = (program) => program,
): Promise<ProgramRun> {
  let program = adjust(hedge.builder.build());
  const rowNames = [...hedge.builder.rowNames];
  const session = solver.open(program);
  try {
    for (let round = 1; ; round++) {
      const outcome = await session.solve(options);
      const run = { outcome, program, rowNames, tangents: new Map(hedge.tangents), rounds: round };
      if (outcome.status !== 'optimal' || round >= MAX_ROUNDS) return run;
      const block = violatedRows(hedge, outcome.x);
      if (block.rowNames.length === 0) return run;
      rowNames.push(...block.rowNames);
      const rows = block.build();
      program = appendRows(program, rows);
      session.addRows(rows);
    }
  } finally {
    session.dispose();
  }
}

/** The rows an answer violates, as a block for the open session; the hedge program keeps them too. */
export function violatedRows(hedge: HedgeProgram, x: Float64Array): RowBlockBuilder {
  const block = new RowBlockBuilder(hedge.builder.columns);
  if (hedge.lazy.length === 0) return block;
  const quantities = hedge.trades.quantities(x);
  for (const lazy of hedge.lazy) {
    for (const named of lazy.violated(quantities, x[lazy.column]!, x)) {
      const input = lazyRow(hedge, lazy, named);
      block.addRow(input);
      const row = hedge.builder.addRow(input);
      if (named.at !== null) hedge.tangents.set(row, named.at);
    }
  }
  return block;
}

/** The row `epigraph column >= form`, or with the form's own column on the left, over the program's columns. */
export function lazyRow(
  { trades }: HedgeProgram,
  lazy: LazyRows,
  { name, form, column = lazy.column }: NamedForm,
): RowInput {
  const difference = combine([
    { form: columnForm(column), factor: 1 },
    { form, factor: -1 },
  ]);
  return trades.row(name, difference, 0, Infinity);
}
