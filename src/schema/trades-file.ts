import { type Static, Type } from '@sinclair/typebox';
import { choiceField, numberField, requiredNumberField } from './field-schemas.js';

export const TradeRowSchema = Type.Object({
  instrument: Type.String({ minLength: 1, description: 'name as the venue writes it' }),
  quantity: requiredNumberField('contracts; without a side signed, positive buys'),
  side: Type.Optional(choiceField(['buy', 'sell'], 'with a side the quantity has to be positive')),
  price: Type.Optional(
    numberField('in the instrument’s own unit; blank takes the quote, the ask to buy and the bid to sell'),
  ),
});

export const TradesFileSchema = Type.Array(TradeRowSchema, {
  description:
    'Trades for margo whatif; margo optimize --format csv writes this file, with more columns; its JSON document is read too.',
});

export type TradeRow = Static<typeof TradeRowSchema>;
