import { type ExpiryLines, groupByExpiry, type PlacedOption } from '../derive/expiry-lines.js';
import type { StaticDiscounts } from '../derive/expiry-loss.js';
import { type TenorShock, tenorShock } from '../derive/tenor-shock.js';
import { yearFraction } from '../derive/year-fraction.js';
import type { CollateralLine, Pm2ExpiryFeed, Pm2Line, Pm2Snapshot } from './pm2-snapshot.js';
import type { Pm2Values } from './pm2-values.js';
import { settlementWindow } from './settlement-window.js';
import { staticDiscounts } from './static-discounts.js';
import { sviVolatility } from './svi-volatility.js';

/** An expiry with all that the scenarios need of it. */
export interface Pm2Expiry extends ExpiryLines {
  readonly shock: TenorShock;
  readonly discounts: StaticDiscounts;
  /** The least of the confidences in its prices, that of the perpetual included where there is one. */
  readonly confidence: number;
}

export interface PlacedCollateral {
  readonly column: number;
  readonly line: CollateralLine;
  /** Value of one unit, in units of the stable coin. */
  readonly unitValue: number;
}

/** The lines sorted by what they are, with their columns. */
export interface Pm2Book {
  readonly expiries: readonly Pm2Expiry[];
  readonly perpetualColumn: number | null;
  readonly collaterals: readonly PlacedCollateral[];
  readonly cashColumn: number | null;
}

/** Sorts the lines of a book and prepares its expiries. The lines have been found sound. */
export function arrangeBook(lines: readonly Pm2Line[], snapshot: Pm2Snapshot, values: Pm2Values): Pm2Book {
  const feeds = new Map(snapshot.expiries.map((feed) => [feed.secondsToExpiry, feed]));
  const options: PlacedOption[] = [];
  const collaterals: PlacedCollateral[] = [];
  let perpetualColumn: number | null = null;
  let cashColumn: number | null = null;
  lines.forEach((line, column) => {
    if (line.kind === 'option') {
      const volatility = line.volatility ?? sviVolatility(line.strike, feeds.get(line.secondsToExpiry)!.curve!);
      options.push({ column, line, volatility });
    } else if (line.kind === 'collateral') {
      collaterals.push({ column, line, unitValue: line.price / snapshot.stablePrice });
    } else if (line.kind === 'perpetual') perpetualColumn = column;
    else cashColumn = column;
  });
  const marketConfidence = Math.min(
    snapshot.spotConfidence,
    perpetualColumn === null ? 1 : snapshot.perpetual!.confidence,
  );
  const groups = groupByExpiry(options, (seconds) => expiryMarket(feeds.get(seconds)!));
  const expiries = groups.map((group) => prepare(group, feeds.get(group.secondsToExpiry)!, marketConfidence, values));
  return { expiries, perpetualColumn, collaterals, cashColumn };
}

function discountOf(feed: Pm2ExpiryFeed): number {
  return Math.exp(-Math.max(0, feed.rate) * yearFraction(feed.secondsToExpiry));
}

function expiryMarket(feed: Pm2ExpiryFeed) {
  const { name, secondsToExpiry, forward } = feed;
  return { name, secondsToExpiry, forward: settlementWindow(forward, secondsToExpiry), discount: discountOf(feed) };
}

function prepare(group: ExpiryLines, feed: Pm2ExpiryFeed, marketConfidence: number, values: Pm2Values): Pm2Expiry {
  const { forwardConfidence, rateConfidence, volatilityConfidence } = feed;
  return {
    ...group,
    shock: tenorShock(feed.secondsToExpiry, values),
    discounts: staticDiscounts(Math.max(0, feed.rate), group.years, group.discount, values),
    confidence: Math.min(marketConfidence, forwardConfidence, rateConfidence, volatilityConfidence),
  };
}
