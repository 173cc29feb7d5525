import { type Static, Type } from '@sinclair/typebox';
import { closed, Money, Nullable } from './common.js';

/** The margins of the cases that a book is hedged against, and what they come to by the rule. */
export const RobustLineSchema = closed({
  rule: Type.Union([Type.Literal('worst'), Type.Literal('weighted')]),
  before: Type.Number({ description: 'the highest margin of the cases, or their sum by weight' }),
  after: Nullable(Money),
  cases: Type.Array(
    closed({
      name: Type.String(),
      model: Type.String(),
      parameters: Type.String({ description: 'id of the parameter set' }),
      asOf: Type.String(),
      weight: Type.Number(),
      before: Type.Number({
        description: 'initial margin by the full rules of the case; by the horizon rule where there is one',
      }),
      after: Nullable(Money),
      binding: Type.Boolean({ description: 'whether the case counts: it is the worst one, or has a weight' }),
    }),
  ),
});

export type RobustLine = Static<typeof RobustLineSchema>;
