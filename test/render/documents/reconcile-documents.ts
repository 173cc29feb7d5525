import type { ReconcileDocument, ReconciledFigure } from '../../../src/schema/index.js';
import { manifest } from './manifest-and-greeks.js';

const agreed: ReconciledFigure = {
  name: 'initialMargin',
  ours: 1538.9669514,
  theirs: 1538.967,
  difference: -0.0000486,
  relative: 3.157962e-8,
  within: true,
};

const apart: ReconciledFigure = {
  name: 'component.BTC MR4',
  ours: 19.4098,
  theirs: 0,
  difference: 19.4098,
  relative: null,
  within: false,
};

const common = { parameters: 'okx-pm-2025-01-15', confidence: 'verified', currency: 'USD', issues: [] };

/** Three cases: one outside, one refused, one within. */
export const reconcileDocument: ReconcileDocument = {
  schema: 'margo/reconcile@1',
  status: 'error',
  manifest: { ...manifest, model: null, asOf: null },
  result: {
    tolerance: { amount: 0.0001, relative: true },
    cases: [
      {
        ...common,
        name: 'desk A',
        status: 'outside',
        model: 'okx-pm',
        asOf: '2025-01-15T00:00:00.000Z',
        source: 'account page of 2025-01-15',
        figures: [agreed, apart],
      },
      {
        ...common,
        name: '=desk B',
        status: 'refused',
        model: 'okx-pm',
        parameters: null,
        confidence: null,
        asOf: null,
        source: null,
        figures: [],
        issues: [
          {
            code: 'REC_NOTHING_REPORTED',
            severity: 'error',
            message: 'the case reports no figure, so there is nothing to compare with',
            file: 'cases.json',
            line: 12,
            column: 3,
            field: 'reported',
            value: null,
            hint: null,
          },
        ],
      },
      {
        ...common,
        name: 'desk C',
        status: 'within',
        model: 'okx-pm',
        asOf: '2025-01-15T00:00:00.000Z',
        source: null,
        figures: [agreed],
      },
    ],
    passed: 1,
    failed: 1,
    refused: 1,
    worst: { case: 'desk A', figure: apart },
  },
  issues: [
    {
      code: 'REC_NOTHING_REPORTED',
      severity: 'error',
      message: 'case =desk B: the case reports no figure, so there is nothing to compare with',
      file: 'cases.json',
      line: 12,
      column: 3,
      field: 'reported',
      value: null,
      hint: null,
    },
  ],
};
