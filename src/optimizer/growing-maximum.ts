import { type Affine, evaluate, type Max } from '../formula/index.js';
import type { MoreChildren } from './hedge-problem.js';
import type { LazyRows, NamedForm } from './lazy-rows.js';
import { affineForm } from './linear-form.js';
import { scaledAffine } from './scaled-affine.js';

/** Listed children come first: while one of them is violated by more than this, relative, no others are searched for. */
const VIOLATION = 1e-9;

/**
 * The rows of a maximum beyond its listed children: a search that is asked at every answer for children which exceed the
 * epigraph column, until it finds none. A program with fewer rows is a relaxation, so that its bound holds all the same.
 *
 * SOURCE: cutting planes on a semi-infinite program; R. Hettich & K. Kortanek, "Semi-infinite programming", SIAM Review 35
 * (1993), section 7.1.
 */
export class GrowingMaximum implements LazyRows {
  readonly column: number;
  readonly #node: Max;
  readonly #more: MoreChildren;
  readonly #lines: number;

  constructor(column: number, node: Max, more: MoreChildren, lines: number) {
    this.column = column;
    this.#node = node;
    this.#more = more;
    this.#lines = lines;
  }

  violated(quantities: Float64Array, epigraph: number): NamedForm[] {
    const listed = evaluate(this.#node, quantities);
    if (listed > epigraph + VIOLATION * Math.max(1, Math.abs(epigraph))) return [];
    return this.#more(quantities, epigraph).map((child) => {
      const scaled = scaledAffine(child);
      if (scaled === null) throw new Error(`'${child.name}' of '${this.#node.name}' is not affine`);
      const { node, factor }: { readonly node: Affine; readonly factor: number } = scaled;
      const name = `${this.#node.name}: ${node.name}`;
      return { name, form: affineForm(node, this.#lines, factor), at: null };
    });
  }

  /** None: what was found is listed in the problem that a certificate is of. */
  named(): NamedForm[] {
    return [];
  }
}
