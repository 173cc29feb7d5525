import { type Static, Type } from '@sinclair/typebox';
import { numberField, percentField, requiredNumberField, textField } from './field-schemas.js';

const TermsSchema = Type.Object({
  haircut: Type.Optional(percentField('fraction of the value that does not count: 0.1 or 10%; blank is none')),
  cap: Type.Optional(
    percentField('the most of it that counts: money after haircut, or with a percent sign a part of the requirement'),
  ),
  fundingCost: Type.Optional(percentField('annual, where it is another than the asset’s own')),
});

export const CollateralAssetRowSchema = Type.Object({
  asset: Type.String({ minLength: 1, description: 'currency or asset' }),
  amount: requiredNumberField('units at hand'),
  price: Type.Optional(numberField('reporting currency per unit; the market’s level by default')),
  fundingCost: Type.Optional(percentField('annual cost of having it posted, as a fraction of value')),
  lot: Type.Optional(numberField('units by which it is posted')),
  minimum: Type.Optional(numberField('fewest units posted at a venue, if any')),
  eligible: Type.Optional(
    Type.Record(Type.String(), Type.Union([percentField('haircut'), TermsSchema]), {
      description: 'the venues that take it; in CSV columns haircut.VENUE, cap.VENUE, funding_cost.VENUE',
    }),
  ),
});

export const CollateralVenueRowSchema = Type.Object({
  venue: Type.String({ minLength: 1 }),
  requirement: Type.Optional(
    Type.Union(
      [
        numberField('in reporting currency'),
        Type.String({ description: 'a JSON document of margo margin, optimize or whatif' }),
        Type.Object({
          positions: Type.String(),
          market: Type.Optional(textField('market file')),
          model: Type.Optional(textField('ID or ID@SET')),
        }),
      ],
      { description: 'an amount, the document it stands in, or the book to margin' },
    ),
  ),
});

export const CollateralFileSchema = Type.Union(
  [
    Type.Array(CollateralAssetRowSchema),
    Type.Object({
      assets: Type.Array(CollateralAssetRowSchema),
      venues: Type.Optional(Type.Array(CollateralVenueRowSchema)),
    }),
  ],
  { description: 'Assets that can be posted, and the venues that ask for them.' },
);

export type CollateralFile = Static<typeof CollateralFileSchema>;
