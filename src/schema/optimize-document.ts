import { type Static, Type } from '@sinclair/typebox';
import { closed, GreeksSchema, Money, Nullable } from './common.js';
import { EllipsoidSchema } from './ellipsoid-line.js';
import { envelope } from './envelope.js';
import { HedgeCollateralSchema } from './hedge-collateral.js';
import { ExplanationSchema, TradeReasonsSchema } from './hedge-reasons.js';
import { LimitLineSchema } from './limit-line.js';
import { WorstScenarioSchema } from './margin-document.js';
import { RobustLineSchema } from './robust-line.js';

/** The horizon whose margin the objective holds, where that is not today's. */
export const HorizonSchema = closed({
  rule: Type.Union([Type.Literal('average'), Type.Literal('max')]),
  days: Type.Number(),
  merged: Type.Array(closed({ expiry: Type.String(), until: Type.String() }), {
    description: 'expiries without a date of their own: what expires then is counted until the date that follows',
  }),
});

/** The margin of one book, short; `atHorizon` is the same book with its options aged and nothing else moved. */
export const MarginSummarySchema = closed({
  initialMargin: Money,
  maintenanceMargin: Money,
  portfolioValue: Money,
  worstScenario: Nullable(WorstScenarioSchema),
  greeks: GreeksSchema,
  greeksByUnderlying: Type.Array(
    closed({ underlying: Type.String(), level: Type.Number(), ...GreeksSchema.properties }),
  ),
  atHorizon: Nullable(
    closed({ date: Type.String(), initialMargin: Money, maintenanceMargin: Money, expired: Type.Array(Type.String()) }),
  ),
  byDate: Type.Optional(
    Type.Array(
      closed({
        date: Type.String(),
        weight: Type.Number({ description: 'the part of the horizon from this date to the next; 0 at its end' }),
        initialMargin: Money,
        expired: Type.Array(Type.String(), { description: 'lines held that have expired by then' }),
      }),
      { description: 'with a horizon rule other than now: the same book aged to each date, nothing else moved' },
    ),
  ),
  horizonMargin: Type.Optional(
    Type.Number({
      description: 'initial margin by the horizon rule: the average over byDate by weight, or the highest',
    }),
  ),
});

export const FillSchema = closed({
  price: Type.Number({ description: 'in the instrument’s own unit' }),
  quantity: Type.Number({ description: 'contracts' }),
  unitCost: Type.Number({ description: 'what one contract more costs at this price: lost to fair value, and fee' }),
});

export const TradeLineSchema = closed({
  instrument: Type.String(),
  side: Type.Union([Type.Literal('buy'), Type.Literal('sell')]),
  quantity: Type.Number({ description: 'contracts, positive' }),
  price: Type.Number({ description: 'in the instrument’s own unit; the average over the fills' }),
  limitPrice: Type.Number({ description: 'what a limit order needs: the worst price of the fills, on the tick' }),
  marginalPrice: Nullable(Type.Number({ description: 'of the next contract; null when no more is displayed' })),
  fills: Type.Array(FillSchema, { description: 'level by level, best price first' }),
  notional: Money,
  cost: Type.Number({ description: 'spread, depth and fee, in reporting currency' }),
  fee: Money,
  marginSaved: Type.Number({
    description: 'margin the book would need more without this trade; by the horizon rule where there is one',
  }),
  why: Type.String(),
  reasons: Type.Optional(TradeReasonsSchema),
});

export const CostSchema = closed({ spread: Money, depth: Money, fees: Money, total: Money });

export const CashSchema = Type.Number({
  description:
    'received less paid for the trades’ premiums and fees; futures and perpetuals count with their fees only',
});

export const CertificateSchema = closed({
  kind: Type.Union([Type.Literal('linear'), Type.Literal('integer')]),
  method: Type.Optional(
    Type.Union([Type.Literal('convexPart'), Type.Literal('cover'), Type.Literal('binaries')], {
      description:
        'of rules that are not convex only: the rows are those of a convex formula that is never above the margin (`cover`: the search began with one that is never below it, as expected shortfall is never below value at risk), or those of the rules with a binary per choice of the smaller amount',
    }),
  ),
  lpBound: Nullable(Type.Number({ description: 'by weak duality from the multipliers below, no solver trusted' })),
  searchBound: Nullable(Type.Number({ description: 'what branch and bound claims; null for a linear program' })),
  multipliers: Type.Array(
    closed({
      row: Type.String({ description: 'what the row came from' }),
      value: Type.Number(),
      hash: Type.Optional(
        Type.String({
          description: 'of the row’s name, ends and coefficients, and of the value; margo verify makes it again',
        }),
      ),
      at: Type.Optional(
        Type.Array(Type.Number(), { description: 'of a tangent to a root of squares: where it touches' }),
      ),
    }),
  ),
  rows: Type.Integer(),
  columns: Type.Integer(),
  worstRowViolation: Type.Number({ description: 'relative to the row’s own limit, recomputed from the original data' }),
});

export const ConflictSchema = closed({
  limits: Type.Array(Type.String(), {
    description: 'limits that cannot hold together; none can be left out of the list',
  }),
  relaxations: Type.Array(
    closed({
      limit: Type.String(),
      scope: Type.String(),
      end: Type.String(),
      from: Type.Number(),
      to: Type.Number(),
      by: Type.Number(),
    }),
    { description: 'a smallest set of changes that makes the limits hold together' },
  ),
});

export const SecondAimSchema = closed({
  aim: Type.Union([Type.Literal('cost'), Type.Literal('trades'), Type.Literal('turnover')]),
  within: Type.Number({ description: 'part of the best objective that may be given up for it' }),
  search: Type.Union([Type.Literal('ended'), Type.Literal('stopped'), Type.Literal('notBegun')], {
    description: 'notBegun: the first search was stopped',
  }),
  valueBefore: Type.Number({
    description: 'of the first answer: cost of the trades, their number, or notional bought plus sold',
  }),
  valueAfter: Type.Number(),
  bound: Nullable(
    Type.Number({ description: 'no admissible book whose objective is within the tolerance has a lower value' }),
  ),
  gap: Nullable(Type.Number({ description: '(valueAfter - bound) / max(1, |valueAfter|)' })),
  proven: Type.Boolean(),
  objectiveBefore: Type.Number({ description: 'of the first answer' }),
  objectiveAfter: Type.Number(),
  tradesBefore: Type.Array(
    closed({
      instrument: Type.String(),
      side: Type.Union([Type.Literal('buy'), Type.Literal('sell')]),
      quantity: Type.Number({ description: 'contracts, positive' }),
    }),
    { description: 'of the first answer' },
  ),
  certificate: Nullable(CertificateSchema),
});

export const OptimizeResultSchema = closed({
  model: Type.String(),
  currency: Type.String(),
  before: MarginSummarySchema,
  after: Nullable(MarginSummarySchema),
  horizon: Type.Optional(HorizonSchema),
  robust: Type.Optional(RobustLineSchema),
  collateral: Type.Optional(HedgeCollateralSchema),
  trades: Type.Array(TradeLineSchema),
  cost: Nullable(CostSchema),
  cash: Nullable(CashSchema),
  objective: Nullable(
    Type.Number({
      description:
        're-evaluated: weight x initial margin after (by the horizon rule, of the robust cases, where there are) + cost',
    }),
  ),
  marginWeight: Type.Number({
    description:
      '1, or capitalCost x horizon / 365; 1 where the objective holds what collateral costs in place of margin',
  }),
  bound: Nullable(Type.Number({ description: 'no admissible book has a lower objective' })),
  gap: Nullable(Type.Number({ description: '(objective - bound) / max(1, |objective|)' })),
  proven: Type.Boolean(),
  limits: Type.Array(LimitLineSchema),
  candidates: closed({
    considered: Type.Integer(),
    screened: Type.Optional(Type.Integer()),
    excluded: Type.Array(closed({ instrument: Type.String(), reason: Type.String() })),
  }),
  certificate: Nullable(CertificateSchema),
  conflict: Nullable(ConflictSchema),
  secondAim: Type.Optional(SecondAimSchema),
  explanation: Type.Optional(ExplanationSchema),
  search: Type.Optional(EllipsoidSchema),
});

export const OptimizeDocumentSchema = envelope('optimize', 1, OptimizeResultSchema);

export type Cost = Static<typeof CostSchema>;
export type HorizonLine = Static<typeof HorizonSchema>;
export type MarginSummary = Static<typeof MarginSummarySchema>;
export type TradeLine = Static<typeof TradeLineSchema>;
export type CostBreakdown = Static<typeof CostSchema>;
export type Certificate = Static<typeof CertificateSchema>;
export type SecondAimLine = Static<typeof SecondAimSchema>;
export type Conflict = Static<typeof ConflictSchema>;
export type OptimizeResult = Static<typeof OptimizeResultSchema>;
export type OptimizeDocument = Static<typeof OptimizeDocumentSchema>;
