import { type Instrument, type Issue, makeIssue, type PriceHistory } from '../domain/index.js';
import type { MarginModel, ParameterSet, ParameterValues } from '../margin/index.js';
import { dailyVolatility, type MarketView, type ScanBlock, type ValuedInstrument } from '../scenario/index.js';
import type { MarginResult } from '../schema/margin-document.js';
import { jointBlocks } from './joint-blocks.js';
import { jointHistory } from './joint-history.js';
import type { Inputs } from './load-inputs.js';

/** What a model of joint moves needs beside the lines: how far each underlying moves, and which move together. */
export interface JointMoves {
  readonly blocks: readonly ScanBlock[];
  readonly dailyVolatilities: ReadonlyMap<string, number>;
  readonly report: MarginResult['correlation'];
  /** Only for a model that uses prices. */
  readonly history?: PriceHistory;
  readonly issues: readonly Issue[];
  /** Why a line cannot take part; null when it can. */
  readonly misses: (line: ValuedInstrument) => string | null;
}

export interface JointMoveInputs {
  readonly model: MarginModel;
  readonly parameters: ParameterSet<ParameterValues>;
  readonly view: MarketView;
  readonly held: readonly ValuedInstrument[];
  readonly further: readonly Instrument[];
  readonly inputs: Inputs;
  readonly noRepair: boolean;
}

const UNUSED: MarginResult['correlation'] = {
  source: 'not used',
  names: [],
  values: [],
  repaired: false,
  smallestEigenvalue: null,
  distance: null,
};

/** Scan ranges and blocks for a model of joint moves; nothing for a venue's rule book, which has moves of its own. */
export function jointMoves({ model, parameters, view, held, further, inputs, noRepair }: JointMoveInputs): JointMoves {
  if (!model.usesJointMoves) {
    const unused = inputs.correlations === null ? [] : [makeIssue('RUN_CORRELATIONS_UNUSED', { subject: model.id })];
    const none = { blocks: [], dailyVolatilities: new Map(), report: UNUSED };
    if (!model.usesPrices) return { ...none, issues: unused, misses: () => null };
    const { prices, book } = inputs;
    const { lookback, horizonDays } = parameters.values as { readonly lookback: number; readonly horizonDays: number };
    const past = jointHistory({ prices, held, positions: book.positions, view, dates: lookback + horizonDays });
    return { ...none, history: past.history, issues: [...unused, ...past.issues], misses: past.misses };
  }
  const issues: Issue[] = [];
  const heldUnderlyings = new Set(held.map((line) => line.instrument.underlying));
  const ranges = scanVolatilities(parameters.values, inputs, view, heldUnderlyings, issues);
  const joint = jointBlocks({
    underlyings: [...ranges.keys()],
    needed: new Set([...heldUnderlyings, ...further.map((instrument) => instrument.underlying)]),
    held: heldUnderlyings,
    correlations: inputs.correlations,
    prices: inputs.prices,
    noRepair,
    asOf: view.asOf,
  });
  return {
    blocks: joint.blocks,
    dailyVolatilities: ranges,
    report: joint.report,
    issues: [...issues, ...joint.issues],
    misses: ({ instrument: { underlying } }) => (ranges.has(underlying) ? null : `no scan range for ${underlying}`),
  };
}

/**
 * Daily volatility of every underlying of the market that has one, and of every one held, which must have one. The whole
 * market's underlyings take part so that a margin does not depend on which candidates were looked at.
 */
function scanVolatilities(
  values: ParameterValues,
  inputs: Inputs,
  view: MarketView,
  held: ReadonlySet<string>,
  issues: Issue[],
): Map<string, number> {
  const underlyings = new Set(held);
  for (const { instrument } of inputs.market.quotes.values()) {
    if (instrument.type !== 'index') underlyings.add(instrument.underlying);
  }
  const given = (values.dailyVol ?? {}) as Readonly<Record<string, number>>;
  const ewmaLambda = (values.ewmaLambda ?? 0.94) as number;
  const found = new Map<string, number>();
  for (const name of [...underlyings].sort()) {
    const daily = dailyVolatility(name, { given, prices: inputs.prices, ewmaLambda, view });
    if (daily !== null) found.set(name, daily.volatility);
    else if (held.has(name)) {
      const first = inputs.book.positions.find(({ instrument }) => instrument.underlying === name);
      issues.push(makeIssue('RUN_NO_SCAN_RANGE', { at: first?.origin, subject: name }));
    }
  }
  return found;
}
