import { type Static, Type } from '@sinclair/typebox';
import { closed, Money, Nullable } from './common.js';
import { envelope } from './envelope.js';

const worth = (description: string) =>
  Nullable(Type.Number({ description: `${description}; null for lots, and where not every requirement is met` }));

export const PostingSchema = closed({
  asset: Type.String(),
  venue: Type.String(),
  amount: Type.Number({ description: 'units of the asset' }),
  value: Type.Number({ description: 'at the price, before the haircut' }),
  haircut: Type.Number({ description: 'fraction of the value that does not count' }),
  counted: Type.Number({ description: 'value after the haircut' }),
  costPerYear: Type.Number({ description: 'value x the annual funding cost' }),
  cost: Type.Number({ description: 'the same over the horizon' }),
});

export const CollateralVenueSchema = closed({
  venue: Type.String(),
  requirement: Money,
  source: Type.String({
    description: 'where the requirement comes from: amount, or the document or book it was taken from',
  }),
  posted: Type.Number({ description: 'counted value of what is posted there' }),
  excess: Type.Number({ description: 'counted value above the requirement; 0 where it is missing' }),
  missing: Type.Number({ description: 'requirement that is not met' }),
  shadowPrice: worth('cost a year of one more unit of requirement'),
});

export const CollateralAssetSchema = closed({
  asset: Type.String(),
  price: Type.Number({ description: 'reporting currency per unit' }),
  fundingCost: Type.Number({ description: 'annual, as a fraction of value' }),
  available: Type.Number({ description: 'units' }),
  used: Type.Number({ description: 'units' }),
  idle: Type.Number({ description: 'units' }),
  shadowPrice: worth('cost a year that one unit more would save'),
});

export const CollateralResultSchema = closed({
  currency: Type.String(),
  horizonDays: Type.Number(),
  postings: Type.Array(PostingSchema, { description: 'by venue, the largest first' }),
  venues: Type.Array(CollateralVenueSchema),
  assets: Type.Array(CollateralAssetSchema),
  cost: closed({ perYear: Money, horizon: Money }),
  bound: Nullable(Type.Number({ description: 'no postings that do the same cost less a year' })),
  gap: Nullable(Type.Number({ description: '(cost a year - bound) / max(1, |cost a year|)' })),
  proven: Type.Boolean(),
  proof: Nullable(
    closed({
      kind: Type.Union([Type.Literal('linear'), Type.Literal('integer')], {
        description:
          'linear: the bound is a dot product of the multipliers; integer: it is what branch and bound claims',
      }),
      multipliers: Type.Array(closed({ row: Type.String(), value: Type.Number() })),
    }),
  ),
  infeasible: Nullable(
    closed(
      {
        missing: Type.Number({ description: 'over all venues; no postings leave less' }),
        venues: Type.Array(closed({ venue: Type.String(), missing: Money })),
      },
      'null where every requirement is met',
    ),
  ),
});

export const CollateralDocumentSchema = envelope('collateral', 1, CollateralResultSchema);

export type PostingLine = Static<typeof PostingSchema>;
export type CollateralVenueLine = Static<typeof CollateralVenueSchema>;
export type CollateralAssetLine = Static<typeof CollateralAssetSchema>;
export type CollateralResult = Static<typeof CollateralResultSchema>;
export type CollateralDocument = Static<typeof CollateralDocumentSchema>;
