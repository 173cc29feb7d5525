import type { ParameterSet } from '../parameter-set.js';
import shipped from '../parameters/tims-2026-11-22.json' with { type: 'json' };

/** What decides the range of the valuation points. Anything that is no broad US index is margined as `equity`. */
export const PRODUCT_TYPES = ['high-cap index', 'broad index', 'equity'] as const;
export type ProductType = (typeof PRODUCT_TYPES)[number];

/** Underlyings that share a deliverable: an index, its funds. Their profits and losses net in full. */
export interface ClassGroup {
  readonly name: string;
  readonly productType: ProductType;
  /** Underlyings by name. */
  readonly members: readonly string[];
}

/** Groups of which a gain offsets the losses of the others in part. */
export interface OffsetGroup {
  readonly name: string;
  /** The part of a member's gain that counts, 0 to 1. */
  readonly offset: number;
  /** Class groups of a product group, product groups of a portfolio group. */
  readonly members: readonly string[];
}

/** The figures of `tims`. Rates and ranges are decimals. */
export interface TimsValues {
  /** Valuation points on either side, equally spaced; the unchanged price is none of them. */
  readonly pointsPerSide: number;
  readonly highCapDown: number;
  readonly highCapUp: number;
  readonly broadDown: number;
  readonly broadUp: number;
  readonly equityDown: number;
  readonly equityUp: number;
  /** A house's own range of a class group, both ways, instead of that of its product type. */
  readonly houseRanges: Readonly<Record<string, number>>;
  /** Minimum of an option in dollars per unit of the multiplier. */
  readonly minimumPerUnit: number;
  readonly classGroups: readonly ClassGroup[];
  readonly productGroups: readonly OffsetGroup[];
  readonly portfolioGroups: readonly OffsetGroup[];
  /** House rule: the largest loss of one class group at this move either way is a floor; 0 for none. */
  readonly concentrationMove: number;
  /** Rates of the strategy-based margin shown beside. */
  readonly strategyStockRate: number;
  readonly strategyEquityRate: number;
  readonly strategyIndexRate: number;
  readonly strategyFloorRate: number;
}

/** The shipped parameter sets of `tims`. */
export const TIMS_PARAMETER_SETS: readonly ParameterSet<TimsValues>[] = [shipped as ParameterSet<TimsValues>];
