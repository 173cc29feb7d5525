import type { VenueLine, VenueMoney } from '../venue-lines/index.js';
import type { PmeValues } from './pme-values.js';

/** A currency pair (`btc_usd`): its index, and its own figures where they are not those of the run. */
export interface PmePair {
  /** The `underlying` of its lines. */
  readonly underlying: string;
  /** Quote currency per coin. */
  readonly index: number;
  readonly values?: PmeValues;
}

/** What `deribit-pme` is built from: the book of one settlement currency of a segregated account. */
export interface PmeInputs {
  readonly asOfMs: number;
  /** `coin` for a BTC or ETH book (one pair only), `quote` for a USDC book (any number of pairs). */
  readonly money: VenueMoney;
  readonly pairs: readonly PmePair[];
  readonly lines: readonly VenueLine[];
  /** Spot, market-maker-protection and open-order margins, which the venue adds to the initial margin. */
  readonly otherMargins?: { readonly spot?: number; readonly mmp?: number; readonly openOrders?: number };
  /**
   * `rule`: the delta shock as documented, with `min` nodes (not convex). `convex`: never below the rule, without
   * `min` nodes, for the optimizer. Both are 0 while the delta is below the threshold.
   */
  readonly deltaShock?: 'rule' | 'convex';
}
