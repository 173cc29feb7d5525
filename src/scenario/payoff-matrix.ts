/**
 * Profit and loss of one contract of each instrument in each scenario: instruments x scenarios, kept scenario by scenario
 * so that a scenario's coefficients are one contiguous run.
 */
export class PayoffMatrix {
  readonly instruments: number;
  readonly scenarios: number;
  /** values[s * instruments + j]: money of the reporting currency. */
  readonly values: Float64Array;

  constructor(instruments: number, scenarios: number) {
    this.instruments = instruments;
    this.scenarios = scenarios;
    this.values = new Float64Array(instruments * scenarios);
  }

  /** P&L per contract of every instrument in scenario s: a view, not a copy. */
  scenario(s: number): Float64Array {
    return this.values.subarray(s * this.instruments, (s + 1) * this.instruments);
  }
}
