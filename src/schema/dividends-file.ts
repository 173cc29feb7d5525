import { type Static, Type } from '@sinclair/typebox';
import { numberField } from './field-schemas.js';

export const DividendRowSchema = Type.Object(
  {
    underlying: Type.String({ description: 'as the market file names it' }),
    ex_date: Type.String({ description: 'ISO 8601 date from which a buyer no longer gets it' }),
    amount: numberField('per unit of the underlying, in the currency of its price; above 0'),
  },
  { additionalProperties: true },
);

export const DividendsFileSchema = Type.Array(DividendRowSchema, {
  description: 'Cash dividends ahead: one row each. They lower options whose forward the market does not state.',
});

export type DividendRow = Static<typeof DividendRowSchema>;
