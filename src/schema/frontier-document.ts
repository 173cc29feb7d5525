import { type Static, Type } from '@sinclair/typebox';
import { closed, Money, Nullable } from './common.js';
import { envelope } from './envelope.js';
import { ConflictSchema, HorizonSchema, OptimizeResultSchema, TradeLineSchema } from './optimize-document.js';

export const FrontierPointSchema = closed({
  bound: Type.Number({ description: 'how much of the resource may be used' }),
  status: Type.Union(
    [
      Type.Literal('optimal'),
      Type.Literal('searched'),
      Type.Literal('stopped'),
      Type.Literal('infeasible'),
      Type.Literal('failed'),
      Type.Literal('not reached'),
    ],
    {
      description:
        'optimal, searched (a gap remains) and stopped (by time) have a book; infeasible: the limits cannot be kept with so little; failed: the solver gave no answer that can be believed; not reached: time ran out before',
    },
  ),
  used: Nullable(
    Type.Number({ description: 'how much of it the book uses; null, as all that follows, without a book' }),
  ),
  margin: Nullable(Type.Number({ description: 'initial margin of the book, by the full formula' })),
  maintenanceMargin: Nullable(Type.Number({ description: 'by the full formula' })),
  cost: Nullable(Type.Number({ description: 'spread, depth and fees of the trades' })),
  objective: Nullable(
    Type.Number({
      description:
        'what the point makes smallest. By cost: the initial margin (by the horizon rule where there is one). By vega and by trades: marginWeight times that, plus cost, as margo optimize',
    }),
  ),
  lowerBound: Nullable(Type.Number({ description: 'no admissible book within the bound has a lower objective' })),
  gap: Nullable(Type.Number({ description: '(objective - lowerBound) / max(1, |objective|)' })),
  slope: Nullable(
    Type.Number({
      description:
        'change of the objective per further unit of the resource: just beyond the bound where exact, else on the way to the next point; null where neither is known',
    }),
  ),
  knee: Type.Boolean(),
  optimum: Type.Boolean({ description: 'whether this is the answer of margo optimize' }),
  trades: Type.Array(TradeLineSchema),
});

export const FrontierResultSchema = closed({
  model: Type.String(),
  currency: Type.String(),
  by: Type.Union([Type.Literal('cost'), Type.Literal('vega'), Type.Literal('trades')]),
  scope: Type.String({ description: 'whose cost or vega: total, an underlying, an expiry, a pattern' }),
  unit: Type.String({ description: 'of the resource' }),
  exact: Type.Boolean({
    description: 'whether breakpoints are all there are, the curve proven straight between two of them',
  }),
  marginWeight: OptimizeResultSchema.properties.marginWeight,
  horizon: Type.Optional(HorizonSchema),
  before: closed({ margin: Money, maintenanceMargin: Money }),
  points: Type.Array(FrontierPointSchema, { description: 'in order of their bounds' }),
  breakpoints: Nullable(
    Type.Array(
      closed({
        bound: Type.Number(),
        objective: Type.Number(),
        slope: Type.Number({ description: 'of the piece that begins here; 0 at the last' }),
      }),
      { description: 'where the slope changes, and both ends; null where the curve is not piecewise linear' },
    ),
  ),
  knee: Nullable(Type.Integer({ description: 'index of the point farthest below the chord between the ends' })),
  optimum: Nullable(Type.Integer({ description: 'index of the answer of margo optimize with no further limit' })),
  ends: closed({
    from: Nullable(Type.Number({ description: 'the least with which the limits can be kept' })),
    to: Nullable(
      Type.Number({ description: 'the least with which more buys nothing; null where that is farther out' }),
    ),
  }),
  candidates: OptimizeResultSchema.properties.candidates,
  conflict: Nullable(ConflictSchema),
});

export const FrontierDocumentSchema = envelope('frontier', 1, FrontierResultSchema);

export type FrontierPointLine = Static<typeof FrontierPointSchema>;
export type FrontierResult = Static<typeof FrontierResultSchema>;
export type FrontierDocument = Static<typeof FrontierDocumentSchema>;
