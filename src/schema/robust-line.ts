import { type Static, Type } from '@sinclair/typebox';
import { closed, Money, Nullable } from './common.js';
import { WorstSetSchema } from './stress/stress-parameters.js';

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
      plain: Type.Optional(Type.Number({ description: 'after the trades of the plain hedge instead' })),
      binding: Type.Boolean({ description: 'whether the case counts: it is the worst one, or has a weight' }),
    }),
  ),
  plain: Type.Optional(
    Nullable(
      closed(
        {
          initialMargin: Type.Number({ description: 'of the run itself, by its horizon rule, after the plain hedge' }),
          worst: Type.Number({ description: 'what the margins of the cases come to after it' }),
          cost: Type.Number({ description: 'of its trades' }),
          costs: Type.Number({
            description:
              'what the robust hedge costs: by how much its objective in the run itself lies above the plain one',
          }),
          saves: Type.Number({
            description: 'by how much the margins of the cases come to less after the robust hedge',
          }),
          trades: Type.Array(
            closed({
              instrument: Type.String(),
              side: Type.Union([Type.Literal('buy'), Type.Literal('sell')]),
              quantity: Type.Number({ description: 'contracts, positive' }),
            }),
          ),
        },
        'the hedge that looks at the run alone; null where none was found',
      ),
    ),
  ),
  ranges: Type.Optional(
    closed(
      { before: Nullable(WorstSetSchema), after: Nullable(WorstSetSchema) },
      'the worst set of parameters within the ranges, looked for anew for each book',
    ),
  ),
});

export type RobustLine = Static<typeof RobustLineSchema>;
