import { type Static, Type } from '@sinclair/typebox';
import { LIMIT_KINDS } from '../domain/index.js';
import { percentField, textField } from './field-schemas.js';

const Bound = 'a figure, or a percentage of the present book’s figure (90%); blank for none';

export const LimitRowSchema = Type.Object({
  limit: Type.Union(
    LIMIT_KINDS.map((kind) => Type.Literal(kind)),
    { description: 'what is limited' },
  ),
  scope: Type.Optional(
    textField('an underlying, an expiry, an instrument pattern (BTC-*-C), a scenario, or total (when left out)'),
  ),
  min: Type.Optional(percentField(Bound)),
  max: Type.Optional(percentField(Bound)),
  priority: Type.Optional(
    Type.Union([
      Type.Literal('hard'),
      Type.Integer({ minimum: 1, maximum: 5 }),
      Type.String({ pattern: '^[1-5]?$' }),
      Type.Null(),
    ]),
  ),
});

export const LimitsFileSchema = Type.Array(LimitRowSchema, {
  description: 'Bounds on the book after the trades; priority hard (default) or 1 to 5, where 1 is given up first.',
});

export type LimitRow = Static<typeof LimitRowSchema>;
