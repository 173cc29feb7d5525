import { type Static, Type } from '@sinclair/typebox';
import { requiredNumberField } from './field-schemas.js';

export const CorrelationRowSchema = Type.Object({
  a: Type.String({ minLength: 1 }),
  b: Type.String({ minLength: 1 }),
  correlation: requiredNumberField('from -1 to 1'),
});

export const CorrelationsFileSchema = Type.Array(CorrelationRowSchema, {
  description:
    'Long form: one row per pair. A CSV file may instead be a square matrix, names in the first row and column.',
});

export type CorrelationRow = Static<typeof CorrelationRowSchema>;
