import type { InstrumentType, Settlement } from '../../domain/index.js';

/** A venue's fees for the account that has no discount, as published on a date. */
export interface FeeSchedule {
  /** What `--fees` calls it. */
  readonly id: string;
  readonly venue: string;
  /** ISO date from which the figures hold, or on which they were published. */
  readonly effectiveDate: string;
  readonly source: string;
  /** `high`: the venue's own page; `medium`: its help pages or announcements disagree in details, or are told by others. */
  readonly confidence: 'high' | 'medium';
  /** The first that fits an instrument counts. */
  readonly rates: readonly FeeRate[];
}

/** Fees of some kinds of contract. */
export interface FeeRate {
  readonly types: readonly InstrumentType[];
  /** Null: either. */
  readonly settlement: Settlement | null;
  /** Parts of the underlying's value behind what is traded. */
  readonly maker: number;
  readonly taker: number;
  /** Of an option, the most the fee can be as a part of its price; null for no cap. */
  readonly capOfPrice: number | null;
  /** The least a contract pays, in the currency of its price, whatever the cap says. */
  readonly minimum: number;
}
