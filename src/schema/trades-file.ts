import { type Static, Type } from '@sinclair/typebox';
import { numberField, requiredNumberField } from './field-schemas.js';

export const TradeRowSchema = Type.Object({
  instrument: Type.String({ minLength: 1, description: 'name as the venue writes it' }),
  quantity: requiredNumberField('contracts, signed: positive buys'),
  price: Type.Optional(
    numberField('in the instrument’s own unit; blank takes the quote, the ask to buy and the bid to sell'),
  ),
});

export const TradesFileSchema = Type.Array(TradeRowSchema, {
  description: 'Trades for margo whatif; margo optimize --format csv writes this file, with more columns.',
});

export type TradeRow = Static<typeof TradeRowSchema>;
