import type { CompareDocument, ComparedModel, CompareResult } from '../../../src/schema/index.js';
import { manifest } from './manifest-and-greeks.js';
import { marginResult } from './margin-documents.js';

const { values: _, ...parameters } = marginResult.parameters;

/** Margins that come from no calculation; only the order of the models is that of their ranks. */
const scan: ComparedModel = {
  name: 'scan',
  model: 'scan',
  title: 'house scan',
  parameters,
  confidence: 'model',
  initialMargin: 330120.1234567,
  maintenanceMargin: 264096.09876536,
  standaloneMargin: 1204011.5,
  offsetBenefit: 873891.3765433,
  excess: 169879.8765433,
  rank: 1,
  aboveCheapest: 0,
  aboveCheapestRatio: 0,
  worstScenario: marginResult.worstScenario,
  breakdown: marginResult.breakdown,
  parts: [
    { name: 'worst scenario', amount: 312000.5 },
    { name: 'short option', amount: 17500.25 },
    { name: 'basis', amount: 619.3734567 },
  ],
  limits: [],
  refused: [],
  problems: [],
  restated: [],
  partialMargin: null,
};

const venue = (
  name: string,
  rank: number,
  initialMargin: number,
  changes: Partial<ComparedModel> = {},
): ComparedModel => ({
  ...scan,
  name,
  model: name,
  title: `rules of ${name}`,
  parameters: { ...parameters, id: `${name}-2025`, venue: name, effectiveDate: '2025-01-15' },
  rank,
  initialMargin,
  maintenanceMargin: initialMargin / 1.25,
  aboveCheapest: initialMargin - 330120.1234567,
  aboveCheapestRatio: 0.25 * (rank - 1),
  excess: 500000 - initialMargin,
  worstScenario: { name: `${name} -15%, vol up`, loss: initialMargin * 0.9, shocks: [] },
  parts: [{ name: `${name} losses`, amount: initialMargin }],
  ...changes,
});

const refusing: ComparedModel = {
  ...scan,
  name: 'derive-srm',
  model: 'derive-srm',
  title: 'rules of derive-srm',
  confidence: 'verified',
  initialMargin: null,
  maintenanceMargin: null,
  standaloneMargin: null,
  offsetBenefit: null,
  excess: null,
  rank: null,
  aboveCheapest: null,
  aboveCheapestRatio: null,
  worstScenario: null,
  breakdown: null,
  parts: [],
  refused: [{ instrument: 'BTC-3JUL26', reason: 'is a dated future, and Derive lists none' }],
  restated: [{ instrument: 'BTC-31JUL26-54000-P', how: 'as the linear contract' }],
  partialMargin: { initialMargin: 210000.75, maintenanceMargin: 150000.5, positions: 1 },
};

export const compareResult: CompareResult = {
  currency: 'USD',
  portfolioValue: -123456.78,
  equity: 500000,
  cheapest: 'scan',
  models: [
    scan,
    venue('deribit-pme', 2, 412650.5),
    venue('okx-pm', 3, 495180.25),
    venue('paradex-pm', 4, 577710.125),
    venue('derive-pm2', 5, 1660240.0625, { confidence: 'verified' }),
    refusing,
  ],
  positions: [
    {
      instrument: 'BTC-31JUL26-54000-P',
      quantity: -25,
      standaloneMargins: [300000.5, 320000, 310000, 330000, 400000, 210000.75],
    },
    { instrument: 'BTC-3JUL26', quantity: 1000, standaloneMargins: [904011, 1000000, 950000, 980000, 1400000, null] },
  ],
};

export const compareDocument: CompareDocument = {
  schema: 'margo/compare@1',
  status: 'ok',
  manifest: { ...manifest, model: null, solver: null },
  result: compareResult,
  issues: [
    {
      code: 'RUN_NOT_COMPARED',
      severity: 'warning',
      message: 'derive-srm cannot margin the whole book and is not ranked: 1 of 2 positions (BTC-3JUL26)',
      file: null,
      line: null,
      column: null,
      field: null,
      value: null,
      hint: null,
    },
  ],
};
