import { type Static, Type } from '@sinclair/typebox';
import { numberField, requiredNumberField, textField } from './field-schemas.js';
import { INSTRUMENT_FIELDS } from './instrument-fields.js';

export const PositionRowSchema = Type.Object({
  instrument: Type.String({ minLength: 1, description: 'name as the venue writes it' }),
  quantity: requiredNumberField('contracts, signed: negative is short'),
  account: Type.Optional(textField('account the row belongs to')),
  venue: Type.Optional(textField('venue whose naming rules apply')),
  entry_price: Type.Optional(numberField('in the instrument’s own unit')),
  tag: Type.Optional(textField('strategy the row belongs to, for attribution')),
  ...INSTRUMENT_FIELDS,
});

export const PositionsFileSchema = Type.Array(PositionRowSchema, {
  description: 'Rows of a positions file (CSV, JSON array or NDJSON). Rows of the same instrument net.',
});

export type PositionRow = Static<typeof PositionRowSchema>;
