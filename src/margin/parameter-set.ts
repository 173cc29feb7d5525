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
