import {
  deriveSrm,
  SRM_FIGURE_RULES,
  SRM_PARAMETER_SETS,
  type SrmLine,
  type SrmMarket,
  type SrmSnapshot,
  type SrmValues,
  srmProblems,
} from '../derive-srm/index.js';
import type { ModelInputs } from '../margin-model.js';
import type { MarginModel } from '../model-registry.js';
import { linesBy, type PlacedLine, underlyingOf } from './by-underlying.js';
import { confidencesOf, expiryFeeds, stablePrice } from './derive-feeds.js';
import { type DeriveLines, deriveLines, deriveRefuses, deriveRestates } from './derive-lines.js';
import { dollars, type VenueMoney } from './dollars.js';
import { registered } from './registered.js';
import { addedUp, type SubBook } from './sub-book.js';

/** Derive's standard manager: one account for all underlyings, which do not net. */
export const DERIVE_SRM_MODEL: MarginModel = registered<SrmValues>({
  id: 'derive-srm',
  title: 'Derive standard margin: isolated shorts or the worst settlement of an expiry, whichever needs less',
  parameterSets: SRM_PARAMETER_SETS,
  figureRules: SRM_FIGURE_RULES,
  looksAtHeldLines: true,
  refuses: deriveRefuses,
  restates: deriveRestates,
  longOnly: ({ instrument }) => instrument.type === 'spot',
  problems: (inputs, values) => {
    const { held, snapshot } = account(inputs);
    return srmProblems(held.lines, snapshot, values);
  },
  build: (inputs, values) => {
    const { held, snapshot } = account(inputs);
    return addedUp([subBook(held, snapshot, values, dollars(inputs.view))]);
  },
});

function account(inputs: ModelInputs): { held: DeriveLines<SrmLine>; snapshot: SrmSnapshot } {
  const groups = linesBy(inputs.lines, underlyingOf);
  const parts = groups.map(([underlying, members]) =>
    marketLines(
      underlying,
      deriveLines<SrmLine>(members, inputs.asOf, ({ instrument: { name } }) => ({
        key: 'spot',
        line: { kind: 'base', name, underlying },
      })),
    ),
  );
  return {
    held: { lines: parts.flatMap(({ lines }) => lines), places: parts.flatMap(({ places }) => places) },
    snapshot: {
      stablePrice: stablePrice(inputs.view),
      markets: groups.map(([underlying, members]) => marketOf(underlying, members, inputs)),
    },
  };
}

function marketLines(
  underlying: string,
  { lines, places }: ReturnType<typeof deriveLines<SrmLine>>,
): DeriveLines<SrmLine> {
  return { places, lines: lines.map((line) => (line.kind === 'cash' ? line : { ...line, underlying })) };
}

function marketOf(underlying: string, members: readonly PlacedLine[], { view, asOf }: ModelInputs): SrmMarket {
  const lines = members.map(({ line }) => line);
  const confidences = confidencesOf(underlying, view);
  const perpetual = lines.find(({ instrument }) => instrument.type === 'perpetual');
  return {
    underlying,
    spot: lines[0]!.level,
    spotConfidence: confidences.spot,
    perpetual: perpetual === undefined ? null : { price: perpetual.forward, confidence: confidences.perpetual },
    expiries: expiryFeeds(lines, view, asOf, confidences).map(({ name, secondsToExpiry, forward, confidence }) => ({
      name,
      secondsToExpiry,
      forward,
      forwardConfidence: confidence,
      volatilityConfidence: confidence,
    })),
  };
}

function subBook(held: DeriveLines<SrmLine>, snapshot: SrmSnapshot, values: SrmValues, money: VenueMoney): SubBook {
  const requirement = deriveSrm(held.lines, snapshot, values);
  return {
    name: 'standard account',
    underlyings: snapshot.markets.map(({ underlying }) => underlying),
    requirement,
    scenarios: requirement.scenarios,
    components: requirement.components,
    places: held.places,
    money,
  };
}
