import type {
  Pm2ExpiryFeed,
  Pm2Line,
  Pm2Scenario,
  Pm2Snapshot,
  Pm2Values,
} from '../../../src/margin/derive-pm2/index.js';
import type { JsonFacts } from './json-facts.js';
import { type HeldLine, netLines } from './net-lines.js';

export interface Pm2Case {
  readonly lines: readonly Pm2Line[];
  readonly quantities: Float64Array;
  readonly snapshot: Pm2Snapshot;
  readonly values: Pm2Values;
}

/**
 * A PMRM_2 case: the account and feeds under `Scenario`, the figures under `Parameters`. Not stated are: no holding, zero
 * cash, funding and profit, full confidence, a stable coin at its peg, no dampening. Options and feeds join by seconds to expiry.
 */
export function readPm2Case(document: JsonFacts): Pm2Case {
  const account = document.object('Scenario');
  const perpetuals = account.number('NumPerps', 0);
  const held: HeldLine<Pm2Line>[] = [
    ...account.list('Options').map(optionOf),
    ...account.list('Collaterals').map(collateralOf),
    { line: { kind: 'perpetual', name: 'perpetual' }, quantity: perpetuals },
    { line: { kind: 'cash', name: 'cash' }, quantity: cashOf(account, perpetuals) },
  ];
  // Whether the perpetual is held decides which confidences count.
  const netted = netLines(held, keyOf).filter(({ line, quantity }) => line.kind !== 'perpetual' || quantity !== 0);
  return {
    lines: netted.map(({ line }) => line),
    quantities: Float64Array.from(netted, ({ quantity }) => quantity),
    snapshot: {
      spot: account.number('SpotPrice'),
      spotConfidence: account.number('SpotConfidence', 1),
      perpetual:
        perpetuals === 0
          ? null
          : { price: account.number('PerpPrice'), confidence: account.number('PerpConfidence', 1) },
      stablePrice: account.number('StablePrice', 1),
      expiries: account.list('OptionFeeds').map(feedOf),
    },
    values: valuesOf(document.object('Parameters')),
  };
}

/** Unrealised profit and unsettled funding count only for an account that holds the perpetual. */
function cashOf(account: JsonFacts, perpetuals: number): number {
  const cash = account.number('Cash', 0);
  if (perpetuals === 0) return cash;
  return cash + account.number('UnrealisedPerpPNL', 0) + account.number('UnrealisedFunding', 0);
}

function keyOf(line: Pm2Line): string {
  if (line.kind === 'option') return `option ${line.secondsToExpiry} ${line.strike} ${line.right}`;
  return `${line.kind} ${line.name}`;
}

function optionOf(facts: JsonFacts): HeldLine<Pm2Line> {
  const strike = facts.number('Strike');
  const secondsToExpiry = facts.number('Expiry');
  const right = facts.flag('IsCall') ? 'C' : 'P';
  const name = `${secondsToExpiry} ${strike} ${right}`;
  return {
    line: { kind: 'option', name, secondsToExpiry, strike, right, volatility: null },
    quantity: facts.number('Amount'),
  };
}

function collateralOf(facts: JsonFacts): HeldLine<Pm2Line> {
  return {
    line: {
      kind: 'collateral',
      name: facts.text('Name'),
      price: facts.number('Price'),
      confidence: facts.number('Confidence', 1),
      maintenanceHaircut: facts.number('MMHaircut'),
      initialHaircut: facts.number('IMHaircut'),
      riskCancelling: facts.flag('IsRiskCancelling', false),
    },
    quantity: facts.number('Amount'),
  };
}

function feedOf(facts: JsonFacts): Pm2ExpiryFeed {
  const secondsToExpiry = facts.number('FeedExpiry');
  const [a, b, rho, m, sigma, forward, tau] = facts.numbers('SVIparam');
  if (tau === undefined) throw new RangeError(`${facts.path}.SVIparam has fewer than seven figures`);
  return {
    name: `${secondsToExpiry} s`,
    secondsToExpiry,
    forward: facts.number('Forward'),
    forwardConfidence: facts.number('ForwardConfidence', 1),
    rate: facts.number('Rate'),
    rateConfidence: facts.number('RateConfidence', 1),
    curve: { a: a!, b: b!, rho: rho!, m: m!, sigma: sigma!, forward: forward!, tau },
    volatilityConfidence: facts.number('OptionVolConfidences', 1),
  };
}

function scenarioOf(facts: JsonFacts): Pm2Scenario {
  return {
    spotShock: facts.number('SpotShock'),
    volatility: facts.text('VolShockDirection').toLowerCase() as Pm2Scenario['volatility'],
    dampening: facts.number('DampeningFactor', 1),
  };
}

function valuesOf(parameters: JsonFacts): Pm2Values {
  const [margin, vol, skew] = ['Margin', 'VolShock', 'SkewShock'].map((group) => parameters.object(group));
  const basis = parameters.object('BasisContingency');
  const other = parameters.object('OtherContingency');
  return {
    scenarios: parameters.list('Scenarios', 'required').map(scenarioOf),
    initialLossFactor: margin!.number('IM_LOSS_FACTOR'),
    maintenanceLossFactor: margin!.number('MM_LOSS_FACTOR'),
    longBaseDiscount: margin!.number('BASE_STATIC_DISCOUNT'),
    longRateMultiplier: margin!.number('LONG_RATE_MULTSCALE'),
    longRateAdd: margin!.number('LONG_RATE_ADDSCALE'),
    shortBaseDiscount: margin!.number('BASE_STATIC_DISCOUNT_NEG'),
    shortRateMultiplier: margin!.number('SHORT_RATE_MULTSCALE'),
    shortRateAdd: margin!.number('SHORT_RATE_ADDSCALE'),
    volRangeUp: vol!.number('VOLRANGEUP'),
    volRangeDown: vol!.number('VOLRANGEDOWN'),
    shortTermPower: vol!.number('SHORTTERMPOWER'),
    longTermPower: vol!.number('LONGTERMPOWER'),
    dteFloorDays: vol!.number('DTE_FLOOR'),
    minVolUpShock: vol!.number('MIN_VOL_EVAL_SHOCKED'),
    linearCapBase: skew!.number('LINEAR_SCALE_CAP'),
    linearCapSlope: skew!.number('LINEAR_CBASE'),
    absCapBase: skew!.number('ABS_SCALE_CAP'),
    absCapSlope: skew!.number('ABS_CBASE'),
    minKStar: skew!.number('MIN_K_STAR'),
    widthScale: skew!.number('MIN_WIDTH_SCALE'),
    volParamStatic: skew!.number('VOL_PARAM_STATIC'),
    volParamScale: skew!.number('VOL_PARAM_SCALE'),
    basisSpotUp: basis.number('SCENARIO_SPOT_UP'),
    basisSpotDown: basis.number('SCENARIO_SPOT_DOWN'),
    basisAddFactor: basis.number('BASIS_CONT_ADD_FACTOR'),
    basisMultFactor: basis.number('BASIS_CONT_MULT_FACTOR'),
    pegLossThreshold: other.number('PEG_LOSS_THRESHOLD'),
    pegLossFactor: other.number('PEG_LOSS_FACTOR'),
    confidenceThreshold: other.number('CONF_THRESHOLD'),
    confidenceMargin: other.number('CONF_MARGIN'),
    perpMaintenanceRate: other.number('MM_PERP_PERCENT'),
    perpInitialRate: other.number('IM_PERP_PERCENT'),
    optionMaintenanceRate: other.number('MM_OPTION_PERCENT'),
    optionInitialRate: other.number('IM_OPTION_PERCENT'),
  };
}
