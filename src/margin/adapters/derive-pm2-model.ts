import type { ValuedInstrument } from '../../scenario/index.js';
import {
  derivePm2,
  PM2_FIGURE_RULES,
  PM2_PARAMETER_SETS,
  type Pm2Line,
  type Pm2ModelValues,
  type Pm2Snapshot,
  pm2Problems,
} from '../derive-pm2/index.js';
import { figureFor } from '../figure-for.js';
import type { ModelInputs } from '../margin-model.js';
import type { MarginModel } from '../model-registry.js';
import { linesBy, type PlacedLine, underlyingOf } from './by-underlying.js';
import { deriveAccount } from './derive-account.js';
import { type Confidences, confidenceOf, confidencesOf, expiryFeeds, stablePrice } from './derive-feeds.js';
import { type DeriveLines, deriveLines, deriveRefuses, deriveRestates } from './derive-lines.js';
import { dollars, type VenueMoney } from './dollars.js';
import { registered } from './registered.js';
import { addedUp, type SubBook } from './sub-book.js';

/** Derive's PMRM_2: one account per underlying; spot of the underlying is risk-cancelling collateral. */
export const DERIVE_PM2_MODEL: MarginModel = registered<Pm2ModelValues>({
  id: 'derive-pm2',
  title: 'Derive portfolio margin PMRM_2: discounted scenarios, skews, tails, contingencies',
  parameterSets: PM2_PARAMETER_SETS,
  figureRules: PM2_FIGURE_RULES,
  looksAtHeldLines: true,
  refuses: deriveRefuses,
  restates: deriveRestates,
  longOnly: ({ instrument }) => instrument.type === 'spot',
  problems: (inputs, values) =>
    accounts(inputs, values).flatMap(({ held, snapshot }) => pm2Problems(held.lines, snapshot, values)),
  build: (inputs, values) =>
    addedUp(accounts(inputs, values).map((account) => subBook(account, values, dollars(inputs.view)))),
  heatMapReach: (_underlying, _inputs, values) => {
    const whole = values.scenarios.filter(({ dampening }) => dampening === 1);
    return {
      priceRange: Math.max(0, ...whole.map(({ spotShock }) => Math.abs(spotShock - 1))),
      volatility: {
        rangeUp: values.volRangeUp,
        rangeDown: values.volRangeDown,
        referenceDays: 30,
        shortTermPower: values.shortTermPower,
        longTermPower: values.longTermPower,
        minDays: values.dteFloorDays,
        minVolatility: values.minVolUpShock,
      },
    };
  },
});

interface Account {
  readonly underlying: string;
  readonly held: DeriveLines<Pm2Line>;
  readonly snapshot: Pm2Snapshot;
}

function accounts(inputs: ModelInputs, values: Pm2ModelValues): Account[] {
  return linesBy(inputs.lines, underlyingOf).map(([underlying, members]) => {
    const confidences = confidencesOf(underlying, inputs.view);
    const spotLine = (line: ValuedInstrument) => ({ key: 'spot', line: collateral(line, confidences, values) });
    return {
      underlying,
      held: deriveLines<Pm2Line>(members, inputs.asOf, spotLine),
      snapshot: snapshotOf(members, inputs, confidences),
    };
  });
}

function collateral(line: ValuedInstrument, { spot }: Confidences, values: Pm2ModelValues): Pm2Line {
  const { name, underlying } = line.instrument;
  return {
    kind: 'collateral',
    name,
    price: line.level,
    confidence: line.quote === null ? spot : confidenceOf(line.quote),
    maintenanceHaircut: figureFor(underlying, values.collateralMaintenanceHaircut),
    initialHaircut: figureFor(underlying, values.collateralInitialHaircut),
    riskCancelling: true,
  };
}

function snapshotOf(
  members: readonly PlacedLine[],
  { view, asOf }: ModelInputs,
  confidences: Confidences,
): Pm2Snapshot {
  const lines = members.map(({ line }) => line);
  const perpetual = lines.find(({ instrument }) => instrument.type === 'perpetual');
  return {
    spot: lines[0]!.level,
    spotConfidence: confidences.spot,
    perpetual: perpetual === undefined ? null : { price: perpetual.forward, confidence: confidences.perpetual },
    stablePrice: stablePrice(view),
    expiries: expiryFeeds(lines, view, asOf, confidences).map(({ confidence, ...feed }) => ({
      ...feed,
      forwardConfidence: confidence,
      rateConfidence: confidence,
      volatilityConfidence: confidence,
      curve: null,
    })),
  };
}

function subBook({ underlying, held, snapshot }: Account, values: Pm2ModelValues, money: VenueMoney): SubBook {
  return deriveAccount(underlying, held, derivePm2(held.lines, snapshot, values), money);
}
