import type { LimitKind } from '../../domain/index.js';
import { grossLimit, netLimit } from './exposure-limit.js';
import { greekLimit } from './greek-limit.js';
import type { LimitRule } from './limit-measure.js';
import { lossLimit } from './loss-limit.js';
import { marginLimit } from './margin-limit.js';
import { positionLimit } from './position-limit.js';
import { costLimit, tradesLimit, turnoverLimit } from './trading-limit.js';

/** Every kind of limit and how it is measured: a new kind is one entry here and one rule. */
export const LIMIT_RULES: Readonly<Record<LimitKind, LimitRule>> = {
  delta: greekLimit('delta'),
  gamma: greekLimit('gamma'),
  vega: greekLimit('vega'),
  theta: greekLimit('theta'),
  rho: greekLimit('rho'),
  gross: grossLimit,
  net: netLimit,
  position: positionLimit,
  cost: costLimit,
  trades: tradesLimit,
  turnover: turnoverLimit,
  loss: lossLimit,
  margin: marginLimit,
};
