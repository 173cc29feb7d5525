import type { StressDocument, StressedBook, StressResult } from '../../../src/schema/index.js';
import { manifest } from './manifest-and-greeks.js';
import { stressParametersPart } from './stress-parameters-part.js';

const book: StressedBook = {
  pnl: -412345.678,
  initialMargin: 801234.5,
  marginChange: 148583,
  maintenanceMargin: 640987.6,
  portfolioValue: -911222.25,
  equity: 88777.75,
  excess: -712456.75,
  byUnderlying: [
    { underlying: 'BTC', level: 48012.5, move: -0.2, pnl: -434567.928 },
    { underlying: 'ETH', level: 2000.25, move: -0.25, pnl: 22222.25 },
  ],
  byInstrument: null,
};

export const stressResult: StressResult = {
  model: 'scan',
  parameterSet: 'scan-2026-11-22',
  confidence: 'model',
  currency: 'USD',
  base: {
    initialMargin: 652651.5,
    maintenanceMargin: 522121.2,
    portfolioValue: -498876.572,
    equity: 501123.428,
    excess: -151528.072,
  },
  scenarios: {
    scenarios: [
      {
        name: 'crash',
        moves: ['BTC -20%', 'ETH -25%', 'all vol +30% (to 30 days)'],
        days: 0,
        ...book,
        byInstrument: [
          { instrument: 'BTC-31JUL26-52000-P', quantity: -60, pnl: -554568.428 },
          { instrument: 'BTC-31JUL26-67000-C', quantity: -70, pnl: 120000.5 },
        ],
      },
      {
        name: 'grid: up, a week',
        moves: ['all +12.5%', '7 days'],
        days: 7,
        ...book,
        pnl: 52345.5,
        initialMargin: 611000.25,
        marginChange: -41651.25,
        equity: 552000.5,
        excess: -58999.75,
      },
    ],
  },
  history: {
    windowDays: 5,
    rule: 'worst',
    from: '2022-01-01',
    to: '2026-06-26',
    looked: 1630,
    incomplete: 4,
    unmoved: ['SOL'],
    windows: [
      {
        name: '2022-11-09',
        from: '2022-11-04',
        to: '2022-11-09',
        moves: [
          { underlying: 'BTC', move: -0.2512345 },
          { underlying: 'ETH', move: -0.3312345 },
        ],
        missing: [],
        book,
      },
      {
        name: '2022-06-13',
        from: '2022-06-08',
        to: '2022-06-13',
        moves: [{ underlying: 'BTC', move: -0.2311 }],
        missing: ['ETH'],
        book: null,
      },
    ],
  },
  correlations: null,
  parameters: stressParametersPart,
  time: {
    until: '2026-06-30T08:00:00.000Z',
    dates: [
      ['2026-06-27', 0, 652651.5, 0, []],
      ['2026-06-28', 1, 671200.75, 9123.5, []],
      ['2026-06-29', 2, 668000, 18001.25, []],
      ['2026-06-30', 3, 402100.5, 22999, ['BTC-30JUN26-60000-C', 'BTC-30JUN26-58000-P']],
    ].map(([date, days, initialMargin, pnl, expired]) => ({
      date: `${date as string}T08:00:00.000Z`,
      days: days as number,
      initialMargin: initialMargin as number,
      maintenanceMargin: 0.8 * (initialMargin as number),
      pnl: pnl as number,
      expired: expired as string[],
    })),
    change: 18549.25,
    highest: { date: '2026-06-28T08:00:00.000Z', days: 1, initialMargin: 671200.75 },
  },
  omitted: [],
  thresholds: { failAbove: null, maxLoss: null, exceeded: [] },
};

export const stressDocument: StressDocument = {
  schema: 'margo/stress@1',
  status: 'ok',
  manifest,
  result: stressResult,
  issues: [],
};

/** Too much is lost, dates were asked for, and the other parts lack their inputs. */
export const stressBrokenDocument: StressDocument = {
  ...stressDocument,
  status: 'no',
  result: {
    ...stressResult,
    scenarios: null,
    time: null,
    history: { ...stressResult.history!, rule: 'dates', windowDays: 1, incomplete: 0, unmoved: [] },
    omitted: [
      { part: 'scenarios', needs: '--scenarios-file FILE' },
      { part: 'time', needs: '--until DATE' },
    ],
    thresholds: {
      failAbove: 750000,
      maxLoss: 250000,
      exceeded: [
        { threshold: 'failAbove', part: 'history', name: '2022-11-09', value: 801234.5 },
        { threshold: 'maxLoss', part: 'history', name: '2022-11-09', value: 412345.678 },
      ],
    },
  },
};
