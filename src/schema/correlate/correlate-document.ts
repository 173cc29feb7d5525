import { type Static, Type } from '@sinclair/typebox';
import { closed, Nullable } from '../common.js';
import { envelope } from '../envelope.js';
import { CorrelateEstimateSchema } from './correlate-estimate.js';
import { CorrelateHedgesSchema } from './correlate-hedges.js';
import { CorrelateRepairSchema } from './correlate-repair.js';
import { CorrelateSelectionSchema } from './correlate-selection.js';

export const CorrelateResultSchema = closed({
  names: Type.Array(Type.String()),
  correlations: Type.Array(Type.Array(Type.Number()), {
    description: 'the matrix to use, row by row in the order of names',
  }),
  smallestEigenvalue: Type.Number({ description: 'of that matrix' }),
  conditionNumber: Nullable(
    Type.Number({ description: 'largest eigenvalue over the smallest; null where the matrix is singular' }),
  ),
  estimate: Nullable(CorrelateEstimateSchema),
  selection: Nullable(CorrelateSelectionSchema),
  repair: Nullable(CorrelateRepairSchema),
  hedges: Nullable(CorrelateHedgesSchema),
});

export const CorrelateDocumentSchema = envelope('correlate', 1, CorrelateResultSchema);

export type CorrelateResult = Static<typeof CorrelateResultSchema>;
export type CorrelateDocument = Static<typeof CorrelateDocumentSchema>;
