import { type Static, Type } from '@sinclair/typebox';
import { closed, Money, Nullable } from './common.js';
import { envelope } from './envelope.js';
import { LimitLineSchema } from './limit-line.js';
import { BreakdownSchema, ParametersSchema, WorstScenarioSchema } from './margin-document.js';

const { values: _, ...SET_PROPERTIES } = ParametersSchema.properties;

export const ComparedModelSchema = closed({
  name: Type.String({
    description: 'as it was asked for: the model’s id, with @ and a parameter set where one was named',
  }),
  model: Type.String(),
  title: Type.String(),
  parameters: closed(SET_PROPERTIES),
  confidence: Nullable(Type.Union([Type.Literal('verified'), Type.Literal('model')])),
  initialMargin: Nullable(
    Type.Number({
      description: 'of the whole book, in reporting currency; null where the model cannot margin all of it',
    }),
  ),
  maintenanceMargin: Nullable(Money),
  standaloneMargin: Nullable(Money),
  offsetBenefit: Nullable(Money),
  excess: Nullable(Type.Number({ description: 'equity above the initial margin; null without an account' })),
  rank: Nullable(
    Type.Integer({ minimum: 1, description: '1 for the lowest initial margin; equal margins share a rank' }),
  ),
  aboveCheapest: Nullable(Type.Number({ description: 'initial margin above the lowest, in reporting currency' })),
  aboveCheapestRatio: Nullable(
    Type.Number({ description: 'the same as a fraction of the lowest; null where that is 0' }),
  ),
  worstScenario: Nullable(WorstScenarioSchema),
  breakdown: Nullable(BreakdownSchema),
  parts: Type.Array(closed({ name: Type.String(), amount: Money }), {
    description: 'the first level of the breakdown that has several parts; they add up to the initial margin',
  }),
  limits: Type.Array(LimitLineSchema),
  refused: Type.Array(closed({ instrument: Type.String(), reason: Type.String() }), {
    description: 'positions that the model cannot margin, each with the end of a sentence about it',
  }),
  problems: Type.Array(closed({ subject: Type.String(), problem: Type.String() }), {
    description: 'what else keeps the model from margining the book',
  }),
  restated: Type.Array(closed({ instrument: Type.String(), how: Type.String() }), {
    description: 'positions that are margined as another contract',
  }),
  partialMargin: Nullable(
    closed(
      { initialMargin: Money, maintenanceMargin: Money, positions: Type.Integer({ minimum: 1 }) },
      'for information: what the positions it can margin would need by themselves; takes no part in the ranking',
    ),
  ),
});

export const CompareResultSchema = closed({
  currency: Type.String(),
  portfolioValue: Money,
  equity: Nullable(Money),
  cheapest: Nullable(Type.String({ description: 'name of the model with the lowest initial margin' })),
  models: Type.Array(ComparedModelSchema, { description: 'by rank; those that cannot margin the whole book last' }),
  positions: Type.Array(
    closed({
      instrument: Type.String(),
      quantity: Type.Number(),
      standaloneMargins: Type.Array(Nullable(Money), {
        description: 'initial margin of the position alone, one figure per model in their order; null where refused',
      }),
    }),
  ),
});

export const CompareDocumentSchema = envelope('compare', 1, CompareResultSchema);

export type ComparedModel = Static<typeof ComparedModelSchema>;
export type CompareResult = Static<typeof CompareResultSchema>;
export type CompareDocument = Static<typeof CompareDocumentSchema>;
