import type { VenueLine } from '../venue-lines/index.js';

/** A contract of OKX; spot that hedges derivatives is a line too. */
export interface OkxLine extends VenueLine {
  /** The venue's delta of one contract in USD; units x delta x index where absent. */
  readonly deltaUsd?: number;
}

/** A risk unit: everything on one coin. */
export interface OkxUnit {
  /** The `underlying` of its lines. */
  readonly underlying: string;
  /** USD per coin, by which profits are counted (not the mark). */
  readonly indexUsd: number;
  /** MR9, the charge for stablecoins that part, in USD; its rule is not built, 0 where absent. */
  readonly stablecoinCharge?: number;
}

/** What `okx-pm` is built from. */
export interface OkxInputs {
  readonly asOfMs: number;
  readonly units: readonly OkxUnit[];
  readonly lines: readonly OkxLine[];
  /** Margins of borrowings in USD, from the venue's own tables. */
  readonly borrowing?: { readonly maintenance: number; readonly initial: number };
}
