import { type Static, Type } from '@sinclair/typebox';
import { closed, Nullable } from './common.js';
import { LimitWorthSchema } from './hedge-reasons.js';

/** One limit and what the book makes of it; shared by every document that checks limits. */
export const LimitLineSchema = closed({
  limit: Type.String(),
  scope: Type.String(),
  unit: Type.String(),
  value: Type.Number(),
  min: Nullable(Type.Number()),
  max: Nullable(Type.Number()),
  before: Type.Number({ description: 'the present book’s figure' }),
  priority: Type.Union([Type.Literal('hard'), Type.Integer({ minimum: 1, maximum: 5 })]),
  binding: Type.Boolean(),
  shadowPrice: Type.Number({ description: 'objective saved per unit of relaxation, one-sided, never negative' }),
  relaxedBy: Type.Number(),
  worth: Type.Optional(
    Type.Union([LimitWorthSchema, Type.Null()], {
      description: 'shadowPrice with the range in which it holds, solved again; null where it was not found',
    }),
  ),
  relaxedTo: Type.Optional(
    closed(
      { min: Nullable(Type.Number()), max: Nullable(Type.Number()) },
      'the ends used instead; only where the limit gave way',
    ),
  ),
});

export type LimitLine = Static<typeof LimitLineSchema>;
