import type { Instrument, Position, SourceLocation, TaggedQuantity } from '../../domain/index.js';
import { DecimalSum } from '../decimal-sum.js';

/** What one row of the positions file adds. */
export interface PositionRow {
  readonly quantityText: string;
  readonly quantity: number;
  readonly entryPrice: number | null;
  readonly account: string | null;
  readonly venue: string | null;
  readonly tag: string | null;
}

/** The rows of one instrument so far. */
export class NetPosition {
  readonly instrument: Instrument;
  readonly origin: SourceLocation;
  readonly #quantity = new DecimalSum();
  readonly #byTag = new Map<string | null, DecimalSum>();
  #cost = 0;
  #isCostKnown = true;
  #account: string | null;
  #venue: string | null;
  rows = 0;

  constructor(instrument: Instrument, origin: SourceLocation, first: PositionRow) {
    this.instrument = instrument;
    this.origin = origin;
    this.#account = first.account;
    this.#venue = first.venue;
  }

  add(row: PositionRow): void {
    this.rows += 1;
    this.#quantity.add(row.quantityText);
    this.#sumOf(row.tag).add(row.quantityText);
    if (row.entryPrice === null) this.#isCostKnown = false;
    else this.#cost += this.#isHarmonic() ? row.quantity / row.entryPrice : row.quantity * row.entryPrice;
    if (row.account !== this.#account) this.#account = null;
    if (row.venue !== this.#venue) this.#venue = null;
  }

  /** Net contracts, exact; infinite beyond double precision. */
  quantity(): number {
    return this.#quantity.value();
  }

  /**
   * The position. Its entry price makes profit since entry equal to that of all rows together: the mean weighted by
   * signed quantity, harmonic for inverse futures, whose profit goes with the reciprocal of the price. Account and venue
   * are null where the rows differ.
   */
  position(): Position {
    const quantity = this.quantity();
    return {
      instrument: this.instrument,
      quantity,
      entryPrice: this.#entryPrice(quantity),
      account: this.#account,
      venue: this.#venue,
      tags: this.#tags(),
      origin: this.origin,
    };
  }

  #sumOf(tag: string | null): DecimalSum {
    let sum = this.#byTag.get(tag);
    if (sum === undefined) {
      sum = new DecimalSum();
      this.#byTag.set(tag, sum);
    }
    return sum;
  }

  /** Tags whose rows net to nothing have no part. */
  #tags(): readonly TaggedQuantity[] {
    const parts = [...this.#byTag].map(([tag, sum]) => ({ tag, quantity: sum.value() }));
    return parts.filter(({ quantity }) => quantity !== 0);
  }

  #entryPrice(quantity: number): number | null {
    if (!this.#isCostKnown) return null;
    const price = this.#isHarmonic() ? quantity / this.#cost : this.#cost / quantity;
    return Number.isFinite(price) ? price : null;
  }

  #isHarmonic(): boolean {
    const { settlement, type } = this.instrument;
    return settlement === 'inverse' && type !== 'option';
  }
}
