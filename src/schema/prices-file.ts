import { type Static, Type } from '@sinclair/typebox';
import { numberField } from './field-schemas.js';

export const PriceRowSchema = Type.Object(
  { date: Type.String({ description: 'ISO 8601 date, ascending' }) },
  { additionalProperties: numberField('price of the underlying the column is named after; blank where there is none') },
);

export const PricesFileSchema = Type.Array(PriceRowSchema, {
  description: 'Daily prices: a date and one column per underlying; columns may be ragged.',
});

export type PriceRow = Static<typeof PriceRowSchema>;
