import type { Affine } from '../formula/index.js';

/**
 * constant + perLine . quantities + extra columns: what a formula node becomes in the program. `extra` holds the program's
 * own columns (epigraph variables) by index.
 */
export interface LinearForm {
  readonly constant: number;
  /** One coefficient per line of the universe; null when no quantity takes part. */
  readonly perLine: Float64Array | null;
  readonly extra: ReadonlyMap<number, number>;
}

const NO_EXTRA: ReadonlyMap<number, number> = new Map();

/** An affine node times a factor. @param lines how many lines the universe has */
export function affineForm(node: Affine, lines: number, factor = 1): LinearForm {
  const perLine = new Float64Array(lines);
  const { coefficients, columns } = node;
  for (let k = 0; k < coefficients.length; k++)
    perLine[columns === null ? k : columns[k]!]! += factor * coefficients[k]!;
  return { constant: factor * node.constant, perLine, extra: NO_EXTRA };
}

/** A single column of the program. */
export function columnForm(column: number): LinearForm {
  return { constant: 0, perLine: null, extra: new Map([[column, 1]]) };
}

export function constantForm(constant: number): LinearForm {
  return { constant, perLine: null, extra: NO_EXTRA };
}

/** sum of factor x form. */
export function combine(terms: readonly { readonly form: LinearForm; readonly factor: number }[]): LinearForm {
  let constant = 0;
  let perLine: Float64Array | null = null;
  const extra = new Map<number, number>();
  for (const { form, factor } of terms) {
    constant += factor * form.constant;
    if (form.perLine !== null) {
      perLine ??= new Float64Array(form.perLine.length);
      for (let j = 0; j < perLine.length; j++) perLine[j]! += factor * form.perLine[j]!;
    }
    for (const [column, coefficient] of form.extra) extra.set(column, (extra.get(column) ?? 0) + factor * coefficient);
  }
  return { constant, perLine, extra };
}
