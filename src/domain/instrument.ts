/**
 * What kind of contract an instrument is. `index` rows carry a level and cannot be traded; a `trade` is a derivative that
 * sensitivities alone describe, quantity 1 being all of it.
 */
export type InstrumentType = 'spot' | 'index' | 'future' | 'perpetual' | 'option' | 'trade';

export type OptionRight = 'C' | 'P';

export type ExerciseStyle = 'european' | 'american';

/**
 * How profit is paid. `linear`: price is money per unit of the underlying, profit is money. `inverse`: profit is paid in
 * the underlying coin (an inverse option's price is in coin, an inverse future's price is in quote currency per coin).
 */
export type Settlement = 'linear' | 'inverse';

/**
 * One contract, described by its terms alone (no prices).
 *
 * `multiplier`: units of the underlying in one contract; for an inverse future or perpetual, units of quote currency.
 * `currency`: the currency in which the price is quoted (`BTC` for a coin-settled BTC option, `USD` for its future).
 */
export interface Instrument {
  /** The name used in the files; the identity of the instrument in a run. */
  readonly name: string;
  readonly type: InstrumentType;
  readonly underlying: string;
  /** Epoch milliseconds, UTC; null for spot, index and perpetual. */
  readonly expiry: number | null;
  /** In quote currency per unit of the underlying; null unless an option. */
  readonly strike: number | null;
  readonly right: OptionRight | null;
  readonly exercise: ExerciseStyle | null;
  readonly settlement: Settlement;
  readonly multiplier: number;
  readonly currency: string;
}
