import type { SpanIntraSpread, SpanMonthLeg, SpanSide } from '../../domain/index.js';
import type { MonthDeltas } from './month-deltas.js';

/** Spreads of one kind that a book was charged for. */
export interface SpreadCharge {
  readonly name: string;
  readonly spreads: number;
  readonly charge: number;
}

const SIGN_OF: Readonly<Record<SpanSide, 1 | -1>> = { A: 1, B: -1 };

/**
 * The charge for months that do not move as one: spreads in priority order, each first with its A legs long and then the
 * other way round, as many as the deltas left allow; the deltas are used up.
 *
 * SOURCE: CME SPAN, intra-commodity spreading by series and by tiers (method 10). Fractions of a spread count.
 *
 * @param weightedPriceRisk price risk of one delta, for spreads charged by it
 */
export function intraCharges(
  spreads: readonly SpanIntraSpread[],
  deltas: MonthDeltas,
  weightedPriceRisk: number,
): SpreadCharge[] {
  const charges: SpreadCharge[] = [];
  for (const spread of spreads) {
    let count = 0;
    for (const way of [1, -1] as const) count += formSpreads(spread, deltas, way);
    if (count > 0)
      charges.push({ name: spread.name, spreads: count, charge: count * rateOf(spread, weightedPriceRisk) });
  }
  return charges;
}

function formSpreads({ legs }: SpanIntraSpread, deltas: MonthDeltas, way: 1 | -1): number {
  const signOf = ({ side }: SpanMonthLeg): 1 | -1 => (way * SIGN_OF[side]) as 1 | -1;
  const count = Math.min(...legs.map((leg) => deltas.available(leg.from, leg.to, signOf(leg)) / leg.ratio));
  if (!(count > 0)) return 0;
  for (const leg of legs) deltas.take(leg.from, leg.to, signOf(leg), count * leg.ratio);
  return count;
}

function rateOf({ method, rate, legs }: SpanIntraSpread, weightedPriceRisk: number): number {
  if (method === 'flat') return rate;
  if (method === 'weightedPrice') return rate * weightedPriceRisk;
  const months = legs.map(({ from }) => monthNumber(from));
  return rate * (Math.max(...months) - Math.min(...months));
}

/** Months since the year 0 of `YYYYMM...`. */
function monthNumber(month: string): number {
  return 12 * Number(month.slice(0, 4)) + Number(month.slice(4, 6));
}
