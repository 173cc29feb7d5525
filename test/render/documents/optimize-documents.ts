import type {
  LimitLine,
  MarginSummary,
  OptimizeDocument,
  OptimizeResult,
  TradeLine,
} from '../../../src/schema/index.js';
import { btcGreeks, ethGreeks, manifest } from './manifest-and-greeks.js';
import { marginResult } from './margin-documents.js';

export const before: MarginSummary = {
  initialMargin: 330120.1234567,
  maintenanceMargin: 264096.09876536,
  portfolioValue: -123456.78,
  worstScenario: marginResult.worstScenario,
  greeks: btcGreeks,
  greeksByUnderlying: [{ underlying: 'BTC', level: 60245.24, ...btcGreeks }],
  atHorizon: {
    date: '2026-07-04T09:25:14.682Z',
    initialMargin: 318000,
    maintenanceMargin: 254400,
    expired: ['BTC-28JUN26-60000-C', 'BTC-29JUN26-61000-C', 'BTC-3JUL26-58000-P', 'BTC-3JUL26-59000-P'],
  },
};

export const after: MarginSummary = {
  initialMargin: 119870.5,
  maintenanceMargin: 95896.4,
  portfolioValue: -121008.33,
  worstScenario: { name: 'up 1: BTC ladder, vol up', loss: 101750, shocks: [] },
  greeks: { ...btcGreeks, vega: -3889.79, gamma: -0.000371 },
  greeksByUnderlying: [
    { underlying: 'BTC', level: 60245.24, ...btcGreeks, vega: -3889.788885, gamma: -0.000371111103 },
    { underlying: 'ETH', level: 2250, ...ethGreeks },
  ],
  atHorizon: { date: '2026-07-04T09:25:14.682Z', initialMargin: 131000, maintenanceMargin: 104800, expired: [] },
};

export const trades: TradeLine[] = [
  {
    instrument: 'BTC-31JUL26-48000-P',
    side: 'buy',
    quantity: 21.5,
    price: 0.0086,
    limitPrice: 0.0087,
    marginalPrice: 0.0087,
    fills: [
      { price: 0.0085, quantity: 10.75, unitCost: 11.56 },
      { price: 0.0087, quantity: 10.75, unitCost: 17.53 },
    ],
    notional: 1295272.66,
    cost: 312.75,
    fee: 388.58,
    marginSaved: 178200,
    why: 'offsets down 1: BTC ladder, vol up, where the book loses most; held back by the vega limit',
  },
  {
    instrument: 'BTC-25SEP26-75000-C',
    side: 'sell',
    quantity: 3,
    price: 0.0305,
    limitPrice: 0.0305,
    marginalPrice: null,
    fills: [{ price: 0.0305, quantity: 3, unitCost: 18.07 }],
    notional: 180735.72,
    cost: 54.2,
    fee: 54.22,
    marginSaved: 1020.5,
    why: '',
  },
];

export const limits: LimitLine[] = [
  {
    limit: 'vega',
    scope: 'BTC',
    unit: 'USD per vol point',
    value: -3889.788885,
    min: -4754.186415,
    max: -3889.788885,
    before: -4321.98765,
    priority: 'hard',
    binding: true,
    shadowPrice: 12.345678,
    relaxedBy: 0,
  },
  {
    limit: 'gamma',
    scope: 'BTC',
    unit: 'per USD',
    value: -0.000371111103,
    min: -0.00045358,
    max: -0.0003711,
    before: -0.00041234567,
    priority: 2,
    binding: false,
    shadowPrice: 0,
    relaxedBy: 0,
  },
  {
    limit: 'cost',
    scope: 'total',
    unit: 'USD',
    value: 366.95,
    min: null,
    max: 300,
    before: 0,
    priority: 1,
    binding: true,
    shadowPrice: 0,
    relaxedBy: 66.95,
  },
];

export const optimizeResult: OptimizeResult = {
  model: 'scan',
  currency: 'USD',
  before,
  after,
  trades,
  cost: { spread: 300.1, depth: 12.65, fees: 54.2, total: 366.95 },
  cash: -2815.4,
  objective: 120237.45,
  marginWeight: 1,
  bound: 120230.75,
  gap: 0.000055723,
  proven: true,
  limits,
  candidates: {
    considered: 412,
    excluded: [
      { instrument: 'BTC-28JUN26-52000-C', reason: 'expires before the horizon' },
      { instrument: 'BTC-28JUN26-52000-P', reason: 'expires before the horizon' },
      { instrument: 'BTC-31JUL26-20000-P', reason: 'no bid' },
    ],
  },
  certificate: {
    kind: 'integer',
    lpBound: 119998.2,
    searchBound: 120230.75,
    multipliers: [{ row: 'limit vega.BTC', value: 12.345678 }],
    rows: 152,
    columns: 826,
    worstRowViolation: 3.2e-11,
  },
  conflict: null,
};

export const optimizeDocument: OptimizeDocument = {
  schema: 'margo/optimize@1',
  status: 'ok',
  manifest: { ...manifest, solver: { id: 'highs', version: '1.15.3' } },
  result: optimizeResult,
  issues: [],
};

export const infeasibleDocument: OptimizeDocument = {
  ...optimizeDocument,
  status: 'infeasible',
  result: {
    ...optimizeResult,
    after: null,
    trades: [],
    cost: null,
    cash: null,
    objective: null,
    bound: null,
    gap: null,
    proven: false,
    limits: [],
    certificate: null,
    conflict: {
      limits: ['delta BTC max', 'position BTC-PERPETUAL min'],
      relaxations: [{ limit: 'delta', scope: 'BTC', end: 'max', from: -50, to: -42.25, by: 7.75 }],
    },
  },
};

export const stoppedDocument: OptimizeDocument = {
  ...optimizeDocument,
  status: 'stopped',
  result: {
    ...optimizeResult,
    marginWeight: 0.00191781,
    objective: 596.84,
    bound: 540.1,
    gap: 0.0950673,
    proven: false,
    certificate: { ...optimizeResult.certificate!, kind: 'linear', searchBound: null },
  },
};
