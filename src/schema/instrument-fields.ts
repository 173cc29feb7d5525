import { Type } from '@sinclair/typebox';
import { choiceField, numberField, textField } from './field-schemas.js';

/** The columns that describe a contract where its name alone does not; shared by the positions and the market file. */
export const INSTRUMENT_FIELDS = {
  type: Type.Optional(
    choiceField(['spot', 'index', 'future', 'perpetual', 'option'], 'kind of contract; index rows cannot be traded'),
  ),
  underlying: Type.Optional(textField('name of what the contract moves with')),
  expiry: Type.Optional(textField('ISO 8601 date or time, UTC')),
  strike: Type.Optional(numberField('quote currency per unit of the underlying')),
  right: Type.Optional(choiceField(['C', 'P'], 'call or put')),
  exercise: Type.Optional(choiceField(['european', 'american'], 'european unless given')),
  settlement: Type.Optional(choiceField(['linear', 'inverse'], 'inverse: profit is paid in the underlying coin')),
  multiplier: Type.Optional(
    numberField('units of the underlying in one contract; of quote currency for an inverse future'),
  ),
  currency: Type.Optional(textField('currency in which the price is quoted')),
};
