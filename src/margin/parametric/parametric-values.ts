import { type FigureRule, numberFrom, oneOf, tableOf, upTo } from '../figures/index.js';
import type { ParameterSet } from '../parameter-set.js';
import deltaSet from '../parameters/parametric-var-2026-11-22.json' with { type: 'json' };
import gammaSet from '../parameters/parametric-var-gamma-2026-11-22.json' with { type: 'json' };

/** The figures of the parametric model; meanings in docs/models.md. Volatilities are decimals. */
export interface ParametricValues {
  readonly method: 'delta-normal' | 'delta-gamma-normal';
  readonly confidence: number;
  readonly horizonDays: number;
  readonly ewmaLambda: number;
  /** Daily volatility by underlying; wins over prices and options. */
  readonly dailyVol: Readonly<Record<string, number>>;
  /** Standard deviation of a day's relative move of implied volatility. */
  readonly volOfVol: number;
  /** Of an underlying's price and its volatility. */
  readonly priceVolCorrelation: number;
  readonly maintenanceFactor: number;
}

/** The shipped parameter sets of `parametric-var`, the default first. */
export const PARAMETRIC_PARAMETER_SETS = [
  deltaSet,
  gammaSet,
] as readonly unknown[] as readonly ParameterSet<ParametricValues>[];

export const PARAMETRIC_FIGURE_RULES: Readonly<Record<keyof ParametricValues, FigureRule>> = {
  method: oneOf(['delta-normal', 'delta-gamma-normal']),
  confidence: numberFrom(0.5, 0.9999),
  horizonDays: upTo(36_500),
  ewmaLambda: {
    shape: 'number',
    expected: 'a number above 0 and at most 1',
    holds: (figure) => figure > 0 && figure <= 1,
  },
  dailyVol: tableOf(upTo(100)),
  volOfVol: upTo(100),
  priceVolCorrelation: numberFrom(-1, 1),
  maintenanceFactor: upTo(10),
};
