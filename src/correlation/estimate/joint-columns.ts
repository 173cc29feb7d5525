import { OrderOnDates, type OwnReturns, ownReturns } from './order-on-dates.js';
import type { PairMeasure } from './pair-measure.js';
import { levelsOf, type PricePanel } from './price-panel.js';
import { type ReturnTerms, returnsOn } from './return-terms.js';

/** What a prepared column takes up, for the next one to take. */
interface Slot<P> {
  returns: Float64Array;
  order: Int32Array;
  prepared: P | null;
}

/**
 * Columns prepared for a measure on whatever dates are asked for; what a column's own dates tell is worked out once. Two
 * groups of columns are held, one at each side of the pairs: the next group prepared for a side takes the storage of the last.
 */
export class JointColumns<P> {
  readonly #panel: PricePanel;
  readonly #terms: ReturnTerms;
  readonly #measure: PairMeasure<P>;
  readonly #own = new Map<number, OwnReturns>();
  readonly #orders: OrderOnDates;
  readonly #slots = { left: [] as Slot<P>[], right: [] as Slot<P>[] };

  constructor(panel: PricePanel, terms: ReturnTerms, measure: PairMeasure<P>) {
    this.#panel = panel;
    this.#terms = terms;
    this.#measure = measure;
    this.#orders = new OrderOnDates(panel.dates.length);
  }

  /** The members on a calendar, which every one of them has a price on; good until the same side is prepared again. */
  prepare(side: 'left' | 'right', members: readonly number[], calendar: Int32Array): (P | null)[] {
    const terms = this.#terms;
    const { groups } = this.#panel;
    // Returns counted back from the last date start elsewhere on every calendar.
    const ordered = this.#measure.usesOrder && groups.length > 1 && (terms.overlapping || terms.days === 1);
    const ends = calendar.subarray(Math.min(terms.days, calendar.length));
    const slots = this.#slots[side];
    return members.map((i, k) => {
      slots[k] ??= { returns: new Float64Array(0), order: new Int32Array(0), prepared: null };
      const slot = slots[k];
      slot.returns = returnsOn(levelsOf(this.#panel, i, terms.kind), calendar, terms, slot.returns);
      if (ordered) slot.order = this.#orders.of(this.#ownReturns(i), ends, slot.returns, slot.order);
      const prepared = this.#measure.prepare(slot.returns, ordered ? slot.order : null, slot.prepared);
      // A column that does not move leaves the storage for the next.
      slot.prepared = prepared ?? slot.prepared;
      return prepared;
    });
  }

  #ownReturns(i: number): OwnReturns {
    const known = this.#own.get(i);
    if (known !== undefined) return known;
    const { groups, dates } = this.#panel;
    const { days, kind } = this.#terms;
    const { calendar } = groups.find(({ members }) => members.includes(i))!;
    const returns = returnsOn(levelsOf(this.#panel, i, kind), calendar, this.#terms);
    const own = ownReturns(returns, (place) => calendar[place + days]!, dates.length);
    this.#own.set(i, own);
    return own;
  }
}
