import { type Static, Type } from '@sinclair/typebox';
import { numberField, percentField, requiredNumberField } from './field-schemas.js';

export const BalanceRowSchema = Type.Object({
  asset: Type.String({ minLength: 1, description: 'currency or asset' }),
  amount: requiredNumberField('units of the asset'),
  haircut: Type.Optional(percentField('fraction of the value taken off: 0.1 or 10%')),
});

export const AccountFileSchema = Type.Union(
  [
    Type.Array(BalanceRowSchema),
    Type.Object({
      balances: Type.Optional(Type.Array(BalanceRowSchema)),
      fundingRate: Type.Optional(percentField('annual')),
      reported: Type.Optional(
        Type.Object(
          {
            initialMargin: Type.Optional(numberField('in reporting currency')),
            maintenanceMargin: Type.Optional(numberField('in reporting currency')),
          },
          { description: 'the margins the venue reports' },
        ),
      ),
    }),
  ],
  {
    description:
      'Cash and collateral: rows alone, or an object with the funding rate and the margins the venue reports too.',
  },
);

export type BalanceRow = Static<typeof BalanceRowSchema>;
export type AccountFile = Static<typeof AccountFileSchema>;
