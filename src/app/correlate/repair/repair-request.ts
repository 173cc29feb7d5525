/** How a matrix is made a correlation matrix. */
export type RepairMethod = 'nearest' | 'weighted' | 'spectral' | 'shrink';

/** What is asked about a correlation file. */
export interface RepairRequest {
  /** Null: `weighted` where weights are given, `shrink` where a target is, else `nearest`. */
  readonly method: RepairMethod | null;
  /** `NAME=W,NAME=W`, or a file with the columns name and weight; null for equal weights. */
  readonly weights: string | null;
  /** Pairs that stay as they are, `A/B,C/D`. */
  readonly fix: readonly string[];
  /** `identity`, `equal`, or a correlation file; null for identity. */
  readonly target: string | null;
}
