/** A dated set of a model's figures, as shipped or as overridden. */
export interface ParameterSet<Values> {
  readonly id: string;
  readonly venue: string;
  /** ISO date from which the venue applied it. */
  readonly effectiveDate: string;
  readonly source: string;
  /** `verified` against outside numbers, or `model` where none exist. */
  readonly confidence: string;
  readonly values: Values;
}

/** What one figure must be, or each figure of a list or a table; `expected` finishes the sentence "expected ...". */
export interface FigureRule {
  readonly expected: string;
  readonly holds: (figure: number) => boolean;
  /** Of a list. */
  readonly mostEntries?: number;
}
