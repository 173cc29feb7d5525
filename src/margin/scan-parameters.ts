import type { ScanSettings, VolatilityShock } from '../scenario/index.js';
import { type FigureRule, listOf, tableOf, upTo, wholeFrom } from './figures/index.js';
import type { ParameterSet } from './parameter-set.js';
import scan from './parameters/scan-2026-11-22.json' with { type: 'json' };

/** The figures of the house model; meanings in docs/models.md. Rates, ranges and volatilities are decimals. */
export interface ScanValues {
  readonly scanSigmas: number;
  readonly horizonDays: number;
  readonly minScan: number;
  readonly maxScan: number;
  readonly ewmaLambda: number;
  /** Daily volatility by underlying; wins over prices and options. */
  readonly dailyVol: Readonly<Record<string, number>>;
  readonly radii: number;
  readonly tailRadii: readonly number[];
  readonly tailCover: number;
  readonly allPairsUpTo: number;
  readonly pairThreshold: number;
  readonly volUp: number;
  readonly volDown: number;
  readonly volShortPower: number;
  readonly volLongPower: number;
  readonly volReferenceDays: number;
  readonly volMinDays: number;
  readonly minVol: number;
  readonly shortOptionRate: number;
  readonly basisMin: number;
  readonly basisPerYear: number;
  readonly maintenanceFactor: number;
}

/** The shipped parameter sets of `scan`, newest first. */
export const SCAN_PARAMETER_SETS: readonly ParameterSet<ScanValues>[] = [scan];

/**
 * Steps must be whole, or the last would not be the full scan range; a weight of 0 or above 1 estimates nothing. The upper
 * bounds are generous, but keep the scenarios few enough to be held and every product finite.
 */
export const SCAN_FIGURE_RULES: Readonly<Record<keyof ScanValues, FigureRule>> = {
  scanSigmas: upTo(100),
  horizonDays: upTo(36_500),
  minScan: upTo(100),
  maxScan: upTo(100),
  ewmaLambda: {
    shape: 'number',
    expected: 'a number above 0 and at most 1',
    holds: (figure) => figure > 0 && figure <= 1,
  },
  dailyVol: tableOf(upTo(100)),
  radii: wholeFrom(1, 200),
  tailRadii: listOf(upTo(1000), [0, 20]),
  tailCover: upTo(10),
  allPairsUpTo: upTo(200),
  pairThreshold: upTo(100),
  volUp: upTo(100),
  volDown: upTo(100),
  volShortPower: upTo(10),
  volLongPower: upTo(10),
  volReferenceDays: upTo(36_500),
  volMinDays: upTo(36_500),
  minVol: upTo(100),
  shortOptionRate: upTo(10),
  basisMin: upTo(100),
  basisPerYear: upTo(100),
  maintenanceFactor: upTo(10),
};

export function scanVolatilityShock(values: ScanValues): VolatilityShock {
  return {
    rangeUp: values.volUp,
    rangeDown: values.volDown,
    referenceDays: values.volReferenceDays,
    shortTermPower: values.volShortPower,
    longTermPower: values.volLongPower,
    minDays: values.volMinDays,
    minVolatility: values.minVol,
  };
}

export function scanSettings(values: ScanValues): ScanSettings {
  const { radii, tailRadii, tailCover, allPairsUpTo, pairThreshold } = values;
  return { radii, tailRadii, tailCover, allPairsUpTo, pairThreshold };
}

/** One scan range: scanSigmas x daily volatility x sqrt(horizon), as a fraction of the level, within its clamps. */
export function scanRange(dailyVolatility: number, values: ScanValues): number {
  const range = values.scanSigmas * dailyVolatility * Math.sqrt(values.horizonDays);
  return Math.min(values.maxScan, Math.max(values.minScan, range));
}
