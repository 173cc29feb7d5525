import { ascendingOrder, type OwnOrder, orderOnDates } from './ascending-order.js';
import type { PairMeasure } from './pair-measure.js';
import { levelsOf, type PricePanel } from './price-panel.js';
import { type ReturnTerms, returnsIn, returnsOn } from './return-terms.js';

/** Columns prepared for a measure on whatever dates are asked for; what a column's own dates tell is worked out once. */
export class JointColumns<P> {
  readonly #panel: PricePanel;
  readonly #terms: ReturnTerms;
  readonly #measure: PairMeasure<P>;
  readonly #own = new Map<number, OwnOrder>();
  readonly #placeAt: Int32Array;

  constructor(panel: PricePanel, terms: ReturnTerms, measure: PairMeasure<P>) {
    this.#panel = panel;
    this.#terms = terms;
    this.#measure = measure;
    this.#placeAt = new Int32Array(panel.dates.length);
  }

  /** The members on a calendar, which every one of them has a price on. */
  prepare(members: readonly number[], calendar: Int32Array): (P | null)[] {
    const terms = this.#terms;
    const { groups } = this.#panel;
    // Returns counted back from the last date start elsewhere on every calendar.
    const ordered = this.#measure.usesOrder && groups.length > 1 && (terms.overlapping || terms.days === 1);
    if (ordered) {
      this.#placeAt.fill(-1);
      for (let k = terms.days; k < calendar.length; k++) this.#placeAt[calendar[k]!] = k - terms.days;
    }
    return members.map((i) => {
      const returns = returnsOn(levelsOf(this.#panel, i, terms.kind), calendar, terms);
      const order = ordered ? orderOnDates(this.#ownOrder(i), this.#placeAt, returns) : null;
      return this.#measure.prepare(returns, order);
    });
  }

  #ownOrder(i: number): OwnOrder {
    const known = this.#own.get(i);
    if (known !== undefined) return known;
    const { groups, dates } = this.#panel;
    const { days, kind } = this.#terms;
    const { calendar } = groups.find(({ members }) => members.includes(i))!;
    const returns = returnsOn(levelsOf(this.#panel, i, kind), calendar, this.#terms);
    const byDate = new Float64Array(dates.length);
    for (let k = 0; k < returnsIn(calendar.length, this.#terms); k++) byDate[calendar[k + days]!] = returns[k]!;
    const own = { dates: ascendingOrder(returns).map((place) => calendar[place + days]!), returns: byDate };
    this.#own.set(i, own);
    return own;
  }
}
