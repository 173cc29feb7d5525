import type { Quote } from '../../src/domain/index.js';
import { type Explanation, evaluate, explain } from '../../src/formula/index.js';
import { findModel, type MarginRequirement, type ParameterValues } from '../../src/margin/index.js';
import { MarketView, type ScanBlock, type ValuedInstrument } from '../../src/scenario/index.js';
import { index, linesOf } from '../scenario/sample-market.js';

export const LEVELS: Readonly<Record<string, number>> = { BTC: 60_000, ETH: 1_500, SOL: 100 };
/** Scan ranges of 12, 18 and 24 per cent: four days' deviations. */
export const DAILY = new Map([
  ['BTC', 0.03],
  ['ETH', 0.045],
  ['SOL', 0.06],
]);
const MODEL = findModel('scan')!;

export const alone = (name: string): ScanBlock => ({ names: [name], correlation: Float64Array.of(1) });
export const pair = (a: string, b: string, rho: number): ScanBlock => ({
  names: [a, b],
  correlation: Float64Array.of(1, rho, rho, 1),
});

/** The quotes of a book as lines, at the sample levels. */
export const linesAt = (quotes: readonly Quote[]): ValuedInstrument[] =>
  linesOf([...Object.entries(LEVELS).map(([name, level]) => index(name, level)), ...quotes]);

/** The `scan` model over some lines, with the shipped figures changed by `values`. */
export function requirementOf(
  lines: readonly ValuedInstrument[],
  blocks: readonly ScanBlock[],
  values: ParameterValues = {},
): MarginRequirement {
  const view = new MarketView({ timestamp: 0, quotes: new Map() }, 0, 'USD');
  return MODEL.build(
    { lines, view, asOf: 0, blocks, dailyVolatilities: DAILY },
    { ...MODEL.parameterSets[0]!.values, ...values },
  );
}

export interface Parts {
  readonly initial: number;
  readonly scanRisk: number;
  readonly shortOption: number;
  readonly basis: number;
  readonly told: Explanation;
}

/** The parts of the initial margin of a book. */
export function partsOf(requirement: MarginRequirement, ...quantities: number[]): Parts {
  const told = explain(requirement.initial, Float64Array.from(quantities));
  const amount = (name: string): number => told.children.find((child) => child.name === name)!.amount;
  return {
    initial: evaluate(requirement.initial, Float64Array.from(quantities)),
    scanRisk: amount('scan risk'),
    shortOption: amount('short option minimum'),
    basis: amount('basis'),
    told,
  };
}
