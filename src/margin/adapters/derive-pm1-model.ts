import {
  DERIVE_PM1_FIGURE_RULES,
  derivePm1,
  PM1_PARAMETER_SETS,
  type Pm1Line,
  type Pm1Snapshot,
  type Pm1Values,
  pm1Problems,
} from '../derive-pm1/index.js';
import { settlementWindow } from '../derive-pm2/settlement-window.js';
import type { ModelInputs } from '../margin-model.js';
import type { MarginModel } from '../model-registry.js';
import { linesBy, type PlacedLine, underlyingOf } from './by-underlying.js';
import { deriveAccount } from './derive-account.js';
import { confidencesOf, expiryFeeds, stablePrice } from './derive-feeds.js';
import { type DeriveLines, deriveLines, deriveRefuses, deriveRestates } from './derive-lines.js';
import { dollars, type VenueMoney } from './dollars.js';
import { registered } from './registered.js';
import { addedUp, type SubBook } from './sub-book.js';

/** Derive's older PMRM: one account per underlying, whose spot is its base asset. */
export const DERIVE_PM1_MODEL: MarginModel = registered<Pm1Values>({
  id: 'derive-pm1',
  title: 'Derive portfolio margin PMRM (the older): scenarios with a static discount, contingencies',
  parameterSets: PM1_PARAMETER_SETS,
  figureRules: DERIVE_PM1_FIGURE_RULES,
  looksAtHeldLines: true,
  refuses: deriveRefuses,
  restates: deriveRestates,
  longOnly: ({ instrument }) => instrument.type === 'spot',
  problems: (inputs, values) =>
    accounts(inputs).flatMap(({ held, snapshot }) => pm1Problems(held.lines, snapshot, values)),
  build: (inputs, values) => addedUp(accounts(inputs).map((account) => subBook(account, values, dollars(inputs.view)))),
  heatMapReach: (_underlying, _inputs, values) => ({
    priceRange: Math.max(0, ...values.scenarios.map(({ spotShock }) => Math.abs(spotShock - 1))),
    volatility: {
      rangeUp: values.volRangeUp,
      rangeDown: values.volRangeDown,
      referenceDays: 30,
      shortTermPower: values.shortTermPower,
      longTermPower: values.longTermPower,
      minDays: values.dteFloorDays,
      minVolatility: 0,
    },
  }),
});

interface Account {
  readonly underlying: string;
  readonly held: DeriveLines<Pm1Line>;
  readonly snapshot: Pm1Snapshot;
}

function accounts(inputs: ModelInputs): Account[] {
  return linesBy(inputs.lines, underlyingOf).map(([underlying, members]) => ({
    underlying,
    held: deriveLines<Pm1Line>(members, inputs.asOf, ({ instrument: { name } }) => ({
      key: 'spot',
      line: { kind: 'base', name },
    })),
    snapshot: snapshotOf(underlying, members, inputs),
  }));
}

function snapshotOf(underlying: string, members: readonly PlacedLine[], { view, asOf }: ModelInputs): Pm1Snapshot {
  const lines = members.map(({ line }) => line);
  const confidences = confidencesOf(underlying, view);
  const perpetual = lines.find(({ instrument }) => instrument.type === 'perpetual');
  return {
    spot: lines[0]!.level,
    spotConfidence: confidences.spot,
    perpetual: perpetual === undefined ? null : { price: perpetual.forward, confidence: confidences.perpetual },
    stablePrice: stablePrice(view),
    expiries: expiryFeeds(lines, view, asOf, confidences).map(({ confidence, forward, ...feed }) => ({
      ...feed,
      forward: settlementWindow(forward, feed.secondsToExpiry),
      forwardConfidence: confidence,
      rateConfidence: confidence,
      volatilityConfidence: confidence,
    })),
  };
}

function subBook({ underlying, held, snapshot }: Account, values: Pm1Values, money: VenueMoney): SubBook {
  return deriveAccount(underlying, held, derivePm1(held.lines, snapshot, values), money);
}
