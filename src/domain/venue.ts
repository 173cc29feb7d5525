import type { SourceLocation } from './source-location.js';

/** What it costs to take a position out of a venue, or to bring one in, as it is: money per contract, or a part of its notional. */
export interface TransferCost {
  readonly kind: 'money' | 'notional';
  readonly value: number;
}

/** A venue that positions can live at. */
export interface Venue {
  readonly name: string;
  /** `ID` or `ID@SET`; null for the run's own. */
  readonly model: string | null;
  /** Null for the run's own. */
  readonly market: string | null;
  /** A positions file of its own; null where its rows stand in the run's, by their venue. */
  readonly positions: string | null;
  /** Null where positions cannot be handed over, only closed and opened again. */
  readonly transferCost: TransferCost | null;
  /** Figures of the model that this venue has otherwise. */
  readonly set: Readonly<Record<string, unknown>>;
  readonly origin: SourceLocation | null;
}

/** One contract of `a` is worth `ratio` contracts of `b`. */
export interface Equivalent {
  readonly a: string;
  readonly b: string;
  readonly ratio: number;
  readonly origin: SourceLocation | null;
}

/** Venues, and which of their contracts stand for one another. */
export interface VenuesFile {
  readonly venues: readonly Venue[];
  readonly equivalents: readonly Equivalent[];
  /** Whether contracts of the same terms stand for one another, whatever they are called. */
  readonly sameTerms: boolean;
}
