import { type Affine, constant, type Formula, max, scale, sum } from '../../formula/index.js';
import { columnAmount } from '../derive/column-amount.js';
import { contractPrices, expirySum } from '../derive/expiry-lines.js';
import { discountedLoss } from '../derive/expiry-loss.js';
import { forwardContingency } from '../derive/forward-contingency.js';
import { grossContracts } from '../derive/gross-contracts.js';
import { nakedShorts } from '../derive/naked-shorts.js';
import { oracleContingency } from '../derive/oracle-contingency.js';
import { pegLoss } from '../derive/peg-loss.js';
import { perpetualSize } from '../derive/perpetual-size.js';
import { requireSound } from '../derive/require-sound.js';
import { scenarioName } from '../derive/scenario-name.js';
import { totalValue } from '../derive/total-value.js';
import type { VenueRequirement, VenueScenario } from '../venue-requirement.js';
import { arrangeBook, type Pm1Book, type Pm1Expiry } from './pm1-book.js';
import { pm1Problems } from './pm1-problems.js';
import type { Pm1Line, Pm1Snapshot } from './pm1-snapshot.js';
import type { Pm1Scenario, Pm1Values } from './pm1-values.js';

/**
 * Derive's older portfolio margin PMRM for one underlying and its base asset, in dollars:
 *
 * ```
 * loss        = max(forward contingency, largest scenario loss)
 * maintenance = loss + static contingency
 * initial     = (initialFactor + peg loss) x (loss + static contingency) + oracle contingency
 * ```
 *
 * Convex as long as the static discount is at most 1; above, expiry losses are `min` nodes. A perpetual line counts as held
 * even at quantity zero where the confidence of its price is concerned.
 *
 * SOURCE: derivexyz/v2-core, PMRM.sol and PMRMLib.sol.
 *
 * @throws RangeError on anything that `pm1Problems` reports
 */
export function derivePm1(lines: readonly Pm1Line[], snapshot: Pm1Snapshot, values: Pm1Values): VenueRequirement {
  requireSound('derive-pm1', pm1Problems(lines, snapshot, values));
  const book = arrangeBook(lines, snapshot, values);
  const scenarios = scenarioLosses(book, snapshot, values);
  const basis = forwardContingency(book.expiries, values);
  const worst = max('worst scenario', [basis, ...scenarios.map(({ loss }) => loss)]);
  const fixed = staticContingency(book, snapshot, values);
  const oracle = oracleCharge(book, snapshot, values);
  const factor = values.initialFactor + pegLoss(snapshot.stablePrice, values);
  const maintenance = sum('maintenance margin', [worst, fixed]);
  return {
    initial: sum('initial margin', [scale('loss and static contingency', factor, maintenance), oracle]),
    maintenance,
    value: markToMarket(book, snapshot),
    scenarios,
    components: {
      worstLoss: worst,
      forwardContingency: basis,
      staticContingency: fixed,
      oracle,
      initialLossFactor: constant('initial loss factor', factor),
    },
    confidence: 'verified',
  };
}

function scenarioLosses(book: Pm1Book, snapshot: Pm1Snapshot, values: Pm1Values): VenueScenario[] {
  const before = book.expiries.map((expiry) => contractPrices(expiry, 1));
  return values.scenarios.map((scenario) => {
    const { spotShock, volatility } = scenario;
    const name = scenarioName(spotShock, volatility);
    const parts: Formula[] = book.expiries.map((expiry, e) => expiryLoss(expiry, before[e]!, scenario));
    if (spotShock !== 1) parts.unshift(linearLoss(book, snapshot, spotShock));
    return { name, loss: sum(name, parts), spotMove: spotShock - 1, volatility, weight: 1 };
  });
}

function expiryLoss(expiry: Pm1Expiry, before: Float64Array, { spotShock, volatility }: Pm1Scenario): Formula {
  const factor = volatility === 'none' ? 1 : expiry.shock[volatility];
  const after = contractPrices(expiry, spotShock, (sigma) => sigma * factor);
  return discountedLoss(expiry.name, expiry, before, after, expiry.discounts);
}

function linearLoss(book: Pm1Book, { spot, stablePrice, perpetual }: Pm1Snapshot, spotShock: number): Formula {
  const perpetualPrice = perpetual?.price ?? 0;
  return sum('perpetual and base asset', [
    columnAmount('perpetual', book.perpetualColumn, perpetualPrice * (1 - spotShock)),
    columnAmount('base asset', book.baseColumn, (spot / stablePrice) * (1 - spotShock)),
  ]);
}

function staticContingency(book: Pm1Book, { spot }: Pm1Snapshot, values: Pm1Values): Formula {
  return sum('static contingency', [
    scale('perpetual', values.perpRate * spot, perpetualSize(book.perpetualColumn)),
    columnAmount('base asset', book.baseColumn, values.baseRate * spot),
    scale('short options', values.optionRate * spot, sum('naked shorts', book.expiries.map(nakedShorts))),
  ]);
}

function oracleCharge(book: Pm1Book, { spot }: Pm1Snapshot, values: Pm1Values): Formula {
  const size = perpetualSize(book.perpetualColumn);
  const linear = sum('perpetual and base asset', [size, columnAmount('base asset', book.baseColumn, 1)]);
  return sum('oracle contingency', [
    oracleContingency('prices of perpetual and base asset', book.confidence, linear, spot, values),
    ...book.expiries.map((expiry) => {
      const gross = grossContracts(`contracts of ${expiry.name}`, expiry.columns);
      return oracleContingency(`prices of ${expiry.name}`, expiry.confidence, gross, spot, values);
    }),
  ]);
}

function markToMarket(book: Pm1Book, { spot, stablePrice }: Pm1Snapshot): Affine {
  const options = book.expiries.map((expiry) => expirySum(expiry.name, expiry, contractPrices(expiry, 1)));
  const base = columnAmount('base asset', book.baseColumn, spot / stablePrice);
  return totalValue([...options, base], book.cashColumn);
}
