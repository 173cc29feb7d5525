import type { SpanCommodity, SpanInterSpread } from '../../domain/index.js';
import type { CommodityLines } from './commodity-lines.js';
import { type InterCredit, interCredits } from './inter-credits.js';
import { intraCharges, type SpreadCharge } from './intra-charge.js';
import { MonthDeltas } from './month-deltas.js';
import { scanRisk } from './scan-risk.js';
import { spotCharge } from './spot-charge.js';

/** A combined commodity with its lines. */
export interface CommodityBook {
  readonly terms: SpanCommodity;
  readonly lines: CommodityLines;
  /** Money of the reporting currency for one unit of the commodity's own. */
  readonly rate: number;
}

/** What is charged and credited beside the scan, of one commodity, in its currency. */
export interface CommodityCharges {
  readonly intra: readonly SpreadCharge[];
  readonly spot: number;
  readonly credits: readonly InterCredit[];
  /** Price risk of one delta. */
  readonly weightedPriceRisk: number;
}

/** By name of the commodity: net deltas by month, and the price risk of one delta. */
export interface DeltaPosition {
  readonly deltas: ReadonlyMap<string, number>;
  readonly weightedPriceRisk: number;
}

/** The deltas of a book, and its weighted price risks. */
export function deltaPositions(books: readonly CommodityBook[], book: Float64Array): Map<string, DeltaPosition> {
  return new Map(
    books.map(({ lines }) => {
      const deltas = lines.deltasOf(book);
      const net = [...deltas.values()].reduce((total, delta) => total + delta, 0);
      const { priceRisk } = scanRisk(lines.lossesOf(book));
      return [lines.name, { deltas, weightedPriceRisk: net === 0 ? 0 : priceRisk / Math.abs(net) }];
    }),
  );
}

/** What one commodity is charged for by itself, and the deltas that this leaves. */
export interface ChargesWithin extends Pick<CommodityCharges, 'intra' | 'spot' | 'weightedPriceRisk'> {
  readonly name: string;
  readonly deltas: MonthDeltas;
}

/** Spreads between months of a commodity, then its delivery months. */
export function chargesWithin(
  { terms, lines }: CommodityBook,
  positions: ReadonlyMap<string, DeltaPosition>,
): ChargesWithin {
  const { deltas: net, weightedPriceRisk } = positions.get(lines.name)!;
  const deltas = new MonthDeltas(net);
  const intra = intraCharges(terms.intraSpreads, deltas, weightedPriceRisk);
  return { name: lines.name, deltas, weightedPriceRisk, intra, spot: spotCharge(terms.spotMonths, deltas) };
}

/**
 * What is charged between months and near delivery, and credited between commodities, step by step in SPAN's order: spreads
 * within each commodity, then delivery months, then spreads across commodities with the deltas that are left.
 *
 * @param known of commodities whose own charges have been worked out already
 */
export function spanCharges(
  books: readonly CommodityBook[],
  positions: ReadonlyMap<string, DeltaPosition>,
  interSpreads: readonly SpanInterSpread[],
  wholeSpreads: boolean,
  known: ReadonlyMap<string, ChargesWithin> = new Map(),
): Map<string, CommodityCharges> {
  const within = books.map((book) => known.get(book.lines.name) ?? chargesWithin(book, positions));
  const sides = new Map(
    within.map(({ name, deltas, weightedPriceRisk }) => [name, { deltas: deltas.copy(), weightedPriceRisk }]),
  );
  const credits = interCredits(interSpreads, sides, wholeSpreads);
  return new Map(
    within.map(({ name, intra, spot, weightedPriceRisk }) => [
      name,
      { intra, spot, weightedPriceRisk, credits: credits.filter(({ commodity }) => commodity === name) },
    ]),
  );
}

/** Charges less credits of one commodity. */
export function netCharge({ intra, spot, credits }: CommodityCharges): number {
  const charged = intra.reduce((total, { charge }) => total + charge, spot);
  return credits.reduce((total, { credit }) => total - credit, charged);
}
