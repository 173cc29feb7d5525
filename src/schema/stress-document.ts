import { type Static, Type } from '@sinclair/typebox';
import { STRESS_PARTS } from '../domain/stress-part.js';
import { closed, Money, Nullable } from './common.js';
import { envelope } from './envelope.js';
import { StressCorrelationsSchema } from './stress/stress-correlations.js';
import { StressHistorySchema } from './stress/stress-history.js';
import { StressParametersSchema } from './stress/stress-parameters.js';
import { StressScenariosSchema } from './stress/stress-scenarios.js';
import { StressTimeSchema } from './stress/stress-time.js';

const StressPartSchema = Type.Union(STRESS_PARTS.map((part) => Type.Literal(part)));

export const StressBaseSchema = closed(
  {
    initialMargin: Money,
    maintenanceMargin: Money,
    portfolioValue: Type.Number(),
    equity: Nullable(Type.Number({ description: 'null without an account' })),
    excess: Nullable(Type.Number({ description: 'equity less initial margin' })),
  },
  'the book before any stress',
);

export const StressThresholdsSchema = closed({
  failAbove: Nullable(Type.Number({ description: 'highest initial margin allowed in any state' })),
  maxLoss: Nullable(Type.Number({ description: 'largest loss allowed in any state' })),
  exceeded: Type.Array(
    closed({
      threshold: Type.Union([Type.Literal('failAbove'), Type.Literal('maxLoss')]),
      part: StressPartSchema,
      name: Type.String({ description: 'of the worst state of that part' }),
      value: Type.Number(),
    }),
  ),
});

export const StressResultSchema = closed({
  model: Type.String(),
  parameterSet: Type.String({ description: 'id of the figures in force' }),
  confidence: Type.String({ description: 'verified, or model where no outside figures prove the rules' }),
  currency: Type.String(),
  base: StressBaseSchema,
  scenarios: Nullable(StressScenariosSchema),
  history: Nullable(StressHistorySchema),
  correlations: Nullable(StressCorrelationsSchema),
  parameters: Nullable(StressParametersSchema),
  time: Nullable(StressTimeSchema),
  omitted: Type.Array(closed({ part: StressPartSchema, needs: Type.String() }), {
    description: 'parts without an answer, and what each would need',
  }),
  thresholds: StressThresholdsSchema,
});

export const StressDocumentSchema = envelope('stress', 1, StressResultSchema);

export type StressBase = Static<typeof StressBaseSchema>;
export type StressThresholds = Static<typeof StressThresholdsSchema>;
export type StressResult = Static<typeof StressResultSchema>;
export type StressDocument = Static<typeof StressDocumentSchema>;
