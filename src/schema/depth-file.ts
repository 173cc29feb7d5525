import { type Static, Type } from '@sinclair/typebox';
import { requiredNumberField } from './field-schemas.js';

const SIDES = ['bid', 'ask', 'buy', 'sell'] as const;

export const DepthRowSchema = Type.Object({
  instrument: Type.String({ minLength: 1, description: 'name as in the market file' }),
  side: Type.Union(
    SIDES.map((side) => Type.Literal(side)),
    { description: 'bid (or buy): others buy at this price; ask (or sell): others sell' },
  ),
  price: requiredNumberField('in the instrument’s own unit'),
  size: requiredNumberField('contracts on offer at this price'),
});

export const DepthFileSchema = Type.Array(DepthRowSchema, {
  description: 'Order books: a row per instrument, side and price, in any order; rows of equal price are added up.',
});

export type DepthRow = Static<typeof DepthRowSchema>;
