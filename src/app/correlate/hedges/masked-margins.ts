import { evaluate } from '../../../formula/index.js';
import { bookFigures } from '../../book-figures.js';
import type { PreparedRun } from '../../prepare-run.js';

/** Margins of the parts of a book that some of its underlyings make up, each computed once. */
export class MaskedMargins {
  readonly #run: PreparedRun;
  readonly #known = new Map<string, number>();
  /** Underlyings held, in the order of names. */
  readonly underlyings: readonly string[];

  constructor(run: PreparedRun) {
    this.#run = run;
    const held = run.lines.filter((_, j) => run.quantities[j] !== 0);
    this.underlyings = [...new Set(held.map(({ instrument }) => instrument.underlying))].sort();
  }

  /** Initial margin of the positions on these underlyings and nothing else. */
  of(names: readonly string[]): number {
    const key = JSON.stringify([...names].sort());
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const taken = new Set(names);
    const { lines, quantities } = this.#run;
    const amount = this.with(quantities.map((held, j) => (taken.has(lines[j]!.instrument.underlying) ? held : 0)));
    this.#known.set(key, amount);
    return amount;
  }

  /** Initial margin of another book over the lines of the run. */
  with(book: Float64Array): number {
    const { requirement, quantities } = bookFigures(this.#run, book);
    return evaluate(requirement.initial, quantities);
  }

  /** The margins of each alone, added. */
  apart(names: readonly string[]): number {
    return names.reduce((sum, name) => sum + this.of([name]), 0);
  }

  /** What margining them together saves. */
  offset(names: readonly string[]): number {
    return this.apart(names) - this.of(names);
  }
}
