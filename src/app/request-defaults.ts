import type { CommonRequest, MarginRequest, OptimizeRequest, StressRequest } from './request.js';

/** What a run does unless told otherwise: everything of a request but its positions. As the command line's defaults. */
export const COMMON_DEFAULTS: Omit<CommonRequest, 'positions'> = {
  market: null,
  correlations: null,
  prices: null,
  crif: null,
  dividends: null,
  account: null,
  span: null,
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
  scenarioMode: 'listed',
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

/** The same for `runStress`. */
export const STRESS_DEFAULTS: Omit<StressRequest, 'positions'> = {
  ...COMMON_DEFAULTS,
  what: [],
  scenariosFile: null,
  byInstrument: false,
  windowDays: 1,
  worst: 10,
  episodes: false,
  dates: [],
  from: null,
  to: null,
  until: null,
  parameterRanges: null,
  allParameters: false,
  blocks: [],
  pair: null,
  pairMove: 0.2,
  regimes: 2,
  regimeWindow: 42,
  within: null,
  correlationBounds: null,
  distance: null,
  failAbove: null,
  maxLoss: null,
};
