import type { DeriveProblem } from './derive-problem.js';

/** Collateral and base assets held in a negative quantity: the venue has none, and the haircut of one would be a credit. */
export function negativeHoldings(
  lines: readonly { readonly kind: string; readonly name: string }[],
  quantities: Float64Array,
): DeriveProblem[] {
  return lines.flatMap(({ kind, name }, column) =>
    (kind === 'collateral' || kind === 'base') && quantities[column]! < 0
      ? [{ subject: name, problem: `a negative quantity of ${quantities[column]}` }]
      : [],
  );
}
