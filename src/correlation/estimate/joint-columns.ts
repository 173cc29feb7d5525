import { OrderOnDates, type OwnReturns, ownReturns } from './order-on-dates.js';
import type { PairMeasure } from './pair-measure.js';
import { levelsOf, type PricePanel } from './price-panel.js';
import { type ReturnTerms, returnsOn } from './return-terms.js';

/** Columns prepared for a measure on whatever dates are asked for; what a column's own dates tell is worked out once. */
export class JointColumns<P> {
  readonly #panel: PricePanel;
  readonly #terms: ReturnTerms;
  readonly #measure: PairMeasure<P>;
  readonly #own = new Map<number, OwnReturns>();
  readonly #orders: OrderOnDates;

  constructor(panel: PricePanel, terms: ReturnTerms, measure: PairMeasure<P>) {
    this.#panel = panel;
    this.#terms = terms;
    this.#measure = measure;
    this.#orders = new OrderOnDates(panel.dates.length);
  }

  /** The members on a calendar, which every one of them has a price on. */
  prepare(members: readonly number[], calendar: Int32Array): (P | null)[] {
    const terms = this.#terms;
    const { groups } = this.#panel;
    // Returns counted back from the last date start elsewhere on every calendar.
    const ordered = this.#measure.usesOrder && groups.length > 1 && (terms.overlapping || terms.days === 1);
    const ends = calendar.subarray(Math.min(terms.days, calendar.length));
    return members.map((i) => {
      const returns = returnsOn(levelsOf(this.#panel, i, terms.kind), calendar, terms);
      const order = ordered ? this.#orders.of(this.#ownReturns(i), ends, returns) : null;
      return this.#measure.prepare(returns, order);
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
