import { type Static, Type } from '@sinclair/typebox';
import { closed, Money, Nullable } from './common.js';

/** Why a trade is there: what it does alone, last, and what the search comes to without it. */
export const TradeReasonsSchema = closed({
  savedAlone: Type.Number({
    description: 'margin of the present book less that of the present book with this trade and no other',
  }),
  savedPerCost: Nullable(Type.Number({ description: 'marginSaved per unit of cost; null where it costs nothing' })),
  relieves: Type.Array(
    closed({
      scenario: Type.String(),
      gain: Type.Number({ description: 'what the trade gains there, weighted as the scenario is' }),
    }),
    {
      description:
        'the scenarios that would lose more than any does after the trades, were this one not there: the worst five first',
    },
  ),
  leftOut: Type.Union(
    [
      closed({
        possible: Type.Boolean({ description: 'whether the limits can be kept without this instrument' }),
        marginLost: Nullable(Money),
        objectiveLost: Nullable(Type.Number()),
        proven: Type.Boolean({ description: 'whether the search without it was brought to its end' }),
      }),
      Type.Null(),
    ],
    { description: 'the best book without this instrument against the one found, solved again; null where it was not' },
  ),
});

/** What room at the binding end of a limit is worth, found by solving again at ends moved outwards. */
export const LimitWorthSchema = closed({
  end: Type.Union([Type.Literal('min'), Type.Literal('max')]),
  perUnit: Type.Number({ description: 'objective saved per unit of room, never negative' }),
  upTo: Nullable(Type.Number({ description: 'units of room up to which it stays that; null: however much is given' })),
});

export const BindingScenarioSchema = closed({
  name: Type.String(),
  block: Type.Integer({ description: 'losses of different blocks add up' }),
  loss: Type.Number({ description: 'weighted, positive when money is lost' }),
});

/** Why the book found is what it is. */
export const ExplanationSchema = closed({
  bindingBefore: Type.Array(BindingScenarioSchema, { description: 'the scenarios that set the present margin' }),
  bindingAfter: Type.Array(BindingScenarioSchema, { description: 'those that set the margin after the trades' }),
  sentences: Type.Array(Type.String(), { description: 'the reasons in words; empty unless asked for' }),
});

export type TradeReasons = Static<typeof TradeReasonsSchema>;
export type LimitWorthLine = Static<typeof LimitWorthSchema>;
export type BindingScenario = Static<typeof BindingScenarioSchema>;
export type Explanation = Static<typeof ExplanationSchema>;
