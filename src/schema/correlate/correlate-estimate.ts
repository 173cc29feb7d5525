import { type Static, Type } from '@sinclair/typebox';
import { closed, Nullable } from '../common.js';

export const EstimatorNameSchema = Type.Union([
  Type.Literal('sample'),
  Type.Literal('ewma'),
  Type.Literal('ledoit-wolf'),
  Type.Literal('oas'),
  Type.Literal('spearman'),
  Type.Literal('kendall'),
  Type.Literal('gerber'),
]);

export const EstimatedPairSchema = closed({
  a: Type.String(),
  b: Type.String(),
  correlation: Type.Number({ description: 'as in the matrix' }),
  estimated: Nullable(Type.Number({ description: 'before a repair; null where the prices do not determine it' })),
  observations: Type.Integer({ description: 'returns that both have' }),
  effective: Type.Number({ description: 'as many independent returns of equal weight tell as much' }),
  standardError: Nullable(Type.Number({ description: 'of the estimate; null where it is not known' })),
  low: Nullable(Type.Number({ description: 'lower end of the interval' })),
  high: Nullable(Type.Number()),
});

export const EstimatedVolatilitySchema = closed({
  name: Type.String(),
  observations: Type.Integer({ description: 'its own returns' }),
  first: Nullable(Type.String({ description: 'date of its first price' })),
  last: Nullable(Type.String()),
  missing: Type.Integer({ description: 'dates of the file between the two without a price' }),
  datesPerYear: Nullable(Type.Number({ description: 'dates with a price in a year' })),
  daily: Nullable(Type.Number({ description: 'standard deviation of a one-day return: that of h days / sqrt(h)' })),
  annual: Nullable(Type.Number({ description: 'daily x sqrt(datesPerYear)' })),
});

export const PriceFaultSchema = closed({
  name: Type.String(),
  kind: Type.Union([Type.Literal('gap'), Type.Literal('stale')]),
  from: Type.String({ description: 'date of the last price before it, or of the first that repeats' }),
  to: Type.String(),
  count: Type.Integer({ description: 'gap: calendar days between the two prices; stale: prices that are the same' }),
});

export const CorrelateEstimateSchema = closed({
  estimator: EstimatorNameSchema,
  halfLife: Nullable(Type.Number({ description: 'ewma: returns after which a weight has halved' })),
  threshold: Nullable(Type.Number({ description: 'gerber: standard deviations below which a move counts as none' })),
  asPearson: Type.Boolean({ description: 'spearman, kendall: turned into the correlation of normal returns' }),
  shrinkage: Nullable(Type.Number({ description: 'ledoit-wolf, oas: weight of the target' })),
  returns: Type.Union([Type.Literal('log'), Type.Literal('simple')]),
  days: Type.Integer({ description: 'dates that a return spans' }),
  overlapping: Type.Boolean(),
  missing: Type.Union([Type.Literal('pairwise'), Type.Literal('common')]),
  from: Type.String({ description: 'first date of the prices' }),
  to: Type.String(),
  dates: Type.Integer({ description: 'dates of the prices' }),
  volatilities: Type.Array(EstimatedVolatilitySchema),
  pairs: Type.Array(EstimatedPairSchema),
  interval: closed({
    method: Type.Union([Type.Literal('analytic'), Type.Literal('bootstrap')]),
    level: Type.Number({ description: 'probability of the interval' }),
    resamples: Nullable(Type.Integer()),
    block: Nullable(Type.Integer({ description: 'returns in a block of the bootstrap' })),
  }),
  smallestEigenvalue: Type.Number({ description: 'of the estimates, before a repair' }),
  repaired: Type.Boolean({ description: 'the estimates contradict one another; the nearest matrix is taken' }),
  distance: Type.Number({ description: 'Frobenius distance between the estimates and the matrix; 0 without a repair' }),
  faults: Type.Array(PriceFaultSchema),
});

export type EstimatorName = Static<typeof EstimatorNameSchema>;
export type EstimatedPair = Static<typeof EstimatedPairSchema>;
export type EstimatedVolatility = Static<typeof EstimatedVolatilitySchema>;
export type PriceFaultLine = Static<typeof PriceFaultSchema>;
export type CorrelateEstimate = Static<typeof CorrelateEstimateSchema>;
