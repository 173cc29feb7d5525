import { type Static, Type } from '@sinclair/typebox';
import { requiredNumberField } from './field-schemas.js';

export const CorrelationBoundRowSchema = Type.Object({
  a: Type.String({ minLength: 1, description: 'an underlying' }),
  b: Type.String({ minLength: 1, description: 'another; the two in either order' }),
  min: requiredNumberField('lowest correlation, from -1 to 1'),
  max: requiredNumberField('highest'),
});

export const CorrelationBoundsFileSchema = Type.Array(CorrelationBoundRowSchema, {
  description: 'Between what correlations may lie in search of the worst matrix; pairs without a row stay as they are.',
});

export type CorrelationBoundRow = Static<typeof CorrelationBoundRowSchema>;
