import type { SpanCommodityLeg, SpanInterSpread } from '../../domain/index.js';
import { FIRST_MONTH, LAST_MONTH, type MonthDeltas } from './month-deltas.js';

/** What a combined commodity brings to spreads with others. */
export interface CreditSide {
  readonly deltas: MonthDeltas;
  /** Price risk of one delta. */
  readonly weightedPriceRisk: number;
}

/** A credit that one commodity has from one spread. */
export interface InterCredit {
  readonly name: string;
  readonly commodity: string;
  readonly spreads: number;
  readonly credit: number;
}

/**
 * Credits between commodities whose deltas offset: spreads in priority order; every leg's net delta left must have the sign
 * that its side asks for (all A one, all B the other); as many spreads as the scarcest leg allows; each leg is credited its
 * rate of the price risk of the deltas it gives, which are used up.
 *
 * SOURCE: CME SPAN, inter-commodity spread credits by deltas.
 *
 * @param wholeSpreads whether fractions of a spread count for nothing, as in some houses
 */
export function interCredits(
  spreads: readonly SpanInterSpread[],
  sides: ReadonlyMap<string, CreditSide>,
  wholeSpreads: boolean,
): InterCredit[] {
  return spreads.flatMap((spread) => (spread.method === 'delta' ? creditsOf(spread, sides, wholeSpreads) : []));
}

function creditsOf(
  { name, legs }: SpanInterSpread,
  sides: ReadonlyMap<string, CreditSide>,
  wholeSpreads: boolean,
): InterCredit[] {
  const nets = legs.map(({ commodity }) => sides.get(commodity)?.deltas.net ?? 0);
  const count = spreadsOf(legs, nets);
  const spreads = wholeSpreads ? Math.floor(count * (1 + 1e-12)) : count;
  if (!(spreads > 0)) return [];
  return legs.map(({ commodity, ratio, creditRate }, l): InterCredit => {
    const { deltas, weightedPriceRisk } = sides.get(commodity)!;
    const sign = nets[l]! > 0 ? 1 : -1;
    deltas.take(FIRST_MONTH, LAST_MONTH, sign, spreads * ratio);
    return { name, commodity, spreads, credit: weightedPriceRisk * spreads * ratio * creditRate };
  });
}

function spreadsOf(legs: readonly SpanCommodityLeg[], nets: readonly number[]): number {
  const way = nets[0]! * (legs[0]!.side === 'A' ? 1 : -1);
  const fits = legs.every(({ side }, l) => nets[l]! * (side === 'A' ? 1 : -1) * way > 0);
  return fits ? Math.min(...legs.map(({ ratio }, l) => Math.abs(nets[l]!) / ratio)) : 0;
}
