import { type Static, Type } from '@sinclair/typebox';
import { closed, Nullable } from '../common.js';
import { EstimatorNameSchema } from './correlate-estimate.js';

export const EstimatorScoreSchema = closed({
  estimator: EstimatorNameSchema,
  halfLife: Nullable(Type.Number()),
  score: Nullable(
    Type.Number({
      description:
        'log likelihood a return date, less that of no correlation at all; null where a matrix was singular in some window',
    }),
  ),
  standardError: Nullable(Type.Number({ description: 'of the difference to the best, over the blocks' })),
  failed: Type.Integer({ description: 'windows whose matrix was singular' }),
  best: Type.Boolean(),
});

export const CorrelateSelectionSchema = closed({
  window: Type.Integer({ description: 'returns an estimate is made from' }),
  step: Type.Integer({ description: 'returns after them that score it' }),
  blocks: Type.Integer({ description: 'windows that were scored' }),
  scores: Type.Array(EstimatorScoreSchema, { description: 'the best first' }),
});

export type EstimatorScore = Static<typeof EstimatorScoreSchema>;
export type CorrelateSelection = Static<typeof CorrelateSelectionSchema>;
