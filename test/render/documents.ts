/**
 * Documents written by hand: the numbers are of the right size for a dealer's BTC book but come from no calculation, so a
 * writer that computes something is found out.
 */
import type { MarginDocument, ModelsDocument, WhatIfDocument } from '../../src/schema/index.js';
import { manifest } from './documents/manifest-and-greeks.js';
import { btcHeatMap, marginDocument, marginResult } from './documents/margin-documents.js';
import { after, before, limits, optimizeResult, trades } from './documents/optimize-documents.js';

export * from './documents/allocate-documents.js';
export * from './documents/attribute-documents.js';
export * from './documents/collateral-documents.js';
export * from './documents/compare-documents.js';
export * from './documents/correlate-documents.js';
export * from './documents/frontier-documents.js';
export * from './documents/manifest-and-greeks.js';
export * from './documents/margin-documents.js';
export * from './documents/optimize-documents.js';
export * from './documents/reconcile-documents.js';
export * from './documents/stress-documents.js';
export * from './documents/verify-documents.js';

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
    cash: optimizeResult.cash!,
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
    worstScenario: { ...marginResult.worstScenario!, name: HOSTILE_NAME },
    positions: marginResult.positions.map((line) => ({ ...line, instrument: HOSTILE_NAME })),
    breakdown: { name: HOSTILE_NAME, amount: 1, active: true, children: [] },
    heatMaps: [{ ...btcHeatMap, underlying: HOSTILE_NAME }],
    correlation: { ...marginResult.correlation, names: ['BTC', HOSTILE_NAME] },
  },
  issues: [{ ...marginDocument.issues[0]!, message: HOSTILE_NAME, hint: HOSTILE_NAME, file: HOSTILE_NAME }],
};

/** A book that breaks a limit: the answer is no. */
export const brokenLimitDocument: MarginDocument = {
  ...marginDocument,
  status: 'no',
  result: {
    ...marginResult,
    limits: limits.map((line) => ({ ...line, before: line.value, shadowPrice: 0, relaxedBy: 0 })),
  },
  issues: [],
};
