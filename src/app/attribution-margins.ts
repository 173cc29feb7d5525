import { BookVariations, evaluate, formulaGraph } from '../formula/index.js';
import type { AttributionGroup } from './attribution-groups.js';
import { bookFigures } from './book-figures.js';
import type { PreparedRun } from './prepare-run.js';

/** Initial margins of parts of a book. */
export interface AttributionMargins {
  /** Of a group and nothing else. */
  readonly alone: (group: AttributionGroup) => number;
  /** Of the book less a group. */
  readonly without: (group: AttributionGroup) => number;
}

/** Rules that look at held lines are built anew for every book, as long as that is no more than so many lines to build. */
export const MOST_LINES_REBUILT = 50_000;

/** Whether the rules of a run are built anew for each of its groups, so that lines which are not held take no part. */
export function rebuildsRules(run: PreparedRun, groups: number, most = MOST_LINES_REBUILT): boolean {
  return run.model.looksAtHeldLines && groups * run.lines.length <= most;
}

/** The margins of groups by the formula of the whole book: each costs what its columns reach in it, no more. */
export function marginsByFormula({ requirement, quantities }: PreparedRun): AttributionMargins {
  const graph = formulaGraph(requirement.initial, quantities.length);
  const book = new BookVariations(graph, quantities);
  const nothing = new BookVariations(graph, new Float64Array(quantities.length));
  const held = [...quantities.keys()].filter((j) => quantities[j] !== 0);
  const left = (group: AttributionGroup, j: number): number => quantities[j]! - (group.contracts.get(j) ?? 0);
  return {
    alone: ({ contracts }) => nothing.amountWith([...contracts.keys()], [...contracts.values()]),
    without: (group) => {
      const columns = [...group.contracts.keys()];
      // The shorter way, which of a group that is all of the book is no way at all.
      if (2 * columns.length <= held.length) {
        return book.amountWith(
          columns,
          columns.map((j) => left(group, j)),
        );
      }
      const rest = held.filter((j) => left(group, j) !== 0);
      return nothing.amountWith(
        rest,
        rest.map((j) => left(group, j)),
      );
    },
  };
}

/** The margins of groups by rules built for what each of the books holds: those that `margo margin` gives for such a file. */
export function marginsByRules(run: PreparedRun): AttributionMargins {
  const marginOf = (book: Float64Array): number => {
    const { requirement, quantities } = bookFigures(run, book);
    return evaluate(requirement.initial, quantities);
  };
  return {
    alone: ({ contracts }) => marginOf(Float64Array.from(run.quantities, (_, j) => contracts.get(j) ?? 0)),
    without: ({ contracts }) => marginOf(run.quantities.map((held, j) => held - (contracts.get(j) ?? 0))),
  };
}
