import type { FrontierDocument, FrontierPointLine, FrontierResult } from '../../../src/schema/index.js';
import { manifest } from './manifest-and-greeks.js';
import { infeasibleDocument, optimizeResult, trades } from './optimize-documents.js';

const start: FrontierPointLine = {
  bound: 0,
  status: 'optimal',
  used: 0,
  margin: 652706,
  maintenanceMargin: 522164.8,
  cost: 0,
  objective: 652706,
  lowerBound: 652706,
  gap: 0,
  slope: -205.0912,
  knee: false,
  optimum: false,
  trades: [],
};

const knee: FrontierPointLine = {
  ...start,
  bound: 1356.25,
  used: 1356.25,
  margin: 531776.4,
  maintenanceMargin: 425421.12,
  cost: 1356.25,
  objective: 531776.4,
  lowerBound: 531776.4,
  slope: -16.0312,
  knee: true,
  trades,
};

const end: FrontierPointLine = {
  ...knee,
  bound: 15000,
  used: 15000,
  margin: 409096.5,
  maintenanceMargin: 327277.2,
  cost: 15000,
  objective: 409096.5,
  lowerBound: 409000,
  gap: 0.000235886,
  slope: 0,
  knee: false,
  optimum: true,
};

const noBook = {
  used: null,
  margin: null,
  maintenanceMargin: null,
  cost: null,
  objective: null,
  lowerBound: null,
  gap: null,
  slope: null,
  knee: false,
  optimum: false,
  trades: [],
} as const;

export const frontierResult: FrontierResult = {
  model: 'scan',
  currency: 'USD',
  by: 'cost',
  scope: 'total',
  unit: 'USD',
  exact: true,
  marginWeight: 1,
  before: { margin: 652706, maintenanceMargin: 522164.8 },
  points: [start, knee, end],
  breakpoints: [
    { bound: 0, objective: 652706, slope: -205.0912 },
    { bound: 1356.25, objective: 531776.4, slope: -16.0312 },
    { bound: 15000, objective: 409096.5, slope: 0 },
  ],
  knee: 1,
  optimum: 2,
  ends: { from: 0, to: 15000 },
  candidates: optimizeResult.candidates,
  conflict: null,
};

export const frontierDocument: FrontierDocument = {
  schema: 'margo/frontier@1',
  status: 'ok',
  manifest,
  result: frontierResult,
  issues: [],
};

/** By trades, stopped on the way: one point without a book at either end. */
export const stoppedFrontierDocument: FrontierDocument = {
  ...frontierDocument,
  status: 'stopped',
  result: {
    ...frontierResult,
    by: 'trades',
    scope: 'total',
    unit: 'trades',
    exact: false,
    points: [
      { ...noBook, trades: [], bound: 0, status: 'infeasible' },
      { ...start, bound: 1, used: 1, cost: 812.5, objective: 653518.5, slope: -120117 },
      { ...knee, bound: 2, status: 'stopped', used: 2, lowerBound: null, gap: null, slope: null, knee: false },
      { ...noBook, trades: [], bound: 3, status: 'not reached' },
    ],
    breakpoints: null,
    knee: null,
    optimum: null,
    ends: { from: 1, to: null },
  },
};

export const infeasibleFrontierDocument: FrontierDocument = {
  ...frontierDocument,
  status: 'infeasible',
  result: {
    ...frontierResult,
    exact: false,
    points: [],
    breakpoints: null,
    knee: null,
    optimum: null,
    ends: { from: null, to: null },
    conflict: infeasibleDocument.result!.conflict,
  },
};
