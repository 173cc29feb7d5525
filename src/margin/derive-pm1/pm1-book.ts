import { type ExpiryLines, groupByExpiry, type PlacedOption } from '../derive/expiry-lines.js';
import type { StaticDiscounts } from '../derive/expiry-loss.js';
import { type TenorShock, tenorShock } from '../derive/tenor-shock.js';
import type { Pm1ExpiryFeed, Pm1Line, Pm1Snapshot } from './pm1-snapshot.js';
import type { Pm1Values } from './pm1-values.js';

/** An expiry with all that the scenarios need of it. */
export interface Pm1Expiry extends ExpiryLines {
  readonly shock: TenorShock;
  /** Only value that is owned is discounted in this model. */
  readonly discounts: StaticDiscounts;
  readonly confidence: number;
}

/** The lines sorted by what they are, with their columns. */
export interface Pm1Book {
  readonly expiries: readonly Pm1Expiry[];
  readonly perpetualColumn: number | null;
  readonly baseColumn: number | null;
  readonly cashColumn: number | null;
  /** Of the spot and, where there is one, the perpetual. */
  readonly confidence: number;
}

/** Sorts the lines of a book and prepares its expiries. The lines have been found sound. */
export function arrangeBook(lines: readonly Pm1Line[], snapshot: Pm1Snapshot, values: Pm1Values): Pm1Book {
  const feeds = new Map(snapshot.expiries.map((feed) => [feed.secondsToExpiry, feed]));
  const columnOf = (kind: Pm1Line['kind']): number | null => {
    const column = lines.findIndex((line) => line.kind === kind);
    return column < 0 ? null : column;
  };
  const options = lines.flatMap((line, column): PlacedOption[] =>
    line.kind === 'option' ? [{ column, line, volatility: line.volatility! }] : [],
  );
  const perpetualColumn = columnOf('perpetual');
  const confidence = Math.min(snapshot.spotConfidence, perpetualColumn === null ? 1 : snapshot.perpetual!.confidence);
  const groups = groupByExpiry(options, (seconds) => {
    const { name, secondsToExpiry, forward } = feeds.get(seconds)!;
    return { name, secondsToExpiry, forward, discount: 1 };
  });
  return {
    expiries: groups.map((group) => prepare(group, feeds.get(group.secondsToExpiry)!, confidence, values)),
    perpetualColumn,
    baseColumn: columnOf('base'),
    cashColumn: columnOf('cash'),
    confidence,
  };
}

function prepare(group: ExpiryLines, feed: Pm1ExpiryFeed, confidence: number, values: Pm1Values): Pm1Expiry {
  const rate = Math.max(0, feed.rate) * values.rateMultiplier + values.rateAdd;
  return {
    ...group,
    shock: tenorShock(group.secondsToExpiry, values),
    discounts: { long: values.baseStaticDiscount * Math.exp(-group.years * rate), short: 1 },
    confidence: Math.min(confidence, feed.forwardConfidence, feed.rateConfidence, feed.volatilityConfidence),
  };
}
