import type { CommonRequest, MarginRequest, OptimizeRequest } from './request.js';

/** What a run does unless told otherwise: everything of a request but its positions. As the command line's defaults. */
export const COMMON_DEFAULTS: Omit<CommonRequest, 'positions'> = {
  market: null,
  correlations: null,
  prices: null,
  account: null,
  limits: null,
  limitTexts: [],
  keepTexts: [],
  model: 'scan',
  parameters: null,
  parameterOverrides: {},
  asOf: null,
  currency: 'USD',
  noRepair: false,
  venue: null,
  seed: 0,
  optionsInEffect: {},
};

/** The same for `runMargin`. */
export const MARGIN_DEFAULTS: Omit<MarginRequest, 'positions'> = { ...COMMON_DEFAULTS, failAbove: null };

/** The same for `runOptimize`. */
export const OPTIMIZE_DEFAULTS: Omit<OptimizeRequest, 'positions'> = {
  ...COMMON_DEFAULTS,
  depth: null,
  fees: null,
  maker: false,
  candidates: null,
  filters: { only: [], exclude: [], sides: [], noClose: false, onlyClose: false },
  capitalCost: null,
  horizonDays: 7,
  horizonRule: 'now',
  minDays: null,
  maxTrades: null,
  maxPerExpiry: null,
  minTicket: null,
  minTicketNotional: null,
  allOrNone: false,
  lots: false,
  solver: 'highs',
  timeLimit: null,
  relativeGap: 1e-4,
  requireImprovement: false,
  explain: false,
  secondAim: null,
  robust: null,
  robustFiles: {},
  collateral: null,
};
