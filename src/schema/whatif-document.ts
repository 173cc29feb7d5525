import { type Static, Type } from '@sinclair/typebox';
import { closed, Money } from './common.js';
import { EllipsoidSchema } from './ellipsoid-line.js';
import { envelope } from './envelope.js';
import { LimitLineSchema } from './limit-line.js';
import { BreakdownSchema } from './margin-document.js';
import { CashSchema, CostSchema, HorizonSchema, MarginSummarySchema, TradeLineSchema } from './optimize-document.js';

export const WhatIfResultSchema = closed({
  model: Type.String(),
  currency: Type.String(),
  before: MarginSummarySchema,
  after: MarginSummarySchema,
  horizon: Type.Optional(HorizonSchema),
  marginChange: Money,
  trades: Type.Array(TradeLineSchema),
  cost: CostSchema,
  cash: CashSchema,
  limits: Type.Array(LimitLineSchema),
  breakdown: BreakdownSchema,
  search: Type.Optional(EllipsoidSchema),
});

export const WhatIfDocumentSchema = envelope('whatif', 1, WhatIfResultSchema);

export type WhatIfResult = Static<typeof WhatIfResultSchema>;
export type WhatIfDocument = Static<typeof WhatIfDocumentSchema>;
