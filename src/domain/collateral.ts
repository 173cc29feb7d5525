import type { SourceLocation } from './source-location.js';

/** On what terms a venue takes an asset. */
export interface CollateralTerms {
  /** Fraction of value that does not count (0.1 = ten per cent); below 1. */
  readonly haircut: number;
  /** The most of it that counts: money after haircut, or a fraction of the venue's requirement. Null for no cap. */
  readonly cap: { readonly kind: 'money' | 'share'; readonly value: number } | null;
  /** Annual cost of having it there, as a fraction of value; null where it is the asset's own. */
  readonly fundingCost: number | null;
}

/** Something that can be posted, at one venue or split over several. */
export interface CollateralAsset {
  readonly asset: string;
  /** Units at hand; not negative. */
  readonly amount: number;
  /** Reporting currency per unit; null where the market has to say. */
  readonly price: number | null;
  /** Annual cost of having it posted, as a fraction of value: what it would earn or save elsewhere. Negative where it earns more there. */
  readonly fundingCost: number;
  /** Units by which it is posted; null for any part. */
  readonly lot: number | null;
  /** Fewest units that are posted at a venue, if any are; null for none. */
  readonly minimum: number | null;
  /** By venue, in the order of the file. A venue that is not there does not take it. */
  readonly eligible: ReadonlyMap<string, CollateralTerms>;
}

/** What a venue asks for, before any file it names is read. */
export interface CollateralDemand {
  readonly venue: string;
  /**
   * An amount in reporting currency; a margin document to take it from; or a book to margin. Null where the file leaves it to
   * the run.
   */
  readonly requirement:
    | { readonly kind: 'amount'; readonly amount: number }
    | { readonly kind: 'document'; readonly path: string }
    | {
        readonly kind: 'book';
        readonly positions: string;
        readonly market: string | null;
        /** `ID` or `ID@SET`; null for the run's own. */
        readonly model: string | null;
      }
    | null;
  readonly origin: SourceLocation | null;
}
