import { type Affine, evaluateAffine, evaluateNorm, type Norm, normArguments } from '../formula/index.js';
import { affineForm, combine, type LinearForm } from './linear-form.js';

/** How many violated rows are added at a time. */
export const ROWS_A_ROUND = 20;
/** A row is violated when it exceeds its epigraph column by more than this, relative. */
export const VIOLATION = 1e-9;

/** A row `epigraph column >= form`. */
export interface NamedForm {
  readonly name: string;
  readonly form: LinearForm;
  /** Where a tangent touches: the amounts of the norm's children. Null for a row that its name alone can make again. */
  readonly at: readonly number[] | null;
  /** The column on the left of the row, where it is not the node's own. */
  readonly column?: number;
}

/** Rows of a formula node that enter the program only when an answer violates them. */
export interface LazyRows {
  readonly column: number;
  /**
   * Rows that the answer violates, worst first; empty when it satisfies all.
   *
   * @param epigraph the value of the node's own column
   * @param x the whole answer
   */
  violated(quantities: Float64Array, epigraph: number, x: Float64Array): readonly NamedForm[];
  /** The rows of this name that `violated` could give, made again from a certificate: mostly one or none. */
  named(name: string, at: readonly number[] | null): readonly NamedForm[];
}

/** A maximum over many scenarios: starts with those that hurt most, grows by those an answer leaves uncovered. */
export class LazyMaximum implements LazyRows {
  readonly column: number;
  readonly #children: readonly { readonly node: Affine; readonly factor: number }[];
  readonly #lines: number;
  readonly #title: string;
  readonly #present = new Set<number>();

  /** @param title the name of the maximum: rows there from the start are called after both */
  constructor(
    column: number,
    children: readonly { readonly node: Affine; readonly factor: number }[],
    lines: number,
    title = '',
  ) {
    this.column = column;
    this.#children = children;
    this.#lines = lines;
    this.#title = title;
  }

  start(quantities: Float64Array): NamedForm[] {
    return this.#worst(quantities, -Infinity);
  }

  violated(quantities: Float64Array, epigraph: number): NamedForm[] {
    return this.#worst(quantities, epigraph + VIOLATION * Math.max(1, Math.abs(epigraph)));
  }

  named(name: string, at: readonly number[] | null): NamedForm[] {
    if (at !== null) return [];
    const isNamed = (own: string): boolean => own === name || `${this.#title}: ${own}` === name;
    return [...this.#children.keys()]
      .filter((i) => isNamed(this.#children[i]!.node.name))
      .map((i) => ({ ...this.#row(i), name }));
  }

  readonly #row = (i: number): NamedForm => {
    const { node, factor } = this.#children[i]!;
    return { name: node.name, form: affineForm(node, this.#lines, factor), at: null };
  };

  #worst(quantities: Float64Array, above: number): NamedForm[] {
    return this.#children
      .map(({ node, factor }, i) => ({ i, amount: factor * evaluateAffine(node, quantities) }))
      .filter(({ i, amount }) => amount > above && !this.#present.has(i))
      .sort((a, b) => b.amount - a.amount)
      .slice(0, ROWS_A_ROUND)
      .map(({ i }) => {
        this.#present.add(i);
        return this.#row(i);
      });
  }
}

/**
 * sqrt(v'Rv) from below by its tangents: at v0, sqrt(v'Rv) >= (R v0)'v / sqrt(v0'R v0), since the norm is convex and
 * positively homogeneous.
 */
export class LazyNorm implements LazyRows {
  readonly column: number;
  readonly #node: Norm;
  readonly #forms: readonly LinearForm[];
  #count = 0;

  /** @param forms of the children, which the tangents are made of */
  constructor(column: number, node: Norm, forms: readonly LinearForm[]) {
    this.column = column;
    this.#node = node;
    this.#forms = forms;
  }

  /** The tangent at a book; none where the norm is 0, for there it has no single tangent. */
  cuts(quantities: Float64Array): NamedForm[] {
    const tangents = this.#tangentAt(
      normArguments(this.#node, quantities),
      `${this.#node.name}, tangent ${this.#count + 1}`,
    );
    this.#count += tangents.length;
    return tangents;
  }

  /** Any tangent is a row that every book keeps, whoever says where it touches. */
  named(name: string, at: readonly number[] | null): NamedForm[] {
    const { children, name: own } = this.#node;
    if (at === null || at.length !== children.length || !name.startsWith(`${own}, tangent `)) return [];
    return this.#tangentAt(Float64Array.from(at), name);
  }

  #tangentAt(values: Float64Array, name: string): NamedForm[] {
    const { matrix } = this.#node;
    const length = evaluateNorm(values, matrix);
    if (!(length > 0)) return [];
    const n = values.length;
    const terms = this.#forms.map((form, i) => {
      let slope = 0;
      for (let j = 0; j < n; j++) slope += matrix[i * n + j]! * values[j]!;
      return { form, factor: slope / length };
    });
    return [{ name, form: combine(terms), at: [...values] }];
  }

  violated(quantities: Float64Array, epigraph: number): NamedForm[] {
    const value = evaluateNorm(normArguments(this.#node, quantities), this.#node.matrix);
    return value > epigraph + VIOLATION * Math.max(1, value) ? this.cuts(quantities) : [];
  }
}
