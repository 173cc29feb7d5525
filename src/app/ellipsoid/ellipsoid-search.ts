import { type Affine, denseAffine, evaluate, type Formula, negated, scale } from '../../formula/index.js';
import type { MarginRequirement } from '../../margin/index.js';
import { JointMoveSearch, type SearchEffort } from '../../scenario/ellipsoid/index.js';
import { type EllipsoidTerms, type JointPoint, pointScenarios, revalue } from '../../scenario/index.js';
import type { PreparedRun } from '../prepare-run.js';

/** A move is worth a scenario when it raises its block's largest loss by more than this part of it. */
const RAISES = 1e-6;
/** Money below which a loss is none. */
const TINY = 1e-6;
/** Rounds for one book at most; mostly the second finds nothing. */
const MOST_ROUNDS = 20;

/** What a search over the ellipsoid came to. */
export interface EllipsoidFound {
  /** Searches, the last of a book finds nothing. */
  readonly rounds: number;
  /** Points from which was searched, in all of them. */
  readonly starts: number;
  /** Whether the books that are reported are linear in their underlyings, so that nothing can be worse. */
  readonly exact: boolean;
  readonly points: readonly JointPoint[];
  /** The rule book by its listed scenarios alone. */
  readonly listed: MarginRequirement;
}

/** A row of the margin that was found. */
interface FoundRow {
  readonly point: JointPoint;
  /** P&L of one contract of every line. */
  readonly payoff: Float64Array;
  readonly name: string;
}

/**
 * The worst joint moves of books over the lines of a run, gathered book by book: whatever was found for one is a scenario for
 * all. The same seed and the same books in the same order find the same moves.
 */
export class EllipsoidSearch {
  readonly #run: PreparedRun;
  readonly #terms: EllipsoidTerms;
  readonly #search: JointMoveSearch;
  readonly #rows: FoundRow[] = [];
  #rounds = 0;
  #starts = 0;

  /**
   * @param run by its listed scenarios
   * @param points found before, for example those that a document tells
   * @throws Error when its rule book has no ellipsoid
   */
  constructor(run: PreparedRun, seed: number, points: readonly JointPoint[] = []) {
    const terms = run.model.ellipsoid?.(run.inputs, run.parameters.values);
    if (terms === undefined) throw new Error(`model ${run.model.id} has no ellipsoid`);
    this.#run = run;
    this.#terms = terms;
    this.#search = new JointMoveSearch(run.lines, run.inputs.blocks, terms, seed);
    for (const point of points) this.#rows.push(this.#rowOf(point));
  }

  /** How many scenarios there are beside the listed ones. */
  get size(): number {
    return this.#rows.length;
  }

  /** Searches until no joint move that is found raises the loss of any block of a book any more. */
  cover(book: Float64Array): void {
    for (let round = 1; round <= MOST_ROUNDS; round++) {
      if (this.#added(book, 'thorough', this.#largestLosses(book), RAISES).length === 0) return;
    }
  }

  /** By how much, as a part of it, the worst move found raises the loss of a block of a book; 0 where none does. */
  excess(book: Float64Array): number {
    const known = this.#largestLosses(book);
    const { points } = this.#search.worst(book, 'thorough');
    return points.reduce((most, point) => {
      const loss = lossOf(this.#rowOf(point), book);
      return Math.max(most, loss / known[point.block]! - 1);
    }, 0);
  }

  /**
   * The run with every scenario found.
   *
   * @param books those that are reported
   */
  run(books: readonly Float64Array[]): PreparedRun {
    const points = this.#rows.map(({ point }) => point);
    const inputs = { ...this.#run.inputs, points };
    return {
      ...this.#run,
      inputs,
      requirement: this.#run.model.build(inputs, this.#run.parameters.values),
      ellipsoid: this.found(books),
    };
  }

  /** What the search came to for the books that are reported. */
  found(books: readonly Float64Array[]): EllipsoidFound {
    const points = this.#rows.map(({ point }) => point);
    return {
      rounds: this.#rounds,
      starts: this.#starts,
      exact: books.every((book) => this.#search.isLinear(book)),
      points,
      listed: this.#run.requirement,
    };
  }

  /**
   * What a program may ask for of a requirement's nodes while it is solved: by node, further losses of a book.
   *
   * @param raises by which part a loss must be above what a program knows
   */
  growing(
    { blockRisks = [] }: MarginRequirement,
    raises: number,
  ): Map<Formula, (book: Float64Array, above: number) => Formula[]> {
    return new Map(
      blockRisks.map((node, block) => [
        node,
        (book, above) => this.#lossesAbove(block, book, Math.max(0, above), raises),
      ]),
    );
  }

  /** Those found before come first: another program may not have them. */
  #lossesAbove(block: number, book: Float64Array, above: number, raises: number): Formula[] {
    const least = above + raises * Math.max(above, TINY);
    const before = this.#rows.filter((row) => row.point.block === block && lossOf(row, book) > least);
    if (before.length > 0) return before.map(weightedLoss);
    const known = new Float64Array(this.#run.inputs.blocks.length).fill(Infinity);
    known[block] = above;
    for (const effort of ['quick', 'thorough'] as const) {
      const rows = this.#added(book, effort, known, raises);
      if (rows.length > 0) return rows.map(weightedLoss);
    }
    return [];
  }

  /** One round: rows for the moves found that lose more than is known, the worst first. */
  #added(book: Float64Array, effort: SearchEffort, known: Float64Array, raises: number): FoundRow[] {
    const { points, starts } = this.#search.worst(book, effort);
    this.#rounds += 1;
    this.#starts += starts;
    const found = points.map((point) => this.#rowOf(point));
    const losses = new Map(found.map((row) => [row, lossOf(row, book)]));
    const added: FoundRow[] = [];
    for (const row of found.sort((a, b) => losses.get(b)! - losses.get(a)!)) {
      const { block } = row.point;
      const loss = losses.get(row)!;
      if (!(loss > known[block]! + raises * Math.max(known[block]!, TINY))) continue;
      known[block] = loss;
      const numbered = { ...row, name: this.#nameOf(row.point) };
      this.#rows.push(numbered);
      added.push(numbered);
    }
    return added;
  }

  #largestLosses(book: Float64Array): Float64Array {
    const { blocks } = this.#run.inputs;
    const known = new Float64Array(blocks.length);
    for (const { scenario, pnl } of this.#run.requirement.scenarios) {
      known[scenario.block] = Math.max(known[scenario.block]!, -scenario.weight * evaluate(pnl, book));
    }
    for (const row of this.#rows) {
      known[row.point.block] = Math.max(known[row.point.block]!, lossOf(row, book));
    }
    return known;
  }

  #nameOf(point: JointPoint): string {
    return pointScenarios([point], this.#run.inputs.blocks, this.#terms.scanRanges, this.#rows.length + 1)[0]!.name;
  }

  /** Full revaluation of every line at a point. */
  #rowOf(point: JointPoint): FoundRow {
    const { blocks } = this.#run.inputs;
    const scenarios = pointScenarios([point], blocks, this.#terms.scanRanges, this.#rows.length + 1);
    const names = blocks.map((block) => block.names);
    const set = { underlyings: names.flat(), blocks: names, scenarios };
    return { point, name: scenarios[0]!.name, payoff: revalue(this.#run.lines, set, this.#terms.shock).values };
  }
}

function lossOf({ point, payoff }: FoundRow, book: Float64Array): number {
  let pnl = 0;
  for (let j = 0; j < payoff.length; j++) if (book[j] !== 0) pnl += payoff[j]! * book[j]!;
  return -point.weight * pnl;
}

function weightedLoss({ point: { weight }, name, payoff }: FoundRow): Formula {
  const pnl: Affine = denseAffine(name, payoff);
  const loss = negated(name, pnl);
  return weight === 1 ? loss : scale(name, weight, loss);
}
