import { type Static, Type } from '@sinclair/typebox';
import { requiredPercentField } from './field-schemas.js';

export const ParameterRangeRowSchema = Type.Object({
  parameter: Type.String({
    minLength: 1,
    description: 'its dotted place, entries of lists counted from 0: volUp, priceRange.BTC, scenarios.3.spotShock',
  }),
  min: requiredPercentField('lowest figure, 0.4 or 40%'),
  max: requiredPercentField('highest figure'),
});

export const ParameterRangesFileSchema = Type.Array(ParameterRangeRowSchema, {
  description: 'Between what each number of a parameter set may lie; each number once.',
});

export type ParameterRangeRow = Static<typeof ParameterRangeRowSchema>;
