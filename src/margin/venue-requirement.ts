import type { Affine, Formula } from '../formula/index.js';

/** How sure a margin is: `verified` where outside numbers of books of this kind were reproduced, `model` where none exist. */
export type VenueConfidence = 'verified' | 'model';

/** One scenario of a venue's grid, for a book of any quantities. */
export interface VenueScenario {
  readonly name: string;
  /** What the book loses in it (positive = a loss), as the venue compares it: weight, dampening and discounts applied. */
  readonly loss: Formula;
  /** Fraction by which the price moves; 0 for a scenario of volatility alone. */
  readonly spotMove: number;
  /** What volatility does: `up`, `none`, `down`, or the venue's own word (a skew, a shock in points). */
  readonly volatility: string;
  /** Factor on the loss before scenarios are compared; it is already in `loss`. */
  readonly weight: number;
}

/**
 * A venue's rule book for one market, over quantities: column j is line j (a contract, a collateral asset or cash).
 * `initial` and `maintenance` are requirements: positive is money needed, the value of the book not among it. A venue's
 * net margin is value - requirement. All are in the venue's own currency of account.
 */
export interface VenueRequirement {
  readonly initial: Formula;
  readonly maintenance: Formula;
  /** Mark to market of the lines. */
  readonly value: Affine;
  readonly scenarios: readonly VenueScenario[];
  /** Named parts of the two requirements, in the venue's words: what its reports can be compared with. */
  readonly components: Readonly<Record<string, Formula>>;
  readonly confidence: VenueConfidence;
}
