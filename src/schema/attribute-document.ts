import { type Static, Type } from '@sinclair/typebox';
import { closed, Money, Nullable } from './common.js';
import { envelope } from './envelope.js';
import { LimitLineSchema } from './limit-line.js';

export const AttributionLineSchema = closed({
  name: Type.String({ description: 'the instrument, underlying, expiry or tag' }),
  underlying: Nullable(Type.String({ description: 'null where the line spans several' })),
  expiry: Nullable(Type.String({ description: 'null where the line spans several, or its contracts have none' })),
  tag: Nullable(Type.String({ description: 'null where the line spans several, or has none' })),
  positions: Type.Integer({ minimum: 1, description: 'how many positions have a part in the line' }),
  quantity: Nullable(Type.Number({ description: 'contracts, of a single position' })),
  standalone: Type.Number({ description: 'margin of the line alone, in reporting currency' }),
  marginal: Type.Number({
    description:
      'margin of the book less that of the book without the line; below 0 where closing it would raise the margin',
  }),
  incremental: Nullable(
    closed(
      {
        up: Type.Number({ description: 'as the quantity begins to rise: one contract bought' }),
        down: Type.Number({ description: 'as it begins to fall: one contract sold saves this much' }),
      },
      'change of margin per contract, of a single position; the two differ where several scenarios are tied',
    ),
  ),
  component: Type.Number({
    description: 'gradient of the margin times contracts; the components and the remainder add up to the margin',
  }),
  componentLow: Type.Number({ description: 'the least that any rule for ties would give the line' }),
  componentHigh: Type.Number({ description: 'the most' }),
  share: Nullable(Type.Number({ description: 'component as a fraction of the margin; null where that is 0' })),
});

export const AttributeResultSchema = closed({
  model: Type.String(),
  currency: Type.String(),
  by: Type.Union([Type.Literal('position'), Type.Literal('underlying'), Type.Literal('expiry'), Type.Literal('tag')]),
  initialMargin: Money,
  standaloneMargin: Type.Number({ description: 'sum over all lines of their margins alone' }),
  offsetBenefit: Type.Number({ description: 'standaloneMargin less initialMargin' }),
  lines: Type.Array(AttributionLineSchema, { description: 'largest component first' }),
  others: Nullable(AttributionLineSchema),
  remainder: Type.Number({
    description: 'what no line causes: constants and tiers of the rules; initialMargin less all components',
  }),
  tied: Type.Boolean({ description: 'whether components depend on the rule for ties' }),
  limits: Type.Array(LimitLineSchema),
});

export const AttributeDocumentSchema = envelope('attribute', 1, AttributeResultSchema);

export type AttributionLine = Static<typeof AttributionLineSchema>;
export type AttributeResult = Static<typeof AttributeResultSchema>;
export type AttributeDocument = Static<typeof AttributeDocumentSchema>;
