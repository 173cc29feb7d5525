/**
 * Documents written by hand: the numbers are of the right size for a dealer's BTC book but come from no calculation, so a
 * writer that computes something is found out.
 */
import type {
  Greeks,
  HeatMap,
  LimitLine,
  Manifest,
  MarginDocument,
  MarginResult,
  MarginSummary,
  ModelsDocument,
  OptimizeDocument,
  OptimizeResult,
  TradeLine,
  WhatIfDocument,
} from '../../src/schema/index.js';

export const manifest: Manifest = {
  program: 'margo',
  version: '0.1.0',
  model: { id: 'scan', parameters: 'scan-2026-01', effectiveDate: '2026-01-01' },
  asOf: '2026-06-27T09:25:14.682Z',
  inputs: [{ role: 'positions', file: 'positions.csv', sha256: 'a'.repeat(64) }],
  options: { currency: 'USD', threads: 1 },
  solver: null,
  seed: 1,
  startedAt: '2026-06-27T10:00:00.000Z',
  timings: { ingest: 12.5 },
};

const btcGreeks: Greeks = {
  delta: -3.2172,
  gamma: -0.00041234567,
  vega: -4321.98765,
  theta: 2893.114,
  rho: -151.2,
  vanna: 0.0123,
  volga: -88.5,
  deltaCash: -193821.77,
};

const ethGreeks: Greeks = {
  delta: 12.5,
  gamma: 0.00021,
  vega: 150.25,
  theta: -44.1,
  rho: 3.3,
  vanna: 0.5,
  volga: 2.25,
  deltaCash: 28125,
};

const zeroGreeks: Greeks = { delta: 0, gamma: 0, vega: 0, theta: 0, rho: 0, vanna: 0, volga: 0, deltaCash: 0 };

const btcHeatMap: HeatMap = {
  underlying: 'BTC',
  level: 60245.24,
  priceMoves: [-0.16, -0.1067, -0.0533, 0, 0.0533, 0.1067, 0.16],
  volatilities: ['up', 'none', 'down'],
  pnl: [
    [-312000.5, -180400, -91000, -64000, -99000, -190000, -305000],
    [-250000, -110000, -30000, 0, -33000, -120000, -262000],
    [-215000, -70000, 12000.4, 41000, 9000, -82000, -228000],
  ],
};

export const marginResult: MarginResult = {
  model: 'scan',
  parameters: {
    id: 'scan-2026-01',
    venue: 'house',
    effectiveDate: '2026-01-01',
    source: 'house model',
    confidence: 'defined here',
    values: { scanSigmas: 4, horizonDays: 1, tailCover: 0.33 },
  },
  currency: 'USD',
  initialMargin: 330120.1234567,
  maintenanceMargin: 264096.09876536,
  standaloneMargin: 1204011.5,
  offsetBenefit: 873891.3765433,
  portfolioValue: -123456.78,
  equity: 500000,
  excess: 169879.8765433,
  worstScenario: {
    name: 'down 1: BTC ladder, vol up',
    loss: 312000.5,
    shocks: [
      { underlying: 'BTC', priceMove: -0.16, level: 50606.0016, volatility: 'up', weight: 1 },
      { underlying: 'ETH', priceMove: -0.1384, level: 1938.6, volatility: 'up', weight: 1 },
    ],
  },
  breakdown: {
    name: 'initial margin',
    amount: 330120.1234567,
    active: true,
    children: [
      {
        name: 'worst scenario',
        amount: 312000.5,
        active: true,
        children: [
          { name: 'down 1: BTC ladder, vol up', amount: 312000.5, active: true, children: [] },
          { name: 'up 1: BTC ladder, vol up', amount: 305000, active: false, children: [] },
          { name: 'down 2/3: BTC ladder, vol up', amount: 180400, active: false, children: [] },
          { name: 'unchanged, vol up', amount: 64000, active: false, children: [] },
          { name: 'unchanged, vol down', amount: -41000, active: false, children: [] },
        ],
      },
      { name: 'short option', amount: 17500.25, active: true, children: [] },
      { name: 'basis', amount: 619.3734567, active: true, children: [] },
    ],
  },
  scenarios: [
    { name: 'unchanged, vol down', pnl: 41000, weight: 1 },
    { name: 'unchanged, vol up', pnl: -64000, weight: 1 },
    { name: 'down 1: BTC ladder, vol up', pnl: -312000.5, weight: 1 },
    { name: 'up 1: BTC ladder, vol up', pnl: -305000, weight: 1 },
    { name: 'tail down 3: BTC ladder, vol up', pnl: -900000, weight: 0.33 },
    { name: 'up 1: BTC ladder, no vol', pnl: -262000, weight: 1 },
    { name: 'down 1: BTC ladder, no vol', pnl: -250000, weight: 1 },
    { name: 'unchanged', pnl: 0, weight: 1 },
  ],
  greeks: {
    total: { ...btcGreeks, delta: -165696.77, deltaCash: -165696.77 },
    byUnderlying: [
      { underlying: 'BTC', level: 60245.24, ...btcGreeks },
      { underlying: 'ETH', level: 2250, ...ethGreeks },
    ],
    byExpiry: [
      { underlying: 'BTC', expiry: '2026-07-31T08:00:00.000Z', ...btcGreeks },
      { underlying: 'BTC', expiry: null, ...zeroGreeks, delta: 1.5, deltaCash: 90367.86 },
      { underlying: 'ETH', expiry: '2026-09-25T08:00:00.000Z', ...ethGreeks },
    ],
  },
  efficiency: {
    grossNotional: 6024524,
    notionalToMargin: 18.2494,
    dailyTheta: 2849.014,
    dailyThetaToMargin: 0.00863,
    marginToEquity: 0.66024,
    offsetRatio: 0.72581,
  },
  positions: [
    {
      instrument: 'BTC-31JUL26-70000-C',
      quantity: -25,
      price: 0.0137,
      value: -20634,
      standaloneMargin: 402000.75,
      worstScenarioPnl: 18850,
    },
    {
      instrument: 'BTC-31JUL26-50000-P',
      quantity: -25,
      price: 0.0112,
      value: -16868.66,
      standaloneMargin: 455010.75,
      worstScenarioPnl: -330000.5,
    },
    {
      instrument: 'BTC-PERPETUAL',
      quantity: 90000,
      price: null,
      value: 0,
      standaloneMargin: 14400,
      worstScenarioPnl: -14400,
    },
    {
      instrument: 'ETH-25SEP26-2500-C',
      quantity: 12.5,
      price: 0.0715,
      value: 2010.94,
      standaloneMargin: 2010.94,
      worstScenarioPnl: -1512.25,
    },
  ],
  heatMaps: [btcHeatMap],
  correlation: {
    source: 'correlations.csv',
    names: ['BTC', 'ETH'],
    values: [
      [1, 0.865],
      [0.865, 1],
    ],
    repaired: false,
    smallestEigenvalue: 0.135,
    distance: null,
  },
};

export const marginDocument: MarginDocument = {
  schema: 'margo/margin@1',
  status: 'ok',
  manifest,
  result: marginResult,
  issues: [
    {
      code: 'FILE_UNKNOWN_COLUMN',
      severity: 'warning',
      message: "column 'desk' is not used",
      file: 'positions.csv',
      line: 1,
      column: 12,
      field: 'desk',
      value: null,
      hint: null,
    },
  ],
};

/** A book of nothing: empty lists, nulls, one underlying, zero margins, above its threshold. */
export const emptyMarginDocument: MarginDocument = {
  schema: 'margo/margin@1',
  status: 'no',
  manifest: { ...manifest, model: null, asOf: null, inputs: [] },
  result: {
    ...marginResult,
    initialMargin: 0,
    maintenanceMargin: 0,
    standaloneMargin: 0,
    offsetBenefit: 0,
    portfolioValue: 0,
    equity: null,
    excess: -0.004,
    worstScenario: null,
    breakdown: { name: 'initial margin', amount: 0, active: true, children: [] },
    scenarios: [],
    greeks: { total: zeroGreeks, byUnderlying: [], byExpiry: [] },
    efficiency: {
      grossNotional: 0,
      notionalToMargin: null,
      dailyTheta: 0,
      dailyThetaToMargin: null,
      marginToEquity: null,
      offsetRatio: null,
    },
    positions: [],
    heatMaps: [],
    correlation: { source: 'none', names: [], values: [], repaired: false, smallestEigenvalue: null, distance: null },
  },
  issues: [],
};

/** Input refused: no result. */
export const errorDocument: MarginDocument = {
  schema: 'margo/margin@1',
  status: 'error',
  manifest,
  result: null,
  issues: [
    {
      code: 'FIELD_NOT_A_NUMBER',
      severity: 'error',
      message: "quantity '1o' is not a number; expected a signed number of contracts",
      file: 'positions.csv',
      line: 7,
      column: 22,
      field: 'quantity',
      value: '1o',
      hint: 'did you mean 10?',
    },
    {
      code: 'RUN_NO_SCAN_RANGE',
      severity: 'error',
      message: 'no volatility is known for SOL, so its scan range cannot be set',
      file: null,
      line: null,
      column: null,
      field: null,
      value: null,
      hint: 'give --prices with a SOL column',
    },
  ],
};

const worst = marginResult.worstScenario;

const before: MarginSummary = {
  initialMargin: 330120.1234567,
  maintenanceMargin: 264096.09876536,
  portfolioValue: -123456.78,
  worstScenario: worst,
  greeks: btcGreeks,
  greeksByUnderlying: [{ underlying: 'BTC', level: 60245.24, ...btcGreeks }],
  atHorizon: {
    date: '2026-07-04T09:25:14.682Z',
    initialMargin: 318000,
    maintenanceMargin: 254400,
    expired: ['BTC-28JUN26-60000-C', 'BTC-29JUN26-61000-C', 'BTC-3JUL26-58000-P', 'BTC-3JUL26-59000-P'],
  },
};

const after: MarginSummary = {
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

export const whatIfDocument: WhatIfDocument = {
  schema: 'margo/whatif@1',
  status: 'no',
  manifest,
  result: {
    model: 'scan',
    currency: 'USD',
    before,
    after,
    marginChange: -210249.6234567,
    trades,
    cost: optimizeResult.cost!,
    limits: limits.map((line) => ({ ...line, relaxedBy: 0, shadowPrice: 0 })),
    breakdown: marginResult.breakdown,
  },
  issues: [],
};

export const modelsDocument: ModelsDocument = {
  schema: 'margo/models@1',
  status: 'ok',
  manifest: { ...manifest, model: null, asOf: null },
  result: {
    models: [
      {
        id: 'scan',
        title: 'Joint scenario scan, correlations from the file',
        parameters: [marginResult.parameters],
        formula:
          'sum: initial margin\n  max: worst scenario\n    affine: one child per scenario\n  sum: short option\n',
      },
    ],
  },
  issues: [],
};

/** Names out of a hostile file: terminal escapes, markup, spreadsheet formulas, line breaks, disguises. */
export const HOSTILE_NAME = '=\u001b]0;owned\u0007<script>alert("x")</script>|**b**\u202e\u009b31m\nnext,"quoted"';

export const hostileDocument: MarginDocument = {
  ...marginDocument,
  result: {
    ...marginResult,
    worstScenario: { ...worst!, name: HOSTILE_NAME },
    positions: marginResult.positions.map((line) => ({ ...line, instrument: HOSTILE_NAME })),
    breakdown: { name: HOSTILE_NAME, amount: 1, active: true, children: [] },
    heatMaps: [{ ...btcHeatMap, underlying: HOSTILE_NAME }],
    correlation: { ...marginResult.correlation, names: ['BTC', HOSTILE_NAME] },
  },
  issues: [{ ...marginDocument.issues[0]!, message: HOSTILE_NAME, hint: HOSTILE_NAME, file: HOSTILE_NAME }],
};
