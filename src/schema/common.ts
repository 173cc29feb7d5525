import { type TSchema, Type } from '@sinclair/typebox';

/** An object that refuses keys it does not name. */
export const closed = <T extends Record<string, TSchema>>(properties: T, description?: string) =>
  Type.Object(properties, { additionalProperties: false, ...(description === undefined ? {} : { description }) });

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const Money = Type.Number({ description: 'an amount in the document’s reporting currency' });

export const IssueSchema = closed({
  code: Type.String(),
  severity: Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('info')]),
  message: Type.String(),
  file: Nullable(Type.String()),
  line: Nullable(Type.Integer({ minimum: 1 })),
  column: Nullable(Type.Integer({ minimum: 1 })),
  field: Nullable(Type.String()),
  value: Nullable(Type.String()),
  hint: Nullable(Type.String()),
});

export const GreeksSchema = closed({
  delta: Type.Number({
    description: 'units of the underlying; in a total over several underlyings, money per 100 % move',
  }),
  gamma: Type.Number({
    description: 'change of delta per 1 unit of price; in a total over several underlyings, money per 1 % squared',
  }),
  vega: Type.Number({ description: 'money per volatility point (0.01)' }),
  theta: Type.Number({ description: 'money per calendar day' }),
  rho: Type.Number({ description: 'money per 1 % of rate (0.01)' }),
  vanna: Type.Number({ description: 'change of delta per volatility point (0.01)' }),
  volga: Type.Number({ description: 'change of vega per volatility point (0.01)' }),
  deltaCash: Type.Number({ description: 'delta times level, in money' }),
});
