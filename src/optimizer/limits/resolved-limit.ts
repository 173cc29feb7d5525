import type { Limit } from '../../domain/index.js';
import type { LimitMeasure } from './limit-measure.js';

/** A limit on one measured figure, its ends in absolute terms. */
export interface ResolvedLimit {
  readonly limit: Limit;
  /** `vega BTC`: how the limit is named in rows and to the user. */
  readonly name: string;
  readonly scope: string;
  readonly unit: string;
  readonly measure: LimitMeasure;
  /** -Infinity and +Infinity for an open end. */
  readonly min: number;
  readonly max: number;
  /** The present book's figure; 0 for figures of trades. */
  readonly before: number;
}
