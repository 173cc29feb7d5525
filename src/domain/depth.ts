import type { SourceLocation } from './source-location.js';

/** Contracts on offer at one price of an order book. */
export interface DepthLevel {
  /** In the instrument's own unit. */
  readonly price: number;
  /** Contracts, positive. */
  readonly size: number;
  /** Where the level was read; null for one that was not. */
  readonly origin: SourceLocation | null;
}

/** The displayed order book of one instrument: each side best price first, every price once. */
export interface OrderBook {
  readonly bids: readonly DepthLevel[];
  readonly asks: readonly DepthLevel[];
}

/** Order books by instrument name. */
export type Depth = ReadonlyMap<string, OrderBook>;
