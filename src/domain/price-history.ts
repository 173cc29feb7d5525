/** Daily prices: `series[name][t]` belongs to `dates[t]`; NaN where the file has a blank (ragged columns). */
export interface PriceHistory {
  /** ISO dates, ascending, no repeats. */
  readonly dates: readonly string[];
  readonly series: ReadonlyMap<string, Float64Array>;
}
