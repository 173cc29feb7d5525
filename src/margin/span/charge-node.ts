import type { SpanInterSpread } from '../../domain/index.js';
import { type Affine, constant, type Formula, max, type Sum, sum } from '../../formula/index.js';
import {
  type ChargesWithin,
  type CommodityBook,
  type CommodityCharges,
  chargesWithin,
  type DeltaPosition,
  netCharge,
  spanCharges,
} from './span-charges.js';

/** Deltas are moved by this part of one, or of what there is, to see how charges change. */
const STEP = 1e-4;

/** What charges and credits of a book are worked out from. */
export interface ChargedBook {
  readonly books: readonly CommodityBook[];
  readonly positions: ReadonlyMap<string, DeltaPosition>;
  readonly interSpreads: readonly SpanInterSpread[];
  readonly wholeSpreads: boolean;
}

/** Charges and credits of a commodity: of the book, and as a formula. */
export interface ChargeNode extends CommodityCharges {
  readonly node: Sum;
}

/**
 * Charges and credits of each commodity as formulas: the amounts of the book itself, and beside them how they change with
 * the deltas of each month while nothing else moves (weighted price risks held, fractions of spreads counted). Exact at
 * the book, where the changes are nothing; elsewhere they stand for the rules, which no formula over quantities says.
 */
export function chargeNodes(charged: ChargedBook): Map<string, ChargeNode> {
  const { books, positions, interSpreads, wholeSpreads } = charged;
  const within = new Map(books.map((book) => [book.lines.name, chargesWithin(book, positions)]));
  const charges = spanCharges(books, positions, interSpreads, wholeSpreads, within);
  return new Map(
    books.map((book) => {
      const { name } = book.lines;
      const own = charges.get(name)!;
      // Deltas of a commodity that move leave what the others are charged within themselves as it is.
      const others = new Map(within);
      others.delete(name);
      const { intra, spot, credits } = own;
      const node = sum('charges and credits', [
        ...intra.map((one) => constant(`inter-month ${one.name} x ${shown(one.spreads)}`, one.charge)),
        ...(spot === 0 ? [] : [constant('delivery month', spot)]),
        ...credits.map((one) => constant(`credit ${one.name} x ${shown(one.spreads)}`, -one.credit)),
        ...book.lines.months.flatMap((month) => changes(charged, book, month, others)),
      ]);
      return [name, { ...own, node }];
    }),
  );
}

function shown(count: number): string {
  return String(Number(count.toPrecision(6)));
}

/** How the charges of all commodities change with the deltas of one month of one of them. */
function changes(
  { books, positions, interSpreads }: ChargedBook,
  { lines, rate }: CommodityBook,
  month: string,
  others: ReadonlyMap<string, ChargesWithin>,
): Formula[] {
  const position = positions.get(lines.name)!;
  const now = position.deltas.get(month)!;
  const chargedAt = (delta: number): number => {
    const moved = { ...position, deltas: new Map(position.deltas).set(month, delta) };
    const all = spanCharges(books, new Map(positions).set(lines.name, moved), interSpreads, false, others);
    return books.reduce((total, book) => total + (book.rate * netCharge(all.get(book.lines.name)!)) / rate, 0);
  };
  const step = STEP * Math.max(1, Math.abs(now));
  const here = chargedAt(now);
  const up = (chargedAt(now + step) - here) / step;
  const down = (here - chargedAt(now - step)) / step;
  const delta = lines.delta(month, now);
  const along = (slope: number): Affine => ({
    ...delta,
    name: slope === up ? 'more' : 'less',
    constant: slope * delta.constant,
    coefficients: delta.coefficients.map((coefficient) => slope * coefficient),
  });
  const name = `with the deltas of ${month}`;
  if (Math.max(Math.abs(up), Math.abs(down)) < 1e-9) return [];
  // Where less delta costs more than more of it saves the two slopes are convex; else their mean stands for both.
  return [up > down ? max(name, [along(up), along(down)]) : { ...along((up + down) / 2), name }];
}
