/** An asset at one venue that takes it. */
export interface PostingTerms {
  /** Place of the venue in the problem. */
  readonly venue: number;
  /** Fraction of value that does not count; below 1. */
  readonly haircut: number;
  /** The most that counts of it there, in money; Infinity for no cap. */
  readonly mostCounted: number;
  /** The same as a part of the venue's requirement; absent where the cap is money, or there is none. */
  readonly shareCounted?: number;
  /** Annual cost of a unit of value posted there. */
  readonly fundingCost: number;
}

/** Something that can be posted. */
export interface PostableAsset {
  readonly asset: string;
  /** Units at hand. */
  readonly amount: number;
  /** Money per unit, above 0. */
  readonly price: number;
  /** Units by which it is posted; null for any part. */
  readonly lot: number | null;
  /** Fewest units posted at a venue, if any; null for none. */
  readonly minimum: number | null;
  readonly terms: readonly PostingTerms[];
}

/** Requirements to be met with assets, at least funding cost a year. */
export interface CollateralProblem {
  readonly venues: readonly { readonly venue: string; readonly requirement: number }[];
  readonly assets: readonly PostableAsset[];
}

/** An amount of an asset at a venue; both by their places in the problem. */
export interface Posting {
  readonly asset: number;
  readonly venue: number;
  /** Units. */
  readonly amount: number;
}
