import { type FigureRule, numberFrom, oneOf, upTo, wholeFrom } from '../figures/index.js';
import type { ParameterSet } from '../parameter-set.js';
import shortfallPlain from '../parameters/hist-es-2026-11-22.json' with { type: 'json' };
import shortfallFiltered from '../parameters/hist-es-filtered-2026-11-22.json' with { type: 'json' };
import varPlain from '../parameters/hist-var-2026-11-22.json' with { type: 'json' };
import varFiltered from '../parameters/hist-var-filtered-2026-11-22.json' with { type: 'json' };

/** The figures of the historical models; meanings in docs/models.md. */
export interface HistoricalValues {
  /** Part of the cases outside the tail. */
  readonly confidence: number;
  readonly horizonDays: number;
  readonly days: 'overlapping' | 'scaled';
  /** The most recent joint moves that are looked at. */
  readonly lookback: number;
  /** 1: moves as they were. Below 1: rescaled to the present volatility. */
  readonly ewmaLambda: number;
  /** Relative move of every volatility per relative move of the price. */
  readonly volBeta: number;
  readonly maintenanceFactor: number;
}

const typed = (sets: readonly unknown[]): readonly ParameterSet<HistoricalValues>[] =>
  sets as readonly ParameterSet<HistoricalValues>[];

/** The shipped parameter sets of `hist-es`, the default first. */
export const HIST_ES_PARAMETER_SETS = typed([shortfallPlain, shortfallFiltered]);

/** The shipped parameter sets of `hist-var`, the default first. */
export const HIST_VAR_PARAMETER_SETS = typed([varPlain, varFiltered]);

/** A tail needs a part of the cases, and more cases than two or three. */
export const HISTORICAL_FIGURE_RULES: Readonly<Record<keyof HistoricalValues, FigureRule>> = {
  confidence: numberFrom(0.5, 0.9999),
  horizonDays: wholeFrom(1, 250),
  days: oneOf(['overlapping', 'scaled']),
  lookback: wholeFrom(20, 20_000),
  ewmaLambda: numberFrom(0.5, 1),
  volBeta: numberFrom(-100, 100),
  maintenanceFactor: upTo(10),
};
