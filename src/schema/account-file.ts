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
      balances: Type.Array(BalanceRowSchema),
      funding_rate: Type.Optional(percentField('annual')),
      reported_initial_margin: Type.Optional(numberField('what the venue reports, in reporting currency')),
      reported_maintenance_margin: Type.Optional(numberField('what the venue reports, in reporting currency')),
    }),
  ],
  { description: 'Cash and collateral: rows alone, or rows with the funding rate and the margins the venue reports.' },
);

export type BalanceRow = Static<typeof BalanceRowSchema>;
export type AccountFile = Static<typeof AccountFileSchema>;
