/** A cash dividend that a share or fund will pay. */
export interface Dividend {
  readonly underlying: string;
  /** The first day on which a buyer no longer gets it: midnight UTC, epoch milliseconds. */
  readonly exDate: number;
  /** Per unit of the underlying, in the currency of its price. */
  readonly amount: number;
}
