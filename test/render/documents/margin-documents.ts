import type { HeatMap, MarginDocument, MarginResult } from '../../../src/schema/index.js';
import { btcGreeks, ethGreeks, manifest, zeroGreeks } from './manifest-and-greeks.js';

export const btcHeatMap: HeatMap = {
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
  confidence: 'model',
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
  limits: [],
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
