import type { OptionRight, Settlement } from '../../domain/index.js';

/** The terms of an option and what its venue says of it. */
export interface VenueOption {
  readonly right: OptionRight;
  readonly strike: number;
  /** Annual, a decimal. */
  readonly volatility: number;
  /** The venue's mark, in quote currency per unit (linear) or coin per unit (inverse); the model's price where absent. */
  readonly markPrice?: number;
  /** The venue's delta per unit of the underlying; Black's where absent. */
  readonly delta?: number;
}

/** One contract as a venue's rule book sees it, without a quantity: column j of a formula is line j. */
export interface VenueLine {
  readonly name: string;
  readonly kind: 'spot' | 'perpetual' | 'future' | 'option';
  readonly underlying: string;
  readonly settlement: Settlement;
  /** Units of the underlying (coins) in one contract; of an inverse future, its quote amount over its price. */
  readonly unitsPerContract: number;
  /** Quote currency per unit: the mark of a future or perpetual, the forward of an option's expiry, the index of spot. */
  readonly price: number;
  /** Epoch milliseconds; null for spot and perpetual. */
  readonly expiryMs: number | null;
  /** Null unless an option. */
  readonly option: VenueOption | null;
}
