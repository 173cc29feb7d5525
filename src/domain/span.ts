/**
 * What a clearing house publishes for SPAN, for one day: how each contract does in sixteen scenarios, and what is charged
 * and credited between months and between commodities. Terms are those of the SPAN file layouts.
 */

/** A side of a spread: legs of side `A` are long when legs of side `B` are short, or the other way round. */
export type SpanSide = 'A' | 'B';

/** A leg of a spread within a combined commodity. */
export interface SpanMonthLeg {
  /** First and last contract month, `YYYYMM` or `YYYYMMDD`; the same where the leg is one month. */
  readonly from: string;
  readonly to: string;
  /** Deltas in one spread. */
  readonly ratio: number;
  readonly side: SpanSide;
}

/** How a spread between months is charged: `rate` money a spread (`flat`), for each month between (`perMonth`), or that part of the weighted price risk (`weightedPrice`). */
export type SpanChargeMethod = 'flat' | 'perMonth' | 'weightedPrice';

/** A spread between months of one combined commodity. */
export interface SpanIntraSpread {
  readonly name: string;
  readonly legs: readonly SpanMonthLeg[];
  readonly method: SpanChargeMethod;
  readonly rate: number;
}

/** What deliverable positions in a delivery month cost, for each delta. */
export interface SpanSpotMonth {
  readonly month: string;
  /** For each delta left after spreads, and for each that a spread took. */
  readonly outrightRate: number;
  readonly spreadRate: number;
}

/** Everything on one deliverable: futures and their options in all months. */
export interface SpanCommodity {
  readonly name: string;
  /** The currency of its amounts. */
  readonly currency: string;
  /** In priority order, series before tiers. */
  readonly intraSpreads: readonly SpanIntraSpread[];
  readonly spotMonths: readonly SpanSpotMonth[];
  /** Money for each short option. */
  readonly shortOptionRate: number;
  /** `gross`: puts and calls together; `max`: the larger of the two. */
  readonly shortOptionMethod: 'gross' | 'max';
  /** Initial margin over maintenance margin. */
  readonly initialRatio: number;
}

/** A leg of a spread between combined commodities. */
export interface SpanCommodityLeg {
  readonly commodity: string;
  readonly ratio: number;
  readonly side: SpanSide;
  /** The part that is credited: of the price risk of a leg by deltas, of gains when scanned. */
  readonly creditRate: number;
}

/** A spread between combined commodities: a credit for deltas that offset, or losses and gains scanned together. */
export interface SpanInterSpread {
  readonly name: string;
  readonly method: 'delta' | 'scanning';
  readonly legs: readonly SpanCommodityLeg[];
}

/** A contract of a SPAN file, for one long contract. */
export interface SpanContract {
  readonly commodity: string;
  /** The product's own code, of which a combined commodity may have several (`ES`, `MES`, `EW` in `ES`). */
  readonly product: string;
  readonly kind: 'future' | 'option' | 'physical';
  /** The month that is delivered: of an option, of its underlying contract. */
  readonly month: string;
  /** Last day of trading of the contract itself, `YYYYMMDD`, or its month `YYYYMM` where the file has no day. */
  readonly expiry: string;
  readonly strike: number | null;
  readonly right: 'C' | 'P' | null;
  /** Loss in each of the sixteen scenarios, money of the commodity's currency. */
  readonly losses: Float64Array;
  /** Composite delta, and how many deltas of the commodity one contract's delta is. */
  readonly delta: number;
  readonly deltaScale: number;
  readonly price: number;
  /** Money for one unit of price. */
  readonly valueFactor: number;
  /** Whether its premium is paid up front (not for futures, nor for options margined like them). */
  readonly premiumPaid: boolean;
}

/** A SPAN file. */
export interface SpanFile {
  /** ISO date. */
  readonly date: string;
  readonly clearingHouse: string;
  readonly commodities: readonly SpanCommodity[];
  readonly contracts: readonly SpanContract[];
  /** In priority order. */
  readonly interSpreads: readonly SpanInterSpread[];
}
