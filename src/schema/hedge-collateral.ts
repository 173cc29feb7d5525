import { type Static, Type } from '@sinclair/typebox';
import { closed, Money, Nullable } from './common.js';

/** What the cheapest collateral for the margin costs, where that is what the objective holds. */
export const HedgeCollateralSchema = closed({
  venue: Type.String(),
  horizonDays: Type.Number(),
  costBefore: Nullable(
    Type.Number({
      description:
        'of the margin before over the horizon, beyond what other venues’ requirements cost; null where the collateral does not reach',
    }),
  ),
  costAfter: Nullable(Type.Number({ description: 'the same of the margin after' })),
  capacity: Type.Number({ description: 'the most margin that can be met' }),
  slopes: Type.Array(
    closed({
      from: Type.Number({ description: 'of margin' }),
      to: Money,
      perUnit: Type.Number({ description: 'cost a year of one more unit of margin' }),
    }),
    { description: 'rising; the cost of a margin is the sum over the parts below it' },
  ),
  postingsAfter: Type.Array(
    closed({
      asset: Type.String(),
      amount: Type.Number({ description: 'units of the asset' }),
      value: Type.Number({ description: 'at the price, before the haircut' }),
      counted: Type.Number({ description: 'value after the haircut' }),
      cost: Type.Number({ description: 'over the horizon' }),
    }),
    { description: 'at this venue, of least cost, the largest first' },
  ),
});

export type HedgeCollateralLine = Static<typeof HedgeCollateralSchema>;
