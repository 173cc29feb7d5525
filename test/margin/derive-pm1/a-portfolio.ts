import {
  PM1_PARAMETER_SETS,
  type Pm1ExpiryFeed,
  type Pm1Line,
  type Pm1Snapshot,
  type Pm1Values,
} from '../../../src/margin/derive-pm1/index.js';

/** The figures of the venue's own test cases. */
export const REFERENCE: Pm1Values = PM1_PARAMETER_SETS.find(({ id }) => id.includes('reference'))!.values;

export interface Portfolio {
  readonly lines: readonly Pm1Line[];
  readonly quantities: Float64Array;
  readonly snapshot: Pm1Snapshot;
}

type OptionRow = readonly [strike: number, right: 'C' | 'P', amount: number, volatility: number];

interface ExpiryRow extends Partial<Pm1ExpiryFeed> {
  readonly secondsToExpiry: number;
  readonly level: number;
  readonly options: readonly OptionRow[];
}

/** A portfolio from a table: options by expiry, base asset, perpetuals, dollars (profit of the perpetual included). */
export function portfolio(
  expiries: readonly ExpiryRow[],
  holdings: { readonly base?: number; readonly perpetuals?: number; readonly dollars?: number },
  market: Partial<Pm1Snapshot>,
): Portfolio {
  const rows = expiries.flatMap(({ secondsToExpiry, options }) =>
    options.map(([strike, right, amount, volatility]): [Pm1Line, number] => [
      { kind: 'option', name: `${secondsToExpiry}-${strike}-${right}`, secondsToExpiry, strike, right, volatility },
      amount,
    ]),
  );
  const { base = 0, perpetuals = 0, dollars = 0 } = holdings;
  if (base !== 0) rows.push([{ kind: 'base', name: 'ETH' }, base]);
  if (perpetuals !== 0) rows.push([{ kind: 'perpetual', name: 'ETH-PERP' }, perpetuals]);
  rows.push([{ kind: 'cash', name: 'USDC' }, dollars]);
  const snapshot = { spot: 1500, spotConfidence: 1, perpetual: null, stablePrice: 1, ...market };
  return {
    lines: rows.map(([line]) => line),
    quantities: Float64Array.from(rows, ([, amount]) => amount),
    snapshot: { ...snapshot, expiries: expiries.map(feedOf) },
  };
}

function feedOf({ level, options, ...feed }: ExpiryRow): Pm1ExpiryFeed {
  return {
    name: `${feed.secondsToExpiry} s with ${options.length} options`,
    forward: { fixed: 0, variable: level },
    forwardConfidence: 1,
    rate: 0.03,
    rateConfidence: 1,
    volatilityConfidence: 1,
    ...feed,
  };
}
