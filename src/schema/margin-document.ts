import { type Static, Type } from '@sinclair/typebox';
import { closed, GreeksSchema, Money, Nullable } from './common.js';
import { EllipsoidSchema } from './ellipsoid-line.js';
import { envelope } from './envelope.js';
import { LimitLineSchema } from './limit-line.js';

export const BreakdownSchema = Type.Recursive(
  (Self) =>
    closed({
      name: Type.String(),
      amount: Money,
      active: Type.Boolean({ description: 'whether this child decides its parent’s amount' }),
      children: Type.Array(Self),
    }),
  { $id: 'Breakdown' },
);

export const WorstScenarioSchema = closed({
  name: Type.String(),
  loss: Type.Number({ description: 'weighted loss in reporting currency, positive when money is lost' }),
  shocks: Type.Array(
    closed({
      underlying: Type.String(),
      priceMove: Type.Number({ description: 'fraction of the level' }),
      level: Type.Number({ description: 'level after the move' }),
      volatility: Type.String({ description: 'up, none, down, or a venue’s own word' }),
      weight: Type.Number(),
    }),
  ),
});

export const ParametersSchema = closed({
  id: Type.String(),
  venue: Type.String(),
  effectiveDate: Type.String(),
  source: Type.String(),
  confidence: Type.String(),
  values: Type.Record(Type.String(), Type.Unknown()),
});

export const GreekTableSchema = closed({
  total: GreeksSchema,
  byUnderlying: Type.Array(closed({ underlying: Type.String(), level: Type.Number(), ...GreeksSchema.properties })),
  byExpiry: Type.Array(
    closed({ underlying: Type.String(), expiry: Nullable(Type.String()), ...GreeksSchema.properties }),
  ),
});

export const EfficiencySchema = closed({
  grossNotional: Money,
  notionalToMargin: Nullable(Type.Number()),
  dailyTheta: Money,
  dailyThetaToMargin: Nullable(Type.Number()),
  marginToEquity: Nullable(Type.Number()),
  offsetRatio: Nullable(Type.Number({ description: 'offset benefit as a fraction of the standalone margin' })),
});

export const PositionLineSchema = closed({
  instrument: Type.String(),
  quantity: Type.Number(),
  price: Nullable(Type.Number({ description: 'mark, in the instrument’s own unit' })),
  value: Money,
  standaloneMargin: Money,
  worstScenarioPnl: Money,
});

export const HeatMapSchema = closed({
  underlying: Type.String(),
  level: Type.Number(),
  priceMoves: Type.Array(Type.Number()),
  volatilities: Type.Array(Type.Union([Type.Literal('up'), Type.Literal('none'), Type.Literal('down')])),
  pnl: Type.Array(Type.Array(Money), { description: 'one row per volatility, one column per price move' }),
});

export const CorrelationReportSchema = closed({
  source: Type.String({ description: 'file, prices, or none (no offset between underlyings)' }),
  names: Type.Array(Type.String()),
  values: Type.Array(Type.Array(Type.Number())),
  repaired: Type.Boolean(),
  smallestEigenvalue: Nullable(Type.Number({ description: 'of the matrix as given' })),
  distance: Nullable(Type.Number({ description: 'Frobenius distance from the matrix as given' })),
});

export const MarginResultSchema = closed({
  model: Type.String(),
  parameters: ParametersSchema,
  confidence: Type.Union([Type.Literal('verified'), Type.Literal('model')], {
    description: 'verified: outside figures of books of this kind were reproduced; model: none exist',
  }),
  currency: Type.String(),
  initialMargin: Money,
  maintenanceMargin: Money,
  standaloneMargin: Money,
  offsetBenefit: Money,
  portfolioValue: Money,
  equity: Nullable(Money),
  excess: Nullable(Money),
  beside: Type.Optional(
    Type.Array(closed({ name: Type.String(), amount: Money }), {
      description: 'margins of the same book by other rules that the model’s users compare with; no part of its margin',
    }),
  ),
  worstScenario: Nullable(WorstScenarioSchema),
  breakdown: BreakdownSchema,
  scenarios: Type.Array(closed({ name: Type.String(), pnl: Money, weight: Type.Number() })),
  greeks: GreekTableSchema,
  efficiency: EfficiencySchema,
  positions: Type.Array(PositionLineSchema),
  limits: Type.Array(LimitLineSchema),
  heatMaps: Type.Array(HeatMapSchema),
  correlation: CorrelationReportSchema,
  search: Type.Optional(EllipsoidSchema),
});

export const MarginDocumentSchema = envelope('margin', 1, MarginResultSchema);

export type Breakdown = Static<typeof BreakdownSchema>;
export type WorstScenario = Static<typeof WorstScenarioSchema>;
export type MarginResult = Static<typeof MarginResultSchema>;
export type MarginDocument = Static<typeof MarginDocumentSchema>;
export type Greeks = Static<typeof GreeksSchema>;
export type GreekTable = Static<typeof GreekTableSchema>;
export type Efficiency = Static<typeof EfficiencySchema>;
export type PositionLine = Static<typeof PositionLineSchema>;
export type CorrelationReport = Static<typeof CorrelationReportSchema>;
export type ModelParameters = Static<typeof ParametersSchema>;
export type HeatMap = Static<typeof HeatMapSchema>;
