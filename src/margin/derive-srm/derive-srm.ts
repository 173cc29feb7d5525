import { type Formula, sum } from '../../formula/index.js';
import { groupByExpiry, type PlacedOption } from '../derive/expiry-lines.js';
import { requireSound } from '../derive/require-sound.js';
import { totalValue } from '../derive/total-value.js';
import type { VenueRequirement } from '../venue-requirement.js';
import { type MarketLines, type MarketRequirement, marketRequirement } from './market-requirement.js';
import { srmProblems } from './srm-problems.js';
import type { SrmLine, SrmMarket, SrmSnapshot } from './srm-snapshot.js';
import { figuresOf, type SrmValues } from './srm-values.js';

/**
 * Derive's standard margin: rules instead of scenarios, summed over underlyings, in dollars.
 *
 * Not convex: the options of an expiry need the smaller of two requirements (a `min` node per expiry), each convex. The rules
 * look at the strikes of all lines: leave out those of quantity zero to price a book as the venue does.
 *
 * SOURCE: derivexyz/v2-core, StandardManager.sol.
 *
 * @throws RangeError on anything that `srmProblems` reports
 */
export function deriveSrm(lines: readonly SrmLine[], snapshot: SrmSnapshot, values: SrmValues): VenueRequirement {
  requireSound('derive-srm', srmProblems(lines, snapshot, values));
  const markets = snapshot.markets.map((market) =>
    marketRequirement(linesOf(market, lines), snapshot.stablePrice, figuresOf(market.underlying, values)),
  );
  const total = (name: string, part: (market: MarketRequirement) => Formula): Formula => sum(name, markets.map(part));
  const parts = {
    perpetualInitial: total('perpetuals', ({ perpetualInitial }) => perpetualInitial),
    perpetualMaintenance: total('perpetuals', ({ perpetualMaintenance }) => perpetualMaintenance),
    optionInitial: total('options', ({ optionInitial }) => optionInitial),
    optionMaintenance: total('options', ({ optionMaintenance }) => optionMaintenance),
    baseInitial: total('base assets', ({ baseInitial }) => baseInitial),
    baseMaintenance: total('base assets', ({ baseMaintenance }) => baseMaintenance),
    oracle: total('oracle contingency', ({ oracle }) => oracle),
    depeg: total('depeg contingency', ({ depeg }) => depeg),
  };
  const { perpetualInitial, optionInitial, baseInitial, oracle, depeg } = parts;
  const cash = lines.findIndex(({ kind }) => kind === 'cash');
  const { perpetualMaintenance, optionMaintenance, baseMaintenance } = parts;
  return {
    initial: sum('initial margin', [perpetualInitial, optionInitial, baseInitial, oracle, depeg]),
    maintenance: sum('maintenance margin', [perpetualMaintenance, optionMaintenance, baseMaintenance]),
    value: totalValue(
      markets.flatMap(({ values: parts }) => parts),
      cash < 0 ? null : cash,
    ),
    scenarios: [],
    components: parts,
    confidence: 'verified',
  };
}

function linesOf(market: SrmMarket, lines: readonly SrmLine[]): MarketLines {
  const feeds = new Map(market.expiries.map((feed) => [feed.secondsToExpiry, feed]));
  const options: PlacedOption[] = [];
  let perpetualColumn: number | null = null;
  let baseColumn: number | null = null;
  lines.forEach((line, column) => {
    if (line.kind === 'cash' || line.underlying !== market.underlying) return;
    if (line.kind === 'option') options.push({ column, line, volatility: line.volatility! });
    else if (line.kind === 'perpetual') perpetualColumn = column;
    else baseColumn = column;
  });
  const expiries = groupByExpiry(options, (seconds) => {
    const { name, secondsToExpiry, forward } = feeds.get(seconds)!;
    return { name, secondsToExpiry, forward: { fixed: 0, variable: forward }, discount: 1 };
  });
  return { market, expiries, perpetualColumn, baseColumn };
}
