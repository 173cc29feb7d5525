import { type Affine, constant, type Formula, max, scale, sparseAffine, sum } from '../../formula/index.js';
import { contractPrices, expirySum } from '../derive/expiry-lines.js';
import { forwardContingency } from '../derive/forward-contingency.js';
import { pegLoss } from '../derive/peg-loss.js';
import { requireSound } from '../derive/require-sound.js';
import { totalValue } from '../derive/total-value.js';
import type { VenueRequirement } from '../venue-requirement.js';
import { arrangeBook, type Pm2Book } from './pm2-book.js';
import { type Pm2Contingencies, pm2Contingencies } from './pm2-contingencies.js';
import { pm2Problems } from './pm2-problems.js';
import { scenarioLosses } from './pm2-scenario-losses.js';
import type { Pm2Line, Pm2Snapshot } from './pm2-snapshot.js';
import type { Pm2Values } from './pm2-values.js';

/**
 * Derive's portfolio margin PMRM_2 for one underlying, in dollars:
 *
 * ```
 * loss        = max(forward contingency, largest scenario loss)
 * maintenance = maintenanceLossFactor x loss + maintenance contingencies
 * initial     = (initialLossFactor + peg loss) x loss + maintenance and initial contingencies + oracle contingency
 * ```
 *
 * Not convex in two places, both `min` nodes: skew scenarios where the static discounts of an expiry differ, and every
 * scenario where the discount on what is owed is below that on what is owned. Two rules of the venue ask what is held and not
 * how much: a perpetual line counts as held even at quantity zero, so leave it out of `lines` to price a book without one.
 *
 * SOURCE: derivexyz/v2-core, PMRM_2.sol and PMRMLib_2.sol.
 *
 * @throws RangeError on anything that `pm2Problems` reports
 */
export function derivePm2(lines: readonly Pm2Line[], snapshot: Pm2Snapshot, values: Pm2Values): VenueRequirement {
  requireSound('derive-pm2', pm2Problems(lines, snapshot, values));
  const book = arrangeBook(lines, snapshot, values);
  const scenarios = scenarioLosses(book, snapshot, values);
  const basis = forwardContingency(book.expiries, values);
  const worst = max('worst scenario', [basis, ...scenarios.map(({ loss }) => loss)]);
  const contingencies = pm2Contingencies(book, snapshot, values);
  const initialFactor = values.initialLossFactor + pegLoss(snapshot.stablePrice, values);
  const optionValue = valueOfOptions(book);
  const collateralValue = valueOfCollateral(book);
  return {
    ...requirements(worst, initialFactor, contingencies, values),
    value: totalValue([...optionValue, collateralValue], book.cashColumn),
    scenarios,
    components: {
      worstLoss: worst,
      forwardContingency: basis,
      initialLossFactor: constant('initial loss factor', initialFactor),
      maintenanceLossFactor: constant('maintenance loss factor', values.maintenanceLossFactor),
      ...contingencies,
      optionValue: sum('options', optionValue),
      collateralValue,
      ...perExpiry(book, optionValue),
    },
    confidence: 'verified',
  };
}

function requirements(
  worst: Formula,
  initialFactor: number,
  contingencies: Pm2Contingencies,
  values: Pm2Values,
): { initial: Formula; maintenance: Formula } {
  const { perpetualMaintenance, optionMaintenance, collateralMaintenance } = contingencies;
  const { perpetualInitial, optionInitial, collateralInitial, oracle } = contingencies;
  const both = [perpetualMaintenance, optionMaintenance, collateralMaintenance];
  return {
    initial: sum('initial margin', [
      scale('scenario loss', initialFactor, worst),
      ...both,
      perpetualInitial,
      optionInitial,
      collateralInitial,
      oracle,
    ]),
    maintenance: sum('maintenance margin', [scale('scenario loss', values.maintenanceLossFactor, worst), ...both]),
  };
}

function valueOfOptions({ expiries }: Pm2Book): Affine[] {
  return expiries.map((expiry) => expirySum(`value of ${expiry.name}`, expiry, contractPrices(expiry, 1)));
}

function valueOfCollateral({ collaterals }: Pm2Book): Affine {
  return sparseAffine(
    'collateral',
    collaterals.map(({ column }) => column),
    collaterals.map(({ unitValue }) => unitValue),
  );
}

function perExpiry({ expiries }: Pm2Book, optionValue: readonly Affine[]): Record<string, Formula> {
  return Object.fromEntries(
    expiries.flatMap(({ name, discounts }, e) => [
      [`value of ${name}`, optionValue[e]!],
      [`long discount of ${name}`, constant('long discount', discounts.long)],
      [`short discount of ${name}`, constant('short discount', discounts.short)],
    ]),
  );
}
