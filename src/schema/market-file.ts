import { type Static, Type } from '@sinclair/typebox';
import { numberField, percentField, textField } from './field-schemas.js';
import { INSTRUMENT_FIELDS } from './instrument-fields.js';

export const MarketRowSchema = Type.Object({
  instrument: Type.String({ minLength: 1, description: 'name as the venue writes it' }),
  venue: Type.Optional(textField('venue whose naming rules apply')),
  timestamp: Type.Optional(textField('ISO 8601, UTC; the latest of the file is the as-of time')),
  bid: Type.Optional(numberField('in the instrument’s own unit; zero or blank means no quote')),
  bid_size: Type.Optional(numberField('contracts')),
  ask: Type.Optional(numberField('in the instrument’s own unit; zero or blank means no quote')),
  ask_size: Type.Optional(numberField('contracts')),
  mark: Type.Optional(numberField('in the instrument’s own unit')),
  iv: Type.Optional(percentField('annual volatility: 0.45 or 45%')),
  underlying_price: Type.Optional(numberField('forward of that expiry')),
  rate: Type.Optional(percentField('continuous annual rate')),
  dividend_yield: Type.Optional(percentField('continuous annual yield')),
  tick: Type.Optional(numberField('smallest step of the price')),
  lot: Type.Optional(numberField('smallest step of the quantity, contracts')),
  fee: Type.Optional(numberField('taker fee per contract, in the currency of the price')),
  confidence: Type.Optional(percentField('how sure the feed is, 0 to 1; blank is 1')),
  ...INSTRUMENT_FIELDS,
});

export const MarketFileSchema = Type.Array(MarketRowSchema, {
  description: 'Rows of a market file: one per instrument, all at one instant. Spot and index rows have a type.',
});

export type MarketRow = Static<typeof MarketRowSchema>;
