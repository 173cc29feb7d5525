import { type Affine, type Formula, scale, sparseAffine, sum } from '../../formula/index.js';
import { contractPrices, shockedForward } from '../derive/expiry-lines.js';
import { absoluteDiscountedChange, discountedLoss } from '../derive/expiry-loss.js';
import { scenarioName } from '../derive/scenario-name.js';
import type { VenueScenario } from '../venue-requirement.js';
import type { Pm2Book, Pm2Expiry } from './pm2-book.js';
import type { Pm2Snapshot } from './pm2-snapshot.js';
import type { Pm2Scenario, Pm2Values } from './pm2-values.js';
import { skewMultiplier } from './skew-volatility.js';

/**
 * The loss of every scenario as a formula: the perpetual and risk-cancelling collateral by the spot move, each expiry
 * revalued and discounted, all times the dampening factor.
 *
 * SOURCE: derivexyz/v2-core, PMRMLib_2.sol, getScenarioPnL.
 */
export function scenarioLosses(book: Pm2Book, snapshot: Pm2Snapshot, values: Pm2Values): VenueScenario[] {
  const before = book.expiries.map((expiry) => contractPrices(expiry, 1));
  return values.scenarios.map((scenario) => {
    const { spotShock, volatility } = scenario;
    const name = isSkew(volatility) ? `skew ${volatility}` : scenarioName(spotShock, volatility);
    const parts: Formula[] = book.expiries.map((expiry, e) => expiryLoss(expiry, before[e]!, scenario, values));
    if (spotShock !== 1) parts.unshift(linearLoss(book, snapshot, spotShock));
    const whole = sum(name, parts);
    return {
      name,
      loss: scenario.dampening === 1 ? whole : scale(name, scenario.dampening, whole),
      spotMove: spotShock - 1,
      volatility,
      weight: scenario.dampening,
    };
  });
}

function isSkew(volatility: string): volatility is 'linear' | 'abs' {
  return volatility === 'linear' || volatility === 'abs';
}

function expiryLoss(expiry: Pm2Expiry, before: Float64Array, scenario: Pm2Scenario, values: Pm2Values): Formula {
  const { spotShock, volatility } = scenario;
  if (isSkew(volatility)) {
    const forward = shockedForward(expiry, 1);
    const skewed = contractPrices(expiry, 1, (sigma, k) => {
      const logMoneyness = Math.log(expiry.strikes[k]! / forward);
      return sigma * skewMultiplier(volatility, logMoneyness, expiry.years, values);
    });
    return absoluteDiscountedChange(expiry.name, expiry, before, skewed, expiry.discounts);
  }
  const after = contractPrices(expiry, spotShock, (sigma) => {
    if (volatility === 'none') return sigma;
    return volatility === 'up' ? Math.max(values.minVolUpShock, sigma * expiry.shock.up) : sigma * expiry.shock.down;
  });
  return discountedLoss(expiry.name, expiry, before, after, expiry.discounts);
}

function linearLoss(book: Pm2Book, snapshot: Pm2Snapshot, spotShock: number): Affine {
  const cancelling = book.collaterals.filter(({ line }) => line.riskCancelling);
  const columns = cancelling.map(({ column }) => column);
  const coefficients = cancelling.map(({ unitValue }) => unitValue * (1 - spotShock));
  if (book.perpetualColumn !== null) {
    columns.push(book.perpetualColumn);
    coefficients.push(snapshot.perpetual!.price * (1 - spotShock));
  }
  return sparseAffine('perpetual and risk-cancelling collateral', columns, coefficients);
}
