import type { LinearProgram, RowBlock } from './linear-program.js';

/** Share of a row's flows below which its limit is not asked to be kept any closer; see {@link checkSolution}. */
const FLOW_SHARE = 1e-3;

/** What a point does to the program as it was given. All figures >= 0; 0 is perfect. */
export interface SolutionCheck {
  /** Largest row violation, relative to the row's own limit. */
  readonly rowViolation: number;
  /** The row it is found in; -1 when no row is violated. */
  readonly worstRow: number;
  /** Largest violation of a column bound, relative to max(1, |bound|). */
  readonly boundViolation: number;
  /** Largest distance of an integer column from a whole number. */
  readonly fractionality: number;
  /** The largest of the three. */
  readonly worstViolation: number;
}

/**
 * Recomputes every row and bound from the program's own, unscaled data.
 *
 * A row's violation is divided by the size of the limit it breaks: |limit|, but at least a thousandth of what flows
 * through the row, the larger of max|a_j| (one unit of the heaviest column) and sum |a_j x_j|. So a gamma limit of
 * 1e-6 is kept to a fraction of 1e-6 and not to 1e-6, while a limit of zero, or one far below the amounts that net
 * out in it, is not asked for more digits than the sum has. An answer is believed up to 1e-6, which is 1e-9 of the flows.
 *
 * @param x one value per column; a value that is not finite counts as an infinite violation.
 */
export function checkSolution(program: LinearProgram, x: Float64Array): SolutionCheck {
  const rows = worstRowViolation(program.rows, x);
  let boundViolation = 0;
  let fractionality = 0;
  for (let j = 0; j < program.columns; j++) {
    const value = x[j] ?? Number.NaN;
    if (!Number.isFinite(value)) boundViolation = Number.POSITIVE_INFINITY;
    const lower = program.lower[j]!;
    const upper = program.upper[j]!;
    if (value < lower) boundViolation = Math.max(boundViolation, (lower - value) / Math.max(1, Math.abs(lower)));
    if (value > upper) boundViolation = Math.max(boundViolation, (value - upper) / Math.max(1, Math.abs(upper)));
    if (program.integer?.[j] === 1) fractionality = Math.max(fractionality, Math.abs(value - Math.round(value)));
  }
  const worstViolation = Math.max(rows.violation, boundViolation, fractionality);
  return { rowViolation: rows.violation, worstRow: rows.row, boundViolation, fractionality, worstViolation };
}

function worstRowViolation(rows: RowBlock, x: Float64Array): { violation: number; row: number } {
  let violation = 0;
  let row = -1;
  for (let i = 0; i < rows.count; i++) {
    let activity = 0;
    let gross = 0;
    let heaviest = 0;
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) {
      const coefficient = rows.values[k]!;
      const flow = coefficient * x[rows.indices[k]!]!;
      activity += flow;
      gross += Math.abs(flow);
      heaviest = Math.max(heaviest, Math.abs(coefficient));
    }
    const limit = activity < rows.lower[i]! ? rows.lower[i]! : rows.upper[i]!;
    const excess = Math.max(rows.lower[i]! - activity, activity - rows.upper[i]!);
    if (!(excess > 0)) continue;
    const relative = excess / Math.max(Math.abs(limit), FLOW_SHARE * Math.max(heaviest, gross));
    if (relative > violation) {
      violation = relative;
      row = i;
    }
  }
  return { violation, row };
}
