import type { CommonRequest } from '../../request.js';

/** What is asked about the offsets inside a book. */
export interface HedgesRequest {
  /** The book, its market, and the rule book. */
  readonly book: CommonRequest;
  /** Returns in a stressed window. */
  readonly stressDays: number;
  /** Effectiveness below this fails, a fraction. */
  readonly threshold: number;
}
