import { type Static, Type } from '@sinclair/typebox';
import { numberField, percentField, textField } from './field-schemas.js';

export const VenueRowSchema = Type.Object({
  name: Type.String({ minLength: 1 }),
  model: Type.Optional(textField('ID, or ID@SET for one of its parameter sets; --model by default')),
  market: Type.Optional(textField('market file; --market by default')),
  positions: Type.Optional(textField('positions file; by default the rows of POSITIONS whose venue is this one')),
  transferCost: Type.Optional(
    percentField(
      'of handing a contract over, in or out: money, or a percentage of notional; blank where that cannot be done',
    ),
  ),
  set: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: 'figures of the model, by name' })),
});

export const EquivalentRowSchema = Type.Object({
  a: Type.String({ minLength: 1 }),
  b: Type.String({ minLength: 1 }),
  ratio: Type.Optional(numberField('contracts of b that one contract of a is worth; 1 by default')),
});

export const VenuesFileSchema = Type.Object(
  {
    venues: Type.Array(VenueRowSchema),
    equivalents: Type.Optional(
      Type.Union([Type.String({ description: 'a table of a, b, ratio' }), Type.Array(EquivalentRowSchema)]),
    ),
    sameTerms: Type.Optional(
      Type.Boolean({
        description: 'whether contracts of the same terms stand for one another, whatever they are called',
      }),
    ),
  },
  { description: 'Venues that positions can live at, for margo optimize --allocate.' },
);

export type VenuesFileRows = Static<typeof VenuesFileSchema>;
